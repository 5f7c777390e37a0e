import { entriesOf, shelfOf } from '../search/pages.ts';
import { KEPT } from '../shared/offline.ts';
import type { ShelfText } from './searcher.ts';

/**
 * Hands the searching thread the full text of what the service worker keeps, and keeps the indexes it makes, in a cache of
 * their own so that whatever empties the caches takes them too:
 *
 *   `<base>/-/tim/<shelf>/<version>`   an index and the texts it was made from, as JSON
 *
 * They hold what is kept anyway (`src/sw/store.ts`) and nothing of what was looked for. When that is gone they go too: a wipe
 * in another tab must not be undone by an index that was being made.
 */
declare const __BASE__: string;
/** Changes with every change of what makes an index. */
declare const __VERSION__: string;

const SHELVES = 'sttb-tim';

/** What of the worker's state is read here. */
interface State {
  pages: Record<string, string>;
  files: Record<string, string>;
}

const key = (name: string) => `${__BASE__}/-/${name}`;

/** What is kept; nothing where there is no worker or storage is blocked. */
export async function readState(): Promise<State | undefined> {
  const state = await match(KEPT, 'state');
  return state && state.json();
}

/** Shelves that have been handed over, each with its version. */
const standing: Record<string, string> = {};

/** Hands over every shelf that is new since the last time, one after another: the phone has other things to do as well. */
export async function handOver({ pages }: State, give: (shelf: ShelfText) => void): Promise<void> {
  const shelves: Record<string, string[]> = {};
  for (const path of Object.keys(pages).sort()) {
    const name = shelfOf(path);
    (shelves[name] = shelves[name] || []).push(path);
  }
  for (const name of Object.keys(shelves)) {
    const paths = shelves[name] as string[];
    const version = versionOf(paths.map((path) => path + pages[path]).join());
    if (standing[name] === version) continue;
    standing[name] = version;
    const stored = await match(SHELVES, `tim/${name}/${version}`);
    if (stored) give({ name, stored: await stored.text() });
    else {
      const entries = [];
      for (const path of paths) {
        const body = await match(KEPT, pages[path] as string);
        if (body) entries.push(...entriesOf(path, await body.text()));
      }
      give({ name, entries });
    }
  }
  await sweep();
}

/** Keeps an index that was made; where there is no room for it, the next visit makes it again. */
export async function keep(name: string, stored: string): Promise<void> {
  try {
    const cache = await caches.open(SHELVES);
    await cache.put(key(`tim/${name}/${standing[name]}`), new Response(stored));
  } catch (_) {} // full or blocked
  await sweep();
}

/** Throws away every index that does not stand here, or all when nothing is kept any more. */
async function sweep(): Promise<void> {
  try {
    if (!(await caches.has(SHELVES))) return;
    const needed = Object.keys(standing).map((name) => key(`tim/${name}/${standing[name]}`));
    const cache = await caches.open(SHELVES);
    for (const request of await cache.keys()) if (needed.indexOf(new URL(request.url).pathname) < 0) await cache.delete(request);
    if (!(await match(KEPT, 'state'))) await caches.delete(SHELVES);
  } catch (_) {} // blocked
}

/** A name for this content as this build of the script would index it. */
function versionOf(text: string): string {
  let hash = 0;
  for (const letter of __VERSION__ + text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return (hash >>> 0).toString(36) + text.length.toString(36);
}

async function match(cacheName: string, name: string): Promise<Response | undefined> {
  try {
    return await caches.match(key(name), { cacheName });
  } catch (_) {
    return undefined;
  }
}
