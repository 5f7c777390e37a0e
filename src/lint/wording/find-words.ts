const isPartOfWord = (letter: string) => /[\p{L}\p{M}\p{N}]/u.test(letter);

/**
 * Where words or phrases stand in a text, whole words only, whatever their capitals.
 *
 * @param phrases In small letters.
 */
export function findWords(text: string, phrases: readonly string[]): { at: number; phrase: string }[] {
  const small = text.toLowerCase();
  // A letter whose small form is longer would shift every place after it.
  if (small.length !== text.length) return [];
  const found: { at: number; phrase: string }[] = [];
  for (const phrase of phrases) {
    const sought = phrase.toLowerCase();
    for (let at = small.indexOf(sought); at >= 0; at = small.indexOf(sought, at + 1)) {
      if (!isPartOfWord(small.charAt(at - 1)) && !isPartOfWord(small.charAt(at + sought.length))) found.push({ at, phrase });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Whether a text holds any of some words. */
export const holdsAny = (text: string, phrases: readonly string[]): boolean => findWords(text, phrases).length > 0;
