import { rarity, type Shelf } from './shelf.ts';
import { isMarked, type Word } from './words.ts';

/** What a pair of neighbours is worth beside a syllable, what right marks add, and what an expansion counts. */
const PAIR = 0.9;
const MARKS = 0.25;
const EXPANSION = 0.4;
/** A syllable that nearly every text has tells nothing and costs time; it is left out where there is more to go by. */
const COMMON = 0.6;
const MANY = 500;

/** One entry found, the better the higher its score; scores compare within one search. */
export interface Hit {
  id: string;
  score: number;
}

/**
 * Searches shelves side by side, as if they were one.
 *
 * @param words what was typed, already read as it was meant
 * @param expansions further words that mean the same, counting less
 * @returns entries by falling score, each once; those that several shelves hold with their best score
 */
export function rank(shelves: readonly Shelf[], words: readonly Word[], expansions: readonly Word[][] = []): Hit[] {
  const size = shelves.reduce((sum, shelf) => sum + shelf.size, 0);
  const count = (term: string) => shelves.reduce((sum, shelf) => sum + shelf.count(term), 0);
  const wanted = new Map<string, number>();
  const want = (term: string, weight: number) => {
    const times = count(term);
    if (times) wanted.set(term, (wanted.get(term) || 0) + weight * rarity(times, size));
  };
  const wantAll = (list: readonly Word[], weight: number) =>
    list.forEach((word, index) => {
      const after = list[index + 1];
      if (size < MANY || list.length < 3 || count(word.folded) < size * COMMON) want(word.folded, weight);
      if (isMarked(word)) want(`=${word.marked}`, weight * MARKS);
      if (after) want(`${word.folded} ${after.folded}`, weight * PAIR);
    });
  wantAll(words, 1);
  for (const expansion of expansions) wantAll(expansion, EXPANSION);

  const best = new Map<string, number>();
  for (const shelf of shelves) for (const { ref, score } of shelf.find(wanted)) best.set(ref, Math.max(score, best.get(ref) || 0));
  const hits: Hit[] = [];
  best.forEach((score, id) => hits.push({ id, score }));
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
