import { expect, test } from '@playwright/test';
import { knownFile } from '../../../src/build/desk/known.ts';
import { readContent } from '../../../src/build/read-content.ts';
import type { KnownFile } from '../../../src/cms/check/known.ts';
import { toKnownIds } from '../../../src/cms/check/known-ids.ts';
import { checkLesson, collectKnown } from '../../../src/lint/index.ts';

const { files, media } = readContent('content');
/** The file as it travels to the desk. */
const atDesk = () => toKnownIds(JSON.parse(JSON.stringify(knownFile())) as KnownFile);

test('the checker says at the desk what it says in the build, of every file and of spoiled ones', () => {
  const [desk, build] = [atDesk(), collectKnown(files, { buildDate: atDesk().buildDate, media })];
  const spoiled = (text: string) => `${text.replace(/id="(F\d)/g, 'id="F9').replace(/lessons?: a1-1/g, 'lesson: a9-9')}\n`;
  const unlike: unknown[] = [];
  let problems = 0;
  const broken = files.filter(({ path }) => path.startsWith('lessons/')).map((file) => ({ ...file, text: spoiled(file.text) }));
  for (const { path, text } of [...files, ...broken]) {
    const [here, there] = [checkLesson({ path, text }, desk), checkLesson({ path, text }, build)].map((found) => found.map(({ line, rule, message }) => `${line} ${rule} ${message}`));
    problems += there?.length ?? 0;
    // What neither can read would look alike.
    if (here?.some((said) => said.includes('cannot-read')) || JSON.stringify(here) !== JSON.stringify(there)) unlike.push({ path, here, there });
  }
  expect(unlike).toEqual([]);
  expect(problems).toBeGreaterThan(50);
});
