import { knownFrom } from './known.ts';
import { readFile } from './read-entry.ts';
import { checkCourses } from './references/check-courses.ts';
import { checkDates } from './references/check-dates.ts';
import { checkForms } from './references/check-forms.ts';
import { checkDoubleIds, checkQuizOwners } from './references/check-owners.ts';
import { checkPlans } from './references/check-plans.ts';
import { checkReferences } from './references/check-references.ts';
import { checkYouth } from './references/check-youth.ts';
import { inOrder } from './sort-problems.ts';
import type { CheckOptions, ContentFile, Problem } from './types.ts';
import { checkBudget, checkWording } from './wording/check-wording.ts';

/**
 * Checks a whole body of content: every file by itself, then all of them together.
 *
 * @param files Every text file of the content folder, including ones that do not belong there.
 * @returns All mistakes of all files in one run, by file, line and column. Never throws on what is in the files.
 */
export function checkContent(files: ContentFile[], options: CheckOptions): Problem[] {
  // A picture has no text to read, but it may lie where no lesson can name it.
  const pictures = options.media.map((name) => ({ path: `media/${name}`, text: '' }));
  const read = [...files, ...pictures].map(readFile);
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const known = knownFrom(entries, options);
  for (const entry of entries) entry.report.guard(() => checkReferences(entry, known));
  checkDoubleIds(entries);
  checkCourses(entries, known);
  checkQuizOwners(entries, known);
  checkForms(entries, known);
  checkYouth(entries, known);
  checkPlans(entries, known);
  checkDates(entries, options.buildDate);
  for (const entry of entries) entry.report.guard(() => checkWording(entry, known));
  if (options.budgets) checkBudget(entries);
  return inOrder(read.flatMap(({ report }) => report.problems));
}
