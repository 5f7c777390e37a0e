import { existsSync } from 'node:fs';
import { checkContent, formatProblems, wordingRules } from '../lint/index.ts';
import { buildDate, contentDir } from '../shared/settings.ts';
import { readContent } from './read-content.ts';

/** What is said of how things are worded: for the desk, not for somebody who waits for a build. */
const aboutWording = new Set<string>(wordingRules);

/**
 * Checks the whole content folder and prints every mistake of every file in one go, in an editor's words.
 * Gives back how many of them must stop a build; warnings are printed and let through. A build (`brief`) only counts
 * what is said about wording, and does not hold it to its budget.
 */
export async function runContentCheck(print: (text: string) => void = console.log, { brief = false } = {}): Promise<number> {
  const folder = contentDir();
  if (!existsSync(folder)) {
    print(`Không thấy thư mục nội dung "${folder}". Hãy xem lại CONTENT_DIR.`);
    return 1;
  }
  const { files, media } = readContent(folder);
  const problems = checkContent(files, { buildDate: buildDate(), media, budgets: !brief });
  const shown = brief ? problems.filter(({ rule }) => !aboutWording.has(rule)) : problems;
  if (shown.length > 0) print(formatProblems(shown, folder));
  if (shown.length < problems.length) print(`Còn ${problems.length - shown.length} chỗ nên viết lại cho dễ đọc. Xem từng chỗ bằng lệnh npm run check.`);
  return problems.filter((problem) => problem.severity === 'error').length;
}
