import type { APIRoute, GetStaticPaths } from 'astro';
import { assets } from '../../bundle/index.ts';

/** The trainers' stylesheet. Every other style stands in the pages. */
export const getStaticPaths = (async () => {
  const { wing } = await assets(import.meta.env.BASE_URL);
  return [{ params: { file: wing.file }, props: { css: wing.css } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(String(props.css), { headers: { 'content-type': 'text/css; charset=utf-8' } });
