import type { PageEntry } from '../search/pages.ts';
import type { Packed } from '../search/shelf.ts';

/**
 * The indexes made on this phone, in a cache of their own, so that whatever empties the caches takes them too:
 *
 *   `<base>/-/tim/<shelf>/<version>`   an index and the texts it was made from
 *
 * They hold what the worker keeps (`src/sw/store.ts`) and nothing of what was looked for. When that is gone they go too: a
 * wipe in another tab must not be undone by an index that was being made.
 */
declare const __BASE__: string;

const KEPT = 'sttb-1';
const SHELVES = 'sttb-tim';

export interface StoredShelf {
  packed: Packed;
  entries: PageEntry[];
}

const stateKey = `${__BASE__}/-/state`;
const keyOf = (name: string, version: string) => `${__BASE__}/-/tim/${name}/${version}`;

/** A name for this content as this build of the script would index it. */
export function versionOf(text: string): string {
  let hash = 0;
  for (const letter of location.pathname + text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return (hash >>> 0).toString(36) + text.length.toString(36);
}

/** Kept pages: path → id of the body. Nothing where nothing is kept or storage is blocked. */
export async function readPages(): Promise<Record<string, string> | undefined> {
  const state = await match(KEPT, stateKey);
  return state && ((await state.json()) as { pages: Record<string, string> }).pages;
}

/** The body of a kept page. */
export async function readBody(id: string): Promise<string> {
  const body = await match(KEPT, `${__BASE__}/-/${id}`);
  return body ? body.text() : '';
}

/** An index made earlier. */
export async function readShelf(name: string, version: string): Promise<StoredShelf | undefined> {
  const stored = await match(SHELVES, keyOf(name, version));
  return stored && stored.json().catch(() => undefined);
}

/** Keeps an index, where there is room; without it the next visit makes it again. */
export async function keepShelf(name: string, version: string, shelf: StoredShelf): Promise<void> {
  try {
    const cache = await caches.open(SHELVES);
    await cache.put(keyOf(name, version), new Response(JSON.stringify(shelf)));
    if (!(await match(KEPT, stateKey))) await caches.delete(SHELVES);
  } catch (_) {} // full or blocked
}

/** Throws away every index but these. */
export async function sweepShelves(standing: Record<string, string>): Promise<void> {
  try {
    const needed = Object.keys(standing).map((name) => keyOf(name, standing[name] as string));
    const cache = await caches.open(SHELVES);
    for (const request of await cache.keys()) if (needed.indexOf(new URL(request.url).pathname) < 0) await cache.delete(request);
    if (!(await match(KEPT, stateKey))) await caches.delete(SHELVES);
  } catch (_) {} // blocked
}

async function match(cacheName: string, key: string): Promise<Response | undefined> {
  try {
    return await caches.match(key, { cacheName });
  } catch (_) {
    return undefined;
  }
}
