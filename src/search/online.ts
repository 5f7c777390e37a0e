import type { PageEntry } from './pages.ts';
import { rarity } from './rarity.ts';
import type { Packed } from './shelf.ts';
import { entriesOfRows, type Row, shardOf } from './titles.ts';

/**
 * Part of an index over the full text of everything, for searching what is not on the phone: so many texts there are, and by
 * term how many of them have it, then, by turns, the step to the next of those texts and what the term weighs in it.
 */
export type TextShard = [size: number, terms: Record<string, number[]>];

/** What the files of an edition are called, and how many shards there are: asked for afresh. */
export type TextsName = [version: string, shards: number];

/** Texts by number, so many in one file: who finds a number can tell where it leads. */
export const ROWS_OF_A_FILE = 8;
/** A term's weights are whole numbers of this part. */
export const STEP = 0.1;

/** Files fetched for one search at most, at up to 0.8 KB and 0.4 KB each: 12 KB in all. */
const MOST_SHARDS = 12;
const MOST_ROWS = 6;
/** Finds worth a name. */
const MOST_FOUND = 12;

/** Full text that is not on the phone, of which what a search needs is fetched. All that came stays until the page is left. */
export interface Library {
  /**
   * Fetches what these terms need, the first ones first.
   *
   * @returns all that is known by now, as a shelf; nothing when there is nothing new
   */
  ask(terms: readonly string[]): Promise<{ packed: Packed; entries: PageEntry[] } | undefined>;
}

/**
 * @param shards so many shards there are
 * @param load gives a file by its name, the number of a shard or `r` and that of some rows; rejects when it does not come
 */
export function createLibrary(shards: number, load: <T>(name: string) => Promise<T>): Library {
  let size = 0;
  const files = new Map<string, Promise<void>>();
  const lists = new Map<string, number[]>();
  const rows = new Map<number, Row>();

  /** A file comes once; one that did not come may come the next time. */
  const fetchOnce = <T>(name: string, take: (file: T) => void): Promise<void> => {
    const coming = files.get(name) || load<T>(name).then(take, () => void files.delete(name));
    files.set(name, coming);
    return coming;
  };
  const takeShard = ([all, terms]: TextShard) => {
    size = all;
    for (const term of Object.keys(terms)) lists.set(term, terms[term] as number[]);
  };
  /** Goes through the texts that have the term. */
  const each = (term: string, visit: (place: number, weight: number) => void) => {
    const list = lists.get(term) || [];
    let place = 0;
    for (let at = 1; at < list.length; at += 2) visit((place += list[at] as number), (list[at + 1] as number) * STEP);
  };
  const count = (term: string) => (lists.get(term) || [0])[0] as number;

  return {
    async ask(terms) {
      const before = files.size;
      const needed: string[] = [];
      for (const term of terms) {
        const name = String(shardOf(term, shards));
        if (needed.indexOf(name) < 0 && needed.length < MOST_SHARDS) needed.push(name);
      }
      await Promise.all(needed.map((name) => fetchOnce(name, takeShard)));
      const scores = new Map<number, number>();
      for (const term of terms) each(term, (place, weight) => scores.set(place, (scores.get(place) || 0) + weight * rarity(count(term), size)));
      const best = Array.from(scores.keys())
        .sort((a, b) => (scores.get(b) as number) - (scores.get(a) as number))
        .slice(0, MOST_FOUND);
      const blocks = Array.from(new Set(best.map((place) => Math.floor(place / ROWS_OF_A_FILE)))).slice(0, MOST_ROWS);
      await Promise.all(blocks.map((block) => fetchOnce<Row[]>(`r${block}`, (list) => list.forEach((row, at) => rows.set(block * ROWS_OF_A_FILE + at, row)))));
      return files.size > before ? shelf() : undefined;
    },
  };

  function shelf(): { packed: Packed; entries: PageEntry[] } {
    const places = Array.from(rows.keys());
    const named = Array.from(rows.values());
    const terms = Array.from(lists.keys());
    const at = new Map(places.map((place, index): [number, number] => [place, index]));
    const body: number[][] = places.map(() => []);
    terms.forEach((term, number) => {
      each(term, (place, weight) => {
        const index = at.get(place);
        if (index !== undefined) (body[index] as number[]).push(number, weight);
      });
    });
    const none = places.map(() => []);
    return { packed: { ids: named.map(([id]) => id), terms, vectors: [none, none, body], part: { size, counts: terms.map(count) } }, entries: entriesOfRows(named) };
  }
}
