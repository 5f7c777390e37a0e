import { paths } from '../shared/paths.ts';
import { weightOf } from './kinds.ts';
import type { PageEntry } from './pages.ts';
import { contains, phraseOf } from './phrases.ts';
import { type Hit, rank } from './rank.ts';
import { repair } from './repair.ts';
import { open, pack, type Packed, type Shelf } from './shelf.ts';
import { titleEntries, type Titles } from './titles.ts';
import { type Word, wordsOf } from './words.ts';

/** What a search gives back. */
export interface Answer {
  hits: Hit[];
  /** Ids of places to call, first things first, when someone may need help at once. */
  calls: string[];
  /** The query as it was read, when that is not what was typed. */
  read: string | undefined;
  /** What was looked for, to mark it in texts. */
  words: Word[];
}

/** Searches the titles of everything, and the full text of what is on the phone. */
export interface Finder {
  /** Puts a shelf in place of the one of that name; an index of nothing takes it away. */
  put(name: string, packed: Packed, entries: readonly PageEntry[]): void;
  /** The fullest text there is of an entry. */
  entry(id: string): PageEntry | undefined;
  /** Whether the full text of an entry is here. */
  isFull(id: string): boolean;
  ask(query: string): Answer;
}

/** A finder over the titles; shelves with full text come later, one by one. */
export function createFinder(titles: Titles): Finder {
  const named = titleEntries(titles);
  const shelves: Record<string, Shelf> = { '': open(pack(named)) };
  const texts: Record<string, Record<string, PageEntry>> = { '': byId(named) };
  const urgent = titles.urgent.split('|').map(phraseOf);
  const synonyms: [phrase: Word[], meaning: Word[]][] = [];
  for (const [, term, others] of titles.words) {
    const meaning = phraseOf(term);
    for (const other of others.split('|')) {
      const phrase = phraseOf(other);
      if (phrase.length) synonyms.push([phrase, meaning]);
    }
  }
  const names = Object.keys.bind(undefined, shelves);
  const entry = (id: string): PageEntry | undefined => {
    for (const name of names()) if (name && texts[name] && (texts[name] as Record<string, PageEntry>)[id]) return (texts[name] as Record<string, PageEntry>)[id];
    return (texts[''] as Record<string, PageEntry>)[id];
  };
  let spelling: Map<string, string> | undefined;

  return {
    put(name, packed, entries) {
      shelves[name] = open(packed);
      texts[name] = byId(entries);
    },
    entry,
    isFull: (id) => names().some((name) => !!name && !!(texts[name] as Record<string, PageEntry>)[id]),
    ask(query) {
      const all = names().map((name) => shelves[name] as Shelf);
      const typed = wordsOf(query);
      const words = repair(typed, (term) => all.reduce((sum, shelf) => sum + shelf.count(term), 0));
      // One syllable is part of too many words to stand for a meaning, unless it is all that was typed.
      const expansions = synonyms.filter(([phrase]) => (phrase.length > 1 || words.length === 1) && contains(words, phrase)).map(([, meaning]) => meaning);
      const hits = rank(all, words, expansions).map(({ id, score }) => ({ id, score: score * weightOf(id) }));
      hits.sort((a, b) => b.score - a.score);
      const calls = callsFor(words);
      if (calls.length) lift(hits, [`${paths.help}#so-${calls[0]}`, paths.help]);
      return { hits, calls, words, read: typed.length && String(typed.map(folded)) !== String(words.map(folded)) ? words.map((word) => spell(word)).join(' ') : undefined };
    },
  };

  /** A number that was typed comes first, the one for every need after it. */
  function callsFor(words: readonly Word[]): string[] {
    const places = titles.places.filter(([, , , , dial]) => dial);
    const asked = places.filter(([, , , number, dial]) => words.some(({ folded }) => folded === digits(number) || folded === digits(dial))).map(([id]) => id);
    const isUrgent = asked.length > 0 || urgent.some((phrase) => contains(words, phrase));
    if (!isUrgent) return [];
    const first = places.slice(0, 1).map(([id]) => id);
    return asked.concat(first.filter((id) => asked.indexOf(id) < 0));
  }

  /** A folded word as some title writes it, so that people recognise it. */
  function spell({ folded }: Word): string {
    if (!spelling) {
      spelling = new Map();
      for (const { title, key } of named) for (const word of `${title} ${key}`.toLowerCase().split(/[^0-9a-z\u00c0-\u024f\u1e00-\u1eff]+/)) if (word) for (const { folded } of wordsOf(word)) if (!spelling.has(folded)) spelling.set(folded, word);
    }
    return spelling.get(folded) || folded;
  }
}

const folded = (word: Word): string => word.folded;

const digits = (text: string): string => text.replace(/\D/g, '');

function byId(entries: readonly PageEntry[]): Record<string, PageEntry> {
  const map: Record<string, PageEntry> = {};
  for (const entry of entries) map[entry.id] = entry;
  return map;
}

/** Puts these entries on top, whatever their score. */
function lift(hits: Hit[], ids: string[]): void {
  const top = hits.length ? (hits[0] as Hit).score : 1;
  ids.forEach((id, index) => {
    const at = hits.findIndex((hit) => hit.id === id);
    if (at >= 0) hits.splice(at, 1);
    hits.splice(index, 0, { id, score: top });
  });
}
