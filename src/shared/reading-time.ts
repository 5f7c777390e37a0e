/** Syllables a minute for someone who reads slowly, in a second language, on a small screen. An assumption, kept low on purpose. */
const SYLLABLES_PER_MINUTE = 150;
const MINUTES_PER_QUESTION = 0.4;

/** Whole minutes for a text (Markdown with components) and its questions, at least 1. */
export function readingMinutes(text: string, questions: number): number {
  const words = text
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return Math.max(1, Math.round(words.length / SYLLABLES_PER_MINUTE + questions * MINUTES_PER_QUESTION));
}
