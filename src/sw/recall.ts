import type { Root } from '../shared/offline.ts';
import type { Recall } from '../shared/recall.ts';
import { fetchNamed, fetchObject } from './fetch-object.ts';
import { drop, readState, readText, type State, WipedError, writer } from './store.ts';

/**
 * Obeys the recall that the root of a newer build names: the bytes of withdrawn pages leave the phone, and from now on the
 * pages made here say why. It holds until the newer build itself is here, which has neither those pages nor those numbers.
 *
 * @returns whether there was something new to obey
 */
export async function heed(root: Root, signal?: AbortSignal): Promise<boolean> {
  const state = await readState();
  if (!state || !root.recall || root.build <= Math.max(state.build, state.recall?.build ?? 0)) return false;
  const write = writer();
  const text = await fetchObject(root.recall, 'json', signal);
  const recall = JSON.parse(text) as Recall;
  await write.put(root.recall, text);
  await write.put('state', JSON.stringify({ ...state, recall: { id: root.recall, build: root.build, bodies: Object.values(recall.pages) } } satisfies State), 'application/json');
  for (const [path, id] of Object.entries(recall.pages)) {
    const kept = state.pages[path];
    if (!kept || kept === id) continue;
    await drop(kept);
    // Without the words that say why, the page is simply not kept any more.
    await fetchNamed(`/goi/${id}.txt`, id, signal).then(
      (bytes) => write.put(id, bytes),
      () => {},
    );
  }
  return true;
}

/** The recall that stands, or nothing. */
export async function recallOf(state: State): Promise<Recall | undefined> {
  const text = state.recall && (await readText(state.recall.id));
  return text ? (JSON.parse(text) as Recall) : undefined;
}

/** A recall that cannot be fetched must not hold up the edition that does without it anyway. */
export const heedIfPossible = (root: Root, signal?: AbortSignal): Promise<boolean> =>
  heed(root, signal).catch((error) => {
    if (error instanceof WipedError) throw error;
    return false;
  });
