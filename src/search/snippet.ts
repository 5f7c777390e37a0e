import { type Word, wordsOf } from './words.ts';

/** A piece of text, and whether it is one of the words looked for. */
export type Piece = [text: string, isMarked: boolean];

const LETTERS = /[0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]+/g;
/** About two lines on a small phone. */
const LENGTH = 120;

/** A word of a text: where it begins and ends, and how it is looked for. */
type Token = [at: number, end: number, folded: string];

/** Words as they were met, folded: a text has the same ones again and again. */
const seen = new Map<string, string>();

/** Texts cut into words: with the next letter that is typed most of the same ones are shown again. */
const cut = new Map<string, Token[]>();
/** Cutting is dear, keeping costs memory: the long texts of two or three answers. */
const MOST_CUT = 60;
const LONG = 300;

function foldOne(word: string): string {
  let folded = seen.get(word);
  if (folded === undefined) {
    const [first] = wordsOf(word);
    folded = first ? first.folded : '';
    seen.set(word, folded);
  }
  return folded;
}

function tokensOf(text: string): Token[] {
  const known = cut.get(text);
  if (known) return known;
  const list: Token[] = [];
  text.replace(LETTERS, (word: string, at: number) => {
    list.push([at, at + word.length, foldOne(word)]);
    return '';
  });
  if (cut.size > MOST_CUT) cut.clear();
  if (text.length > LONG) cut.set(text, list);
  return list;
}

/** Those words of a text that are looked for, in order. */
function foundIn(text: string, words: readonly Word[]): Token[] {
  const wanted = new Set(words.map(({ folded }) => folded));
  return tokensOf(text).filter(([, , folded]) => wanted.has(folded));
}

/** The text from one place to another, cut into pieces. */
function pieces(text: string, from: number, until: number, found: readonly Token[]): Piece[] {
  const list: Piece[] = [];
  let done = from;
  const push = (to: number, isMarked: boolean) => {
    if (to > done) list.push([text.slice(done, to), isMarked]);
    done = to;
  };
  for (const [at, end] of found) {
    if (at < from || end > until) continue;
    push(at, false);
    push(end, true);
  }
  push(until, false);
  return list;
}

/** The text cut into pieces, the words looked for marked. Read together they are the text. */
export const mark = (text: string, words: readonly Word[]): Piece[] => pieces(text, 0, text.length, foundIn(text, words));

/** The stretch of a text that has most of the words, cut at spaces, with dots where it goes on. */
export function snippet(text: string, words: readonly Word[]): Piece[] {
  const found = foundIn(text, words);
  let best = 0;
  let most = -1;
  found.forEach(([start], index) => {
    const inside = new Set<string>();
    let worth = 0;
    for (let next = index; next < found.length; next++) {
      const [at, , word] = found[next] as Token;
      if (at > start + LENGTH) break;
      worth += inside.has(word) ? 0.1 : 1;
      inside.add(word);
    }
    if (worth > most) {
      most = worth;
      best = start;
    }
  });
  // Back to the beginning of the sentence when that is near, else a few words.
  const sentence = Math.max(text.lastIndexOf('. ', best), text.lastIndexOf('? ', best), text.lastIndexOf(': ', best)) + 1;
  let start = best - sentence < 50 ? sentence : text.lastIndexOf(' ', Math.max(0, best - 25)) + 1;
  while (text.charAt(start) === ' ') start++;
  let end = Math.min(text.length, start + LENGTH + 40);
  if (end < text.length) end = text.lastIndexOf(' ', end);
  const list = pieces(text, start, end, found);
  if (start > 0 && start !== sentence + 1) list.unshift(['… ', false]);
  if (end < text.length) list.push([' …', false]);
  return list;
}
