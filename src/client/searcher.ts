import { createFinder, type Finder } from '../search/finder.ts';
import { type Kind, kindOf } from '../search/kinds.ts';
import { entriesOf, type PageEntry } from '../search/pages.ts';
import { pack } from '../search/shelf.ts';
import { mark, type Piece, snippet } from '../search/snippet.ts';
import { shelfOf, type Titles } from '../search/titles.ts';
import { keepShelf, readBody, readPages, readShelf, sweepShelves, versionOf } from './shelf-store.ts';

/**
 * The thread that searches: it asks for the names of everything once, and reads in full what the service worker keeps, module
 * by module. Nothing that is typed leaves it, and it writes nothing down but the index of what is kept anyway.
 */
declare const __BASE__: string;

/** What the page asks: first the file of titles, then one query after another. Only the newest is answered. */
export type Ask = { titles: string } | { query: string; turn: number };

/** One find, ready to be shown. */
export interface Found {
  href: string;
  title: Piece[];
  text: Piece[];
  /** Not on this phone yet. */
  isAway: boolean;
}

/** What the thread says: an answer to a query, that there is more to search than before, or that it cannot work. */
export type Told =
  | { turn: number; groups: { kind: Kind; finds: Found[] }[]; total: number; calls: [name: string, use: string, number: string, dial: string][]; read: string | undefined; isTitlesOnly: boolean; asked: Found[] }
  | { isNew: true }
  | { isFailed: true };

const thread = self as unknown as { onmessage: (event: { data: Ask }) => void; postMessage(told: Told): void };

/** So many finds are worth a look. */
const MOST = 30;
/** What is kept changes while somebody reads; looking more often finds nothing. */
const LOOK_AGAIN_MS = 10_000;

let titles: Titles;
let finder: Finder | undefined;
let pages: Record<string, string> | undefined;
let newest: { query: string; turn: number } | undefined;
let lookedAt = 0;
const standing: Record<string, string> = {};

thread.onmessage = ({ data }) => {
  if ('titles' in data) begin(data.titles).catch(() => thread.postMessage({ isFailed: true }));
  else {
    newest = data;
    // What was typed meanwhile is waiting behind this message: only the last of it is worth an answer.
    setTimeout(answer);
  }
};

async function begin(file: string): Promise<void> {
  titles = await (await fetch(`${__BASE__}/js/${file}`)).json();
  finder = createFinder(titles);
  answer();
  await look();
}

function answer(): void {
  if (!finder || !newest) return;
  const { query, turn } = newest;
  newest = undefined;
  const all = finder;
  const { hits, calls, read, words } = all.ask(query);
  const groups: { kind: Kind; finds: Found[] }[] = [];
  const show = (id: string): Found => {
    const entry = all.entry(id) as PageEntry;
    const text = entry.isQuiet ? '' : all.isFull(id) ? entry.body || '' : kindOf(id) === 'word' ? '' : entry.key || '';
    return { href: __BASE__ + id, title: mark(entry.title, words), text: snippet(text, words), isAway: !!pages && !pages[id.replace(/#.*/, '')] };
  };
  const known = hits.filter(({ id }) => all.entry(id)).slice(0, MOST);
  for (const { id } of known) {
    const kind = kindOf(id);
    let group = groups.filter((group) => group.kind === kind)[0];
    if (!group) groups.push((group = { kind, finds: [] }));
    group.finds.push(show(id));
  }
  const isTitlesOnly = !titles.lessons.some(([id]) => all.isFull(`/bai-hoc/${id}/`));
  const places = calls.map((id): [string, string, string, string] => {
    const [, name, use, number, dial] = titles.places.filter((place) => place[0] === id)[0] as Titles['places'][number];
    return [name, use, number, dial];
  });
  thread.postMessage({ turn, groups, total: known.length, calls: places, read, isTitlesOnly, asked: known.length ? [] : titles.asked.map((id) => show(`/bai-hoc/${id}/`)) });
  if (Date.now() - lookedAt > LOOK_AGAIN_MS) look().catch(() => {});
}

/** Brings the shelves to what is kept now. A phone without a worker keeps nothing, and the titles are all there is. */
async function look(): Promise<void> {
  lookedAt = Date.now();
  pages = await readPages();
  if (!pages || !finder) return;
  const kept: Record<string, string[]> = {};
  for (const path of Object.keys(pages).sort()) {
    const name = shelfOf(titles, path) || '-';
    (kept[name] = kept[name] || []).push(path);
  }
  for (const name of Object.keys(kept)) {
    const paths = kept[name] as string[];
    const version = versionOf(paths.map((path) => path + (pages as Record<string, string>)[path]).join());
    if (standing[name] === version) continue;
    let shelf = await readShelf(name, version);
    if (!shelf) {
      const entries: PageEntry[] = [];
      for (const path of paths) entries.push(...entriesOf(path, await readBody(pages[path] as string)));
      shelf = { packed: pack(entries), entries };
      await keepShelf(name, version, shelf);
    }
    finder.put(name, shelf.packed, shelf.entries);
    standing[name] = version;
    thread.postMessage({ isNew: true });
  }
  await sweepShelves(standing);
}
