import { createFinder, type Finder } from '../search/finder.ts';
import { FIRST, HELP, type Kind, kindOf } from '../search/kinds.ts';
import type { PageEntry } from '../search/pages.ts';
import { type Packed, packing } from '../search/shelf.ts';
import { mark, type Piece, snippet } from '../search/snippet.ts';
import type { Place, Titles } from '../search/titles.ts';

/**
 * The thread that searches: it asks for the names of things, and is handed the full text of what is kept on the phone, shelf
 * by shelf. It writes nothing down.
 */
declare const __BASE__: string;

/** Full text of some pages: entries to be indexed, or the text of an index made earlier (a {@link StoredShelf}). */
export interface ShelfText {
  name: string;
  entries?: PageEntry[];
  stored?: string;
}

/** An index and the texts it was made from. */
export interface StoredShelf {
  packed: Packed;
  entries: PageEntry[];
}

/** What the page says: where the names are (a path before the part's number, or the one file), a query, or a shelf. Only the newest query is answered. */
export type Ask = { titles: string } | { query: string; turn: number } | { shelf: ShelfText };

/** One find, ready to be shown. */
export interface Found {
  id: string;
  title: Piece[];
  text: Piece[];
}

/** What the thread says: an answer, the texts of its finds that are not shown at once, an index for keeping, that there is more to search than before, or that it cannot work. */
export type Told =
  | { turn: number; groups: { kind: Kind; finds: Found[] }[]; total: number; calls: Place[]; read: string | undefined; isTitlesOnly: boolean; asked: Found[]; seek: string[] }
  | { turn: number; texts: Record<string, Piece[]> }
  | { made: string; stored: string }
  | { isNew: true }
  | { isFailed: true };

const thread = self as unknown as { onmessage: (event: { data: Ask }) => void; postMessage(told: Told): void };

/** So many finds are worth a look. */
const MOST = 24;
/** Finds below this share of the best one's score have little to do with what was typed. */
const FAINT = 0.1;
/** A word that is still being typed fetches nothing: this long after the last key it counts as written. */
const REST_MS = 300;
/** Shards fetched for one query at most, at about half a KB each. */
const MOST_SHARDS = 4;
/** Longer than this no key waits for an index that is being made, but for the last step of one. */
const SLICE_MS = 10;
/** New shelves are told together: every time all of the results are drawn anew. */
const NEWS_MS = 150;

let titles: Titles;
let finder: Finder | undefined;
let from = '';
const shelves: ShelfText[] = [];
/** The first of the shelves, on its way to an index. */
let making: ReturnType<typeof packing> | undefined;
let isTelling = false;
let newest: { query: string; turn: number } | undefined;
let isWaiting = false;
/** The turn that was answered last. */
let answered = 0;

thread.onmessage = ({ data }) => {
  if ('titles' in data) begin(data.titles).catch(() => thread.postMessage({ isFailed: true }));
  else if ('shelf' in data) {
    shelves.push(data.shelf);
    if (shelves.length === 1) setTimeout(putShelf);
  } else {
    newest = data;
    // What was typed meanwhile stands behind this message: only the last of it is worth an answer.
    if (!isWaiting) setTimeout(() => answer());
    isWaiting = true;
    setTimeout(() => titles && titles.shards && fetchLacking(data), REST_MS);
  }
};

async function begin(path: string): Promise<void> {
  from = path;
  titles = await load(/json$/.test(path) ? path : `${path}0.json`);
  finder = createFinder(titles);
  setTimeout(putShelf);
  if (newest) {
    answer();
    await fetchLacking(newest);
  }
}

async function load<T>(path: string): Promise<T> {
  // Which shards were asked for tells something of what was typed: no copy of it stays in the browser.
  const response = await fetch(__BASE__ + path, path === `${from}0.json` || path === from ? {} : { cache: 'no-store' });
  if (!response.ok) throw new Error(path);
  return response.json();
}

async function fetchLacking(query: { query: string; turn: number }, most = MOST_SHARDS): Promise<void> {
  if (!finder || query !== newest) return;
  const { add, lacks } = finder;
  const shards = lacks(query.query).slice(0, most);
  let hasFailed = false;
  const fetchShard = (shard: number) =>
    load<Titles['rows']>(`${from}${shard + 1}.json`).then(
      (rows) => add(shard, rows),
      () => {
        hasFailed = true;
      },
    );
  await Promise.all(shards.map(fetchShard));
  if (query !== newest) return;
  const left = most - shards.length;
  if (shards.length && left > 0 && !hasFailed && finder.lacks(query.query).length) await fetchLacking(query, left);
  // The shards of one asked again may have come with the time before: then it still waits for its answer.
  else if (shards.length || query.turn !== answered) answer(true);
}

/** Puts up the next shelf, a slice at a time: between two of them what was typed meanwhile is answered. */
function putShelf(): void {
  const [shelf] = shelves;
  if (!finder || !shelf) return;
  const { name, entries = [], stored } = shelf;
  let made: StoredShelf | undefined = stored ? JSON.parse(stored) : undefined;
  if (!making) making = packing(entries);
  for (const until = Date.now() + SLICE_MS; !made && Date.now() < until; ) {
    const step = making.next();
    if (step.done) made = { packed: step.value, entries };
  }
  if (made) {
    finder.put(name, made.packed, made.entries);
    const shelf = made;
    // A step of its own: writing a large index down takes as long as several slices.
    if (!stored) setTimeout(() => thread.postMessage({ made: name, stored: JSON.stringify(shelf) }));
    making = undefined;
    shelves.shift();
    if (!isTelling) setTimeout(tellNews, NEWS_MS);
    isTelling = true;
  }
  if (shelves.length) setTimeout(putShelf);
}

function tellNews(): void {
  isTelling = false;
  thread.postMessage({ isNew: true });
}

/** Answers the newest query; when names are still to come, only if somebody may need help at once. */
function answer(isLast?: boolean): void {
  isWaiting = false;
  if (!finder || !newest) return;
  const { entry, isFull, ask, lacks } = finder;
  const { hits, calls, read, words, seek } = ask(newest.query);
  if (isLast !== true && !calls.length && lacks(newest.query).length) return;
  const textOf = (id: string): Piece[] => {
    const { key, body, isQuiet } = entry(id) as PageEntry;
    // Other words for a word are for finding it, not for reading.
    return snippet(isQuiet || (!isFull(id) && kindOf(id) === 'word') ? '' : (body || key || '').replace(/\|/g, ' · '), words);
  };
  const show = (id: string, isLater?: boolean): Found => ({ id, title: mark((entry(id) as PageEntry).title, words), text: isLater ? [] : textOf(id) });
  const [best] = hits.filter(({ score }) => score < Infinity);
  const called = calls.map(([id]) => `${HELP}#so-${id}`);
  const known: string[] = [];
  for (const { id, score } of hits) {
    if (known.length === MOST || (best && score < best.score * FAINT)) break;
    // What is on top as a number to call needs no second place.
    if (called.indexOf(id) < 0 && entry(id)) known.push(id);
  }
  const groups: { kind: Kind; finds: Found[] }[] = [];
  for (const id of known) {
    const kind = kindOf(id);
    let group = groups.filter((group) => group.kind === kind)[0];
    if (!group) groups.push((group = { kind, finds: [] }));
    group.finds.push(show(id, group.finds.length >= FIRST));
  }
  const asked = known.length ? [] : titles.asked.map(([id]) => show(id));
  const { turn } = newest;
  answered = turn;
  thread.postMessage({ turn, groups, total: known.length, calls, read, isTitlesOnly: !known.some((id) => kindOf(id) === 'lesson' && isFull(id)), asked, seek });
  // Looking for the words in a text takes most of the time: what waits behind a button is looked at once nobody types.
  setTimeout(() => {
    if (!newest || newest.turn !== turn) return;
    const texts: Record<string, Piece[]> = {};
    for (const { finds } of groups) for (const { id } of finds.slice(FIRST)) if (entry(id)) texts[id] = textOf(id);
    thread.postMessage({ turn, texts });
  }, REST_MS);
}
