import type { Problem } from './types.ts';

/** Problems by file, line and column. File names are compared letter by letter, so that the order is the same on every machine. */
export function inOrder(problems: Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}
