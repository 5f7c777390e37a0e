import type { Count } from './repair.ts';
import type { Word } from './words.ts';

/**
 * What to ask for of texts that are not here: syllables and pairs of the query as it was read, and syllables as typed, since a
 * word that is unknown here may be known there. Those that fewest entries here have come first.
 */
export function seek(typed: readonly Word[], read: Word[], count: Count): string[] {
  const terms = new Set(read.concat(typed).map(({ folded }) => folded));
  read.forEach(({ folded }, index) => index && terms.add(`${(read[index - 1] as Word).folded} ${folded}`));
  return Array.from(terms).sort((a, b) => count(a) - count(b));
}
