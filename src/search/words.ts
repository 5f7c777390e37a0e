/**
 * Text into words: one function for the build, the worker and the page. A syllable stands in the index in two forms, and
 * every way of writing it leads to the same two:
 *
 *   “Hoà”, “hòa”, “HÒA” (composed or not)  →  folded `hoa`, marked `hoa1`
 *
 * Folded has no marks at all; marked keeps the vowels (ă â ê ô ơ ư) and đ, with the tone as a digit behind, so it does not
 * matter on which vowel the tone was written.
 */
export interface Word {
  folded: string;
  /** Vowels and tone; the same as `folded` when the syllable has none. */
  marked: string;
}

const TONES = '\u0300\u0301\u0309\u0303\u0323';
const MARKS = /[\u0300-\u036f]/g;
/** What stands between words. Everything else is kept: letters of other scripts as well. */
const GAPS = /[^0-9a-z\u0300-\u036f\u00df-\u024f\u0370-\u1fff\u3040-\ud7ff]+/;
/** A number as people write it in groups: `1800 1567`, `0981.84.84.84`, `+84 981 84 84 84`, `1 1 1`. */
const GROUPS = /\d+(?:[ .\u00a0-]\d+)+/g;

/**
 * Cuts a text into words, in order. Idempotent on its own folded output; never throws.
 * Numbers that are dialled are one word however they are grouped, from abroad or from here.
 */
export function wordsOf(text: string): Word[] {
  return plain(text)
    .replace(GROUPS, joinNumber)
    .split(GAPS)
    .map(wordOf)
    .filter((word) => word.folded);
}

/** Lower case, decomposed, đ as a letter with a stroke whichever of its look-alikes was typed. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[ð\u0256]/g, 'đ');

/** Words as they were met: a language has some thousands of syllables, and texts say them again and again. */
const met = new Map<string, Word>();
const MOST_MET = 20_000;

function wordOf(word: string): Word {
  const known = met.get(word);
  if (known) return known;
  if (met.size > MOST_MET) met.clear();
  const read = foldAndMark(word);
  met.set(word, read);
  return read;
}

function foldAndMark(word: string): Word {
  const letters = word.replace(/đ/g, 'd').replace(MARKS, '');
  const folded = likeI(letters);
  let tone = '';
  const vowels = word.replace(MARKS, (mark) => {
    const at = TONES.indexOf(mark) + 1;
    if (at) tone = String(at);
    return at || !'\u0302\u0306\u031b'.includes(mark) ? '' : mark;
  });
  // What only has đ to tell is marked too: “đi” is not “di”.
  return { folded, marked: likeI(vowels.normalize('NFC')) + tone };
}

/** “kỳ” and “kì”, “lý” and “lí” are one syllable written two ways. */
export const likeI = (syllable: string): string => syllable.replace(/^([bcdđghklmnprstvx]+)y$/, '$1i');

function joinNumber(groups: string): string {
  const digits = groups.replace(/\D/g, '');
  const isDialled = digits.length > 6 && digits.length < 13 && /^(?:0|1[89]00|84)/.test(digits);
  const isSpelled = /^\d(?:\D\d)+$/.test(groups);
  const isThousands = /^\d{1,3}(?:\.\d{3})+$/.test(groups);
  if (!isDialled && !isSpelled && !isThousands) return groups;
  return isDialled && digits.length > 10 ? digits.replace(/^84/, '0') : digits;
}

/** Whether the syllable was written with marks that folding takes away. */
export const isMarked = (word: Word): boolean => word.marked !== word.folded;

/** Whether a folded word has the build of a Vietnamese syllable: one that a slip or a keyboard's leftover does not have. */
export const isSyllable = (folded: string): boolean => /^(?:b|ch?|d|g[hi]?|h|kh?|l|m|n(?:gh?|h)?|ph?|qu?|r|s|t[hr]?|v|x)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?$/.test(folded);
