import { HELP, kindOf } from './kinds.ts';
import type { PageEntry } from './pages.ts';
import { wordsOf } from './words.ts';

/** One thing to find, by name only: address, name as shown, other words to find it by (with bars between), and 1 for a heavy lesson, whose words are shown to nobody. */
export type Row = [id: string, title: string, key: string, isQuiet?: 1];

/** A place to call or to go to: id, name, when, number as written and as dialled (both empty where there is none). */
export type Place = [id: string, name: string, use: string, number: string, dial: string];

/** What every search begins with. */
export interface Titles {
  /** What someone types who needs help at once, with bars between. */
  urgent: string;
  /** In order: the first is the one for every need. */
  places: Place[];
  /** Lessons that are asked for most, when nothing is found. */
  asked: Row[];
  /** Everything there is to find; or, where that is more than a first search may cost, only what no shard holds. */
  rows: Row[];
  /** So many shards hold the rest; none when `rows` is everything. */
  shards: number;
  /** Words of so many names that their shards tell little, with spaces between: not fetched where there is more to go by. */
  common: string;
}

/** Rows as they are searched. */
export const entriesOfRows = (rows: readonly Row[]): PageEntry[] =>
  rows.map(([id, title, key, isQuiet]) => {
    const entry: PageEntry = { id, title, key };
    if (isQuiet) entry.isQuiet = true;
    return entry;
  });

/** Places as they are searched. */
export const rowsOfPlaces = (places: readonly Place[]): Row[] => places.map(([id, name, use, number]) => [`${HELP}#so-${id}`, name, number ? `${use}|${number}` : use]);

/** Rows that a shard holds for one word; those beyond are found by another of their words. */
const MOST_OF_A_WORD = 12;
const ROWS_OF_A_SHARD = 5;
const MOST_SHARDS = 2048;
/** Common words are named to every search, so there are not to be many. */
const MOST_COMMON = 60;

/** The shard in which rows with this word stand, the same at build time and on the phone. */
export function shardOf(word: string, shards: number): number {
  let hash = 7;
  for (let at = 0; at < word.length; at++) hash = (hash * 31 + word.charCodeAt(at)) % 1_000_003;
  return hash % shards;
}

/**
 * Deals rows into shards by their words, so that a search fetches a few small files whatever the number of rows: every
 * row stands in the shards of all words of its name (and of the other words for it, where it is a word or a heavy lesson). A
 * shard holds of those other words only the ones that led there. A word that very many names have leads to some of them
 * only; what else is typed narrows it down.
 */
export function deal(rows: readonly Row[]): { shards: Row[][]; common: string } {
  const byWord = new Map<string, [row: Row, key: string][]>();
  let placed = 0;
  const place = (row: Row, text: string, key: string) => {
    for (const word of new Set(wordsOf(text).map(({ folded }) => folded))) {
      const list = byWord.get(word) ?? [];
      if (list.length >= MOST_OF_A_WORD) continue;
      list.push([row, key]);
      byWord.set(word, list);
      placed++;
    }
  };
  for (const row of [...rows].sort((a, b) => rankOf(a) - rankOf(b))) {
    const [id, title, key, isQuiet] = row;
    place(row, title, '');
    if (kindOf(id) === 'word' || isQuiet) for (const other of key.split('|')) place(row, other, other);
  }
  const count = Math.min(MOST_SHARDS, Math.max(1, Math.ceil(placed / ROWS_OF_A_SHARD)));
  const shards = Array.from({ length: count }, () => new Map<Row, Set<string>>());
  for (const [word, list] of byWord) {
    const shard = shards[shardOf(word, count)];
    for (const [row, key] of list) shard?.set(row, (shard.get(row) ?? new Set()).add(key));
  }
  const common = [...byWord].filter(([, list]) => list.length === MOST_OF_A_WORD).map(([word]) => word);
  return { shards: shards.map((shard) => [...shard].map(([[id, title, , isQuiet], keys]) => rowOf(id, title, [...keys], isQuiet))), common: common.slice(0, MOST_COMMON).join(' ') };
}

const rowOf = (id: string, title: string, keys: string[], isQuiet?: 1): Row => {
  const key = keys.filter(Boolean).join('|');
  return isQuiet ? [id, title, key, isQuiet] : [id, title, key];
};

const rankOf = ([id]: Row): number => ['lesson', 'story', 'word', 'page', 'place', 'fact', 'quiz'].indexOf(kindOf(id));
