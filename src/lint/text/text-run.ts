/**
 * Words as a reader sees them, with the place in the file that each letter comes from: `offsets[i]` is the offset of
 * `text[i]`. Rules look at the words (entities, escapes and emphasis gone) and speak about the file.
 */
export interface TextRun {
  text: string;
  offsets: number[];
}

/** A run whose letters all come from one place, for values whose writing in the file is not worth following. */
export const flatRun = (text: string, at: number): TextRun => ({ text, offsets: Array.from({ length: text.length }, () => at) });

/** Adds one run to the end of another. */
export function append(run: TextRun, more: TextRun): void {
  run.text += more.text;
  for (const offset of more.offsets) run.offsets.push(offset);
}

const entity = /&(?:#\d{1,8}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;
/** How far to look for a letter after something unexpected (indentation, `>` marks, a fold). */
const REACH = 400;

/**
 * Lays a value beside the way it is written in the file.
 *
 * @param raw The slice of the file the value was read from, with escapes, entities and line prefixes.
 * @param start Offset of that slice in the file.
 * @param value The value itself.
 */
export function alignRun(raw: string, start: number, value: string): TextRun {
  const offsets: number[] = [];
  let next = 0;
  for (let index = 0; index < value.length; index++) {
    const letter = value.charAt(index);
    const here = find(raw, next, letter);
    offsets.push(start + Math.min(here.at, Math.max(0, raw.length - 1)));
    next = here.next;
  }
  return { text: value, offsets };
}

function find(raw: string, from: number, letter: string): { at: number; next: number } {
  const found = raw.charAt(from);
  if (found === letter && !(letter === '&' && raw.startsWith('&amp;', from))) return { at: from, next: from + 1 };
  if (found === '\\' && raw.charAt(from + 1) === letter) return { at: from, next: from + 2 };
  if (found === '&') {
    entity.lastIndex = from;
    const match = entity.exec(raw);
    if (match) return { at: from, next: from + match[0].length };
  }
  const ahead = raw.slice(from, from + REACH).indexOf(letter);
  return ahead < 0 ? { at: from, next: from } : { at: from + ahead, next: from + ahead + 1 };
}
