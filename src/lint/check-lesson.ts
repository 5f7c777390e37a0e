import type { KnownIds } from './known.ts';
import { readFile } from './read-entry.ts';
import { checkReferences } from './references/check-references.ts';
import { inOrder } from './sort-problems.ts';
import type { ContentFile, Problem } from './types.ts';
import { checkWording } from './wording/check-wording.ts';

/**
 * Checks one lesson or page alone, as the CMS does before it saves. Any other kind of entry may be checked so too; what
 * only shows when all files are seen together (its place in a course, doubled ids, days gone by) is `checkContent`'s.
 *
 * @param file The file as it would be saved.
 * @param known What it may point at, from {@link collectKnown}.
 */
export function checkLesson(file: ContentFile, known: KnownIds): Problem[] {
  const { report, entry } = readFile(file);
  if (entry) {
    report.guard(() => checkReferences(entry, known));
    report.guard(() => checkWording(entry, known));
  }
  return inOrder(report.problems);
}
