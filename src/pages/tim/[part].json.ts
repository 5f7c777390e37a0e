import type { APIRoute, GetStaticPaths } from 'astro';
import { searchTitles } from '../../components/site/search-titles.ts';

/** The names of everything there is to find, in parts that a search without a worker fetches as it needs them. */
export const getStaticPaths = (async () => {
  const { version, parts } = await searchTitles();
  return parts.map((text, index) => ({ params: { part: `${version}-${index}` }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(String(props.text), { headers: { 'content-type': 'application/json; charset=utf-8' } });
