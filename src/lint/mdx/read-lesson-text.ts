import type { Entry } from '../entry.ts';
import { checkNodes } from './check-nodes.ts';
import { checkShape } from './check-shape.ts';
import { parseMdx } from './parse-mdx.ts';

/**
 * Checks the text under the front matter of a lesson or page: it can be read, holds nothing but what is allowed, and
 * (a lesson) has the parts every lesson has. What it points at is noted in the entry.
 *
 * @param body Text with the front matter blanked, as long as the file.
 * @param start Offset at which the text begins.
 */
export function readLessonText(entry: Entry, body: string, start: number): void {
  const { tree, isWhole } = parseMdx(body, entry.report);
  entry.isWhole = isWhole;
  if (!tree) return;
  checkNodes(tree, entry);
  // With covered mistakes parts may be missing that the editor did write; complaining about them would mislead.
  if (entry.kind === 'lessons' && isWhole) checkShape(tree, entry, start);
}
