import { isMarked, type Word, wordsOf } from './words.ts';

/** A phrase cut into words once. */
export const phraseOf = (text: string): Word[] => wordsOf(text);

/**
 * Whether the words contain the phrase. Marks that were typed must be right (“cừu” is not “cứu”); those that were not are forgiven.
 * A phrase of one syllable must come first: “cứu con tôi”, not “nghiên cứu”.
 */
export function contains(words: readonly Word[], phrase: readonly Word[]): boolean {
  if (!phrase.length) return false;
  const last = phrase.length > 1 ? words.length - phrase.length : Math.min(0, words.length - 1);
  for (let start = 0; start <= last; start++) {
    if (phrase.every((word, index) => isSame(words[start + index] as Word, word))) return true;
  }
  return false;
}

const isSame = (typed: Word, meant: Word): boolean => typed.folded === meant.folded && (!isMarked(typed) || typed.marked === meant.marked || !isMarked(meant));
