/**
 * Letters that nobody sees but that hide, reorder or break words: zero-width and direction marks, soft hyphens, control
 * characters, fillers, tags, letters that stand for "broken" and the private letters of Word's bullets. A carriage
 * return alone is one of them: readers of YAML differ on whether it ends a line.
 */
const invisible = /\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFD\u{E0000}-\u{E0FFF}\p{Co}\p{Cs}]/u;

/** Where the first invisible or broken letter is, or -1. */
export const findInvisible = (text: string): number => text.search(invisible);

/** A letter nobody sees, as people name it: `U+200B`. */
export const codeName = (text: string, at: number): string => `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Words whose Vietnamese marks are typed as loose parts (as from a Mac or a PDF): they look right and cannot be found by searching. */
export function findLooseMarks(text: string): { word: string; at: number }[] {
  if (text === text.normalize('NFC')) return [];
  return [...text.matchAll(/\S+/g)].filter(([word]) => word !== word.normalize('NFC')).map((match) => ({ word: match[0], at: match.index }));
}

/** Vietnamese read in the wrong encoding: UTF-8 taken for Latin (`Ä‘á»“ng`), or the old ABC fonts (`tiÕng ViÖt`). */
const wrongEncoding = /(?:Ä‘|Æ°|Æ¡|á[º»][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—™š›œž]|Ã[\u0080-\u00BF])|\p{L}[µ¸¶¹¨»¾¼½©®ª](?=\p{L})|[®§][a-zµ¸¶¹¨«»¬\u00AD]{2}/u;

/** Where letters in a wrong encoding begin, or -1. */
export const findWrongEncoding = (text: string): number => text.search(wrongEncoding);

/**
 * Letters that pass for others: those of alphabets that imitate ours (Cyrillic, Greek…), and of Latin whatever no Vietnamese text,
 * no language of our mountains and no name of a place needs (dotless i, phonetic, full-width and mathematical letters).
 * Whole other writings (Chinese, Thái) imitate nothing and are fine.
 */
const lookAlike =
  /(?![A-Za-z\u00AA\u00BA\u00C0-\u0130\u0132-\u0137\u0139-\u0148\u014A-\u017E\u0180\u01A0\u01A1\u01AF\u01B0\u01CD-\u01DC\u1E00-\u1EFF])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\u{1D400}-\u{1D7FF}]/u;

/** The first letter that only looks like one of ours, and the word it stands in. */
export function findLookAlike(text: string): { letter: string; word: string; at: number } | undefined {
  const found = lookAlike.exec(text);
  if (!found) return undefined;
  const [letter] = found;
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, found.index - 30), found.index))?.[0] ?? '';
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(found.index + letter.length, found.index + 30))?.[0] ?? '';
  return { letter, word: before + letter + after, at: found.index };
}
