import { existsSync } from 'node:fs';
import { checkContent, formatProblems } from '../lint/index.ts';
import { buildDate, contentDir } from '../shared/settings.ts';
import { readContent } from './read-content.ts';

/**
 * Checks the whole content folder and prints every mistake of every file in one go, in an editor's words.
 * Gives back how many of them must stop a build; warnings are printed and let through.
 */
export async function runContentCheck(print: (text: string) => void = console.log): Promise<number> {
  const folder = contentDir();
  if (!existsSync(folder)) {
    print(`Không thấy thư mục nội dung "${folder}". Hãy xem lại CONTENT_DIR.`);
    return 1;
  }
  const { files, media } = readContent(folder);
  const problems = checkContent(files, { buildDate: buildDate(), media });
  if (problems.length > 0) print(formatProblems(problems, folder));
  return problems.filter((problem) => problem.severity === 'error').length;
}
