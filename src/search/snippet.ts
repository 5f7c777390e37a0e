import { type Word, wordsOf } from './words.ts';

/** A piece of text, and whether it is one of the words looked for. */
export type Piece = [text: string, isMarked: boolean];

const LETTERS = /[0-9A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]+/g;
/** About two lines on a small phone. */
const LENGTH = 120;

/** Words as they were met, folded: a text has the same ones again and again. */
const seen = new Map<string, string>();

function foldOne(word: string): string {
  let folded = seen.get(word);
  if (folded === undefined) {
    const [first] = wordsOf(word);
    folded = first ? first.folded : '';
    seen.set(word, folded);
  }
  return folded;
}

/** The text cut into pieces, the words looked for marked. Read together they are the text. */
export function mark(text: string, words: readonly Word[]): Piece[] {
  const wanted: Record<string, boolean> = Object.create(null);
  for (const { folded } of words) wanted[folded] = true;
  const pieces: Piece[] = [];
  let done = 0;
  const push = (until: number, isMarked: boolean) => {
    if (until > done) pieces.push([text.slice(done, until), isMarked]);
    done = until;
  };
  text.replace(LETTERS, (word: string, at: number) => {
    if (!wanted[foldOne(word)]) return '';
    push(at, false);
    push(at + word.length, true);
    return '';
  });
  push(text.length, false);
  return pieces;
}

/** The stretch of a text that has most of the words, cut at spaces, with dots where it goes on. */
export function snippet(text: string, words: readonly Word[]): Piece[] {
  const starts: number[] = [];
  const found: [at: number, word: string][] = [];
  let at = 0;
  for (const [piece, isWanted] of mark(text, words)) {
    if (isWanted) {
      found.push([at, foldOne(piece)]);
      starts.push(at);
    }
    at += piece.length;
  }
  let best = 0;
  let most = -1;
  for (const start of starts) {
    const inside: Record<string, boolean> = Object.create(null);
    let worth = 0;
    for (const [place, word] of found) {
      if (place < start || place > start + LENGTH) continue;
      worth += inside[word] ? 0.1 : 1;
      inside[word] = true;
    }
    if (worth > most) {
      most = worth;
      best = start;
    }
  }
  // Back to the beginning of the sentence when that is near, else a few words.
  const sentence = Math.max(text.lastIndexOf('. ', best), text.lastIndexOf('? ', best), text.lastIndexOf(': ', best)) + 1;
  let start = best - sentence < 50 ? sentence : text.lastIndexOf(' ', Math.max(0, best - 25)) + 1;
  while (text.charAt(start) === ' ') start++;
  let end = Math.min(text.length, start + LENGTH + 40);
  if (end < text.length) end = text.lastIndexOf(' ', end);
  const pieces = mark(text.slice(start, end), words);
  if (start > 0 && start !== sentence + 1) pieces.unshift(['… ', false]);
  if (end < text.length) pieces.push([' …', false]);
  return pieces;
}
