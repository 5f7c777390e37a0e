import type { APIRoute } from 'astro';

/** Nothing but an answer to hang a header on: hosts send `Clear-Site-Data` with it (`src/build/hosts`). */
export const GET: APIRoute = () => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
