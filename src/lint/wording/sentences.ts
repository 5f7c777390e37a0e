/** One sentence of a text. */
export interface Sentence {
  text: string;
  /** Where it begins in the text. */
  from: number;
  /** How many words, as Vietnamese counts them: what stands between spaces and has a letter or a digit. */
  words: number;
}

/** A full stop and its like, with what closes after it; a stop inside a number (“9.300”) is followed by a digit. */
const end = /[.!?…]+["”’»)\]]*(?=\s|$)|\n/g;

/** Cuts a text into sentences. What stands for a component or picture (`¤`) is no word. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const take = (to: number) => {
    const piece = text.slice(from, to);
    const words = piece.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (words > 0) found.push({ text: piece.trim(), from: from + (piece.length - piece.trimStart().length), words });
    from = to;
  };
  for (const match of text.matchAll(end)) take(match.index + match[0].length);
  take(text.length);
  return found;
}
