import type { APIRoute, GetStaticPaths } from 'astro';
import { appIcon } from '../bundle/pictures.ts';

/** The picture on the phone's home screen: a woven lozenge, which says nothing of the subject. */
export const getStaticPaths = (() => [192, 512].map((size) => ({ params: { size: String(size) } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => new Response(new Uint8Array(await appIcon(Number(params.size))), { headers: { 'content-type': 'image/png' } });
