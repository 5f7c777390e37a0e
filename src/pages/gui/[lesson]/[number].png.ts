import type { APIRoute, GetStaticPaths } from 'astro';
import { type ShareWords, sharePicture } from '../../../bundle/share-picture.ts';
import { catalogue } from '../../../catalogue/index.ts';
import { wordsOfPicture } from '../../../components/lesson/send/picture-words.ts';
import { picturedMessages } from '../../../shared/send.ts';

/** One picture for each key message, fetched only when somebody wants to send it on. */
export const getStaticPaths = (async () => {
  const { lessons, contacts } = await catalogue();
  return lessons.flatMap((lesson) =>
    picturedMessages(lesson).flatMap((message, index) => {
      const words = wordsOfPicture(lesson, message, contacts);
      return words ? [{ params: { lesson: lesson.id, number: String(index + 1) }, props: { words } }] : [];
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) => new Response(new Uint8Array(await sharePicture(props.words as ShareWords)), { headers: { 'content-type': 'image/png' } });
