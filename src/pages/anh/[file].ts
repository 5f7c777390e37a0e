import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaFiles, picture } from '../../bundle/pictures.ts';

/** The pictures of the library, shrunk; names carry a hash of the bytes. */
export const getStaticPaths = (async () => {
  const pictures = await Promise.all(mediaFiles().map(picture));
  return pictures.flatMap(({ fallback, avif }) => [
    { params: { file: fallback.name }, props: { bytes: fallback.bytes, type: fallback.type } },
    ...(avif ? [{ params: { file: avif.name }, props: { bytes: avif.bytes, type: 'image/avif' } }] : []),
  ]);
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(props.bytes, { headers: { 'content-type': String(props.type) } });
