import { rarity } from './rarity.ts';
import type { Shelf } from './shelf.ts';
import { isMarked, type Word } from './words.ts';

/** What a pair of neighbours is worth beside a syllable, what right marks add, and what an expansion counts. */
const PAIR = 0.75;
const MARKS = 0.4;
const EXPANSION = 0.4;
/** How much it counts that an entry has all of what was asked for, and how much that it is called so. */
const WHOLE = 0.8;
const NAMED = 0.7;
/** What a shelf's words alone put further back than this does not come to the front by being whole. */
const WEIGHED = 100;
/** A syllable that nearly every text has tells nothing and costs time; it is left out where there is more to go by. */
const COMMON = 0.6;
const MANY = 500;

/** One entry found, the better the higher its score; scores compare within one search. */
export interface Hit {
  id: string;
  score: number;
}

/** One way of saying what is looked for. */
interface Saying {
  /** Weights of what it consists of. */
  terms: Map<string, number>;
  total: number;
  /** Its words. */
  length: number;
}

/** An entry that has some of the words: what they weigh there, and by saying how much of it is there, for every place of its shelf. */
interface Found {
  shelf: Shelf;
  place: number;
  score: number;
  shares: Float64Array[];
}

/**
 * Searches shelves side by side, as if they were one. Of texts with the same words the one that has all that was asked for is
 * better, and better still the one that is called so: who types two words means both, and who types a name wants what has it.
 *
 * @param words what was typed, already read as it was meant
 * @param expansions further words that mean the same, counting less
 * @param count how many entries of all shelves have a term, where somebody has added it up
 * @returns entries by falling score, each once, the best of every shelf; those that several shelves hold with their best score
 */
export function rank(shelves: readonly Shelf[], words: readonly Word[], expansions: readonly Word[][] = [], count = countIn(shelves)): Hit[] {
  const size = shelves.reduce((sum, shelf) => sum + shelf.size, 0);
  const say = (list: readonly Word[]): Saying => {
    const terms = new Map<string, number>();
    let total = 0;
    const want = (term: string, weight: number) => {
      const worth = count(term) && weight * rarity(count(term), size);
      if (worth) terms.set(term, (terms.get(term) || 0) + worth);
      total += worth;
    };
    list.forEach((word, index) => {
      const after = list[index + 1];
      if (size < MANY || list.length < 3 || count(word.folded) < size * COMMON) want(word.folded, 1);
      if (isMarked(word)) want(`=${word.marked}`, MARKS);
      if (after) want(`${word.folded} ${after.folded}`, PAIR);
    });
    return { terms, total, length: list.length };
  };
  const typed = say(words);
  const sayings = [typed].concat(expansions.map(say)).filter(({ total }) => total);
  const wanted = new Map<string, number>();
  for (const saying of sayings) saying.terms.forEach((worth, term) => wanted.set(term, (wanted.get(term) || 0) + worth * (saying === typed ? 1 : EXPANSION)));

  const found: Found[] = [];
  for (const shelf of shelves) {
    const scores = new Float64Array(shelf.size);
    wanted.forEach((worth, term) =>
      shelf.walk(term, (place, weight) => {
        scores[place] = (scores[place] as number) + worth * weight;
      }),
    );
    const shares = sayings.map(({ terms }) => {
      const there = new Float64Array(shelf.size);
      terms.forEach((worth, term) =>
        shelf.walk(term, (place) => {
          there[place] = (there[place] as number) + worth;
        }),
      );
      return there;
    });
    const own: Found[] = [];
    scores.forEach((score, place) => score && own.push({ shelf, place, score, shares }));
    found.push(...own.sort(byScore).slice(0, WEIGHED));
  }

  const best = new Map<string, number>();
  for (const { shelf, place, score, shares } of found) {
    const fit = Math.max.apply(
      0,
      sayings.map((saying, at) => share(saying, (shares[at] as Float64Array)[place] as number) * (1 + NAMED * likeness(saying, shelf.title(place)))),
    );
    const ref = shelf.ids[place] as string;
    best.set(ref, Math.max(score * fit, best.get(ref) || 0));
  }
  const hits: Hit[] = [];
  best.forEach((score, id) => hits.push({ id, score }));
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const countIn =
  (shelves: readonly Shelf[]) =>
  (term: string): number =>
    shelves.reduce((sum, shelf) => sum + shelf.count(term), 0);

/** How much of what is said the entry has, between 0 and 1. In a long question single words matter less. */
const share = ({ total, length }: Saying, there: number): number => (there / total) ** (WHOLE / length);

const byScore = (a: Found, b: Found): number => b.score - a.score || a.place - b.place;

/** How much the name is what is said, no more and no less: nearly nothing until it is nearly all. */
function likeness({ terms, length }: Saying, title: readonly string[]): number {
  const shared = title.filter((term) => terms.has(term)).length;
  return ((2 * shared) / (title.length + length * 2 - 1)) ** 3;
}
