import type { APIRoute, GetStaticPaths } from 'astro';
import { assets } from '../../bundle/index.ts';

/** The scripts fetched on demand, each under a name that carries its hash. */
export const getStaticPaths = (async () => {
  const { scripts } = await assets(import.meta.env.BASE_URL);
  return [...scripts].map(([file, code]) => ({ params: { file }, props: { code } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(String(props.code), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
