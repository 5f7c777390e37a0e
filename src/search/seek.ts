import { type Count, readings } from './repair.ts';
import { isSyllable, type Word } from './words.ts';

/**
 * What to ask for of texts that are not here: syllables and pairs of what was typed and of how it was read, since a word that is
 * unknown here may be known there. Those that fewest entries here have come first.
 */
export function seek(typed: readonly Word[], read: readonly Word[], count: Count): string[] {
  const singles = new Set<string>();
  const pairs = new Set<string>();
  const meant: string[] = [];
  for (const word of typed) meant.push(...(isSyllable(word.folded) ? [] : readings(word)), ...(isSyllable(word.folded) || !readings(word).length ? [word.folded] : []));
  for (const list of [read.map(({ folded }) => folded), meant]) {
    list.forEach((word, index) => {
      singles.add(word);
      if (index) pairs.add(`${list[index - 1]} ${word}`);
    });
  }
  return Array.from(singles)
    .concat(Array.from(pairs))
    .sort((a, b) => count(a) - count(b));
}
