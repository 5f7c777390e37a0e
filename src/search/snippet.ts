import { type Word, wordsOf } from './words.ts';

/** A piece of text, and whether it is one of the words looked for. */
export type Piece = [text: string, isMarked: boolean];

const LETTER = '0-9A-Za-z\\u00c0-\\u024f\\u0300-\\u036f\\u1e00-\\u1eff';
/** About two lines on a small phone. */
const LENGTH = 120;

/** A word of a text: where it begins and ends, and how it is looked for. */
type Token = [at: number, end: number, folded: string];

/** By letter without marks: all letters that it is folded from. */
let likes: Record<string, string> | undefined;

/** The ways to write a folded word, as a pattern. “ky” and “ki” are one, see `words.ts`. */
function waysOf(folded: string): string {
  if (!likes) {
    likes = { i: 'y' };
    for (let code = 0xc0; code < 0x1eff; code = code === 0x24f ? 0x1e00 : code + 1) {
      const letter = String.fromCharCode(code);
      const [word] = wordsOf(letter);
      if (word && word.folded.length === 1) likes[word.folded] = (likes[word.folded] || '') + letter;
    }
    likes.i += likes.y || '';
  }
  const ways = likes;
  return folded.replace(/./g, (letter) => `[${letter}${ways[letter] || ''}][\\u0300-\\u036f]*`);
}

/** A text is one of many that are shown for the same words. */
let made: { words: readonly Word[]; wanted: string[]; pattern: RegExp } | undefined;

function patternOf(words: readonly Word[]) {
  if (made && made.words === words) return made;
  const wanted = Array.from(new Set(words.map(({ folded }) => folded)));
  made = { words, wanted, pattern: new RegExp(`(^|[^${LETTER}])(${wanted.map(waysOf).join('|')})(?![${LETTER}])`, 'gi') };
  return made;
}

/** Those words of a text that are looked for, in order. Cutting a lesson into all of its words would be a hundred times dearer. */
function foundIn(text: string, words: readonly Word[]): Token[] {
  const list: Token[] = [];
  if (!words.length) return list;
  const { wanted, pattern } = patternOf(words);
  text.replace(pattern, (_, before: string, word: string, at: number) => {
    const [read] = wordsOf(word);
    const start = at + before.length;
    // A pattern takes “thy” for “thi” and “y” for “i”, which are not always one.
    if (read && wanted.indexOf(read.folded) >= 0) list.push([start, start + word.length, read.folded]);
    return '';
  });
  return list;
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
