import type { APIRoute, GetStaticPaths } from 'astro';
import { assets } from '../../bundle/index.ts';
import { searchTitles } from '../../components/site/search-titles.ts';

/** What scripts are made of and what they read: fetched on demand, each under a name that carries its hash, kept by the worker. */
export const getStaticPaths = (async () => {
  const { scripts } = await assets(import.meta.env.BASE_URL);
  const { version, whole } = await searchTitles();
  return [...scripts, ...(whole ? [[`tim-${version}.json`, whole] as const] : [])].map(([file, code]) => ({ params: { file }, props: { code } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props }) => new Response(String(props.code), { headers: { 'content-type': `${params.file?.endsWith('.json') ? 'application/json' : 'text/javascript'}; charset=utf-8` } });
