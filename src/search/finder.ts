import { HELP, kindOf, weightOf } from './kinds.ts';
import type { PageEntry } from './pages.ts';
import { contains } from './phrases.ts';
import { type Hit, rank } from './rank.ts';
import { readings, repair } from './repair.ts';
import { seek } from './seek.ts';
import { open, type Packed, pack, type Shelf, vocabulary } from './shelf.ts';
import { entriesOfRows, type Place, type Row, rowsOfPlaces, shardOf, type Titles } from './titles.ts';
import { undoKeys } from './typing.ts';
import { isSyllable, type Word, wordsOf } from './words.ts';

/** What a search gives back. */
export interface Answer {
  hits: Hit[];
  /** Places to call, first things first, when someone may need help at once. */
  calls: Place[];
  /** The query as it was read, when that is not what was typed. */
  read: string | undefined;
  /** What was looked for, to mark it in texts. */
  words: Word[];
  /** Terms by which texts that are not here may be found, those that tell most first. */
  seek: string[];
}

/** Searches the titles of everything, and the full text of what is on the phone. */
export interface Finder {
  /** Adds names that came in a shard. */
  add(shard: number, rows: readonly Row[]): void;
  /** Puts a shelf of full text in the place of the one of that name. */
  put(name: string, packed: Packed, entries: readonly PageEntry[]): void;
  /** The fullest text there is of an entry. */
  entry(id: string): PageEntry | undefined;
  /** Whether the full text of an entry is here. */
  isFull(id: string): boolean;
  /** Shards that this query needs and that have not come yet. */
  lacks(query: string): number[];
  ask(query: string): Answer;
}

interface Stand {
  shelf: Shelf;
  entries: Map<string, PageEntry>;
}

/** A finder over the titles; shards and shelves with full text come later, one by one. */
export function createFinder(titles: Titles): Finder {
  const urgent = titles.urgent.split('|').map(wordsOf);
  const common = new Set(titles.common.split(' '));
  const named = new Map<string, Row>();
  const came = new Set<number>();
  /** By name; the one that came from afar (`AFAR`) has none, and gives way to the others. */
  const shelves = new Map<string, Stand>();
  /** How many entries have a term, on all shelves: a slip is looked for among hundreds of words, and there may be hundreds of shelves. */
  const terms = vocabulary();
  const counts: number[] = [];
  const count = (term: string) => counts[terms.numbers.get(term) as number] || 0;
  const tally = (stand: Stand | undefined, sign: number) => {
    if (!stand) return;
    stand.shelf.each((term, times) => {
      counts[term] = (counts[term] || 0) + sign * times;
    });
  };
  let names: Stand | undefined;
  let synonyms: [phrase: Word[], meaning: Word[]][] = [];
  let spelling = new Map<string, string>();

  const take = (rows: readonly Row[]) => {
    for (const row of rows) {
      // Two shards may know different other words for one and the same thing.
      const known = named.get(row[0]);
      named.set(row[0], known?.[2] && known[2] !== row[2] ? ([row[0], row[1], `${known[2]}|${row[2]}`].concat(row.slice(3) as string[]) as Row) : row);
    }
    tally(names, -1);
    names = undefined;
  };
  const stand = (packed: Packed, entries: readonly PageEntry[]): Stand => {
    const made = { shelf: open(packed, terms), entries: byId(entries) };
    tally(made, 1);
    return made;
  };
  // Those that are asked for most come without the words that find them; where all rows are there, they have their own.
  take(titles.asked);
  take(rowsOfPlaces(titles.places));
  take(titles.rows);

  /** The names as an index; made anew when more have come. */
  const nameShelf = (): Stand => {
    if (names) return names;
    const rows = Array.from(named.values());
    const entries = entriesOfRows(rows);
    names = stand(pack(entries), entries);
    synonyms = [];
    spelling = new Map();
    for (const [id, title, key] of rows) {
      if (kindOf(id) === 'word') for (const other of key.split('|')) synonyms.push([wordsOf(other), wordsOf(title)]);
      for (const text of `${title} ${key}`.toLowerCase().split(/[^0-9a-z\u00c0-\u024f\u1e00-\u1eff]+/)) {
        for (const { folded, marked } of wordsOf(text)) {
          spelling.set(`=${marked}`, text);
          if (marked !== folded || !spelling.has(folded)) spelling.set(folded, text);
        }
      }
    }
    return names;
  };
  const stands = () => [nameShelf(), ...Array.from(shelves.values())];

  return {
    add(shard, rows) {
      came.add(shard);
      take(rows);
    },
    put(name, packed, entries) {
      tally(shelves.get(name), -1);
      shelves.set(name, stand(packed, entries));
    },
    entry(id) {
      let found = nameShelf().entries.get(id);
      shelves.forEach(({ entries }, name) => {
        if (name || !found) found = entries.get(id) || found;
      });
      return found;
    },
    isFull: (id) => Array.from(shelves).some(([name, { entries }]) => name && entries.has(id)),
    lacks(query) {
      if (!titles.shards) return [];
      const words = wordsOf(query);
      const telling = words.filter(({ folded }) => !common.has(folded));
      const { shelf } = nameShelf();
      const wanted = new Set<number>();
      const need = (word: string) => void wanted.add(shardOf(word, titles.shards));
      for (const word of telling.length ? telling : words) {
        const isNone = !isSyllable(word.folded) || (came.has(shardOf(word.folded, titles.shards)) && !shelf.count(word.folded));
        const others = isNone ? readings(word) : [];
        // No syllable, or not in its own shard: then it stands for something else.
        if (others.length) others.filter((other) => !common.has(other)).forEach(need);
        else need(word.folded);
      }
      return Array.from(wanted).filter((shard) => !came.has(shard));
    },
    ask(query) {
      const all = stands().map(({ shelf }) => shelf);
      const typed = wordsOf(query);
      const words = repair(typed, count);
      // One syllable is part of too many words to stand for a meaning, unless it is all that was typed.
      const expansions = synonyms.filter(([phrase]) => (phrase.length > 1 || words.length === 1) && contains(words, phrase)).map(([, meaning]) => meaning);
      const hits = rank(all, words, expansions, count).map(({ id, score }) => ({ id, score: score * weightOf(id) }));
      hits.sort((a, b) => b.score - a.score);
      // A cry for help counts as it was typed: what the vocabulary lacks must not hide it.
      const calls = callsFor([words, typed, typed.map((word) => (isSyllable(word.folded) ? word : undoKeys(word.folded) || word))]);
      if (calls[0]) lift(hits, [`${HELP}#so-${calls[0][0]}`, HELP]);
      const isRead = foldedOf(typed) !== foldedOf(words);
      return { hits, calls, words, seek: calls[0] ? [] : seek(typed, words, count), read: isRead ? words.map(({ folded, marked }) => spelling.get(`=${marked}`) || spelling.get(folded) || folded).join(' ') : undefined };
    },
  };

  /** A number that was typed comes first, the one for every need after it. */
  function callsFor(readings: readonly Word[][]): Place[] {
    const phones = titles.places.filter(([, , , , dial]) => dial);
    const asked = phones.filter(([, , , number, dial]) => (readings[0] as Word[]).some(({ folded }) => folded === digits(number) || folded === digits(dial)));
    if (!asked.length && !readings.some((words) => urgent.some((phrase) => contains(words, phrase)))) return [];
    return asked.concat(phones.slice(0, 1).filter((first) => asked.indexOf(first) < 0));
  }
}

const foldedOf = (words: readonly Word[]): string => words.map(({ folded }) => folded).join(' ');

const digits = (text: string): string => text.replace(/\D/g, '');

function byId(entries: readonly PageEntry[]): Map<string, PageEntry> {
  const map = new Map<string, PageEntry>();
  for (const entry of entries) map.set(entry.id, entry);
  return map;
}

/** Puts these entries on top, whatever their score. */
function lift(hits: Hit[], ids: string[]): void {
  ids.forEach((id, index) => {
    const at = hits.findIndex((hit) => hit.id === id);
    if (at >= 0) hits.splice(at, 1);
    hits.splice(index, 0, { id, score: Infinity });
  });
}
