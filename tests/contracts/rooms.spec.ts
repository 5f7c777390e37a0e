import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';
import { mayImport, roomOf } from '../../src/rooms.ts';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|astro|mjs)$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => `src/${name.replaceAll('\\', '/')}`);

/** What a file imports: its neighbours as paths from the root, packages by their names. */
function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => {
    const what = match[1] ?? match[2] ?? '';
    return what.startsWith('.') ? normalize(join(dirname(file), what)).replaceAll('\\', '/') : what;
  });
}

/** Sentences about the doors that these files do not respect. */
function complaints(sources: { file: string; text: string }[]): string[] {
  return sources.flatMap(({ file, text }) =>
    importsOf(file, text).flatMap((what) => {
      const complaint = mayImport(file, what);
      return complaint ? [complaint] : [];
    }),
  );
}

test('every room of the house respects its doors', () => {
  expect(complaints(files.map((file) => ({ file, text: readFileSync(file, 'utf8') })))).toEqual([]);
});

test('every file stands in a room', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('a pure function that reaches for the browser side is caught', () => {
  const found = complaints([{ file: 'src/shared/score.ts', text: "import { start } from '../client/quiz.ts';" }]);
  expect(found).toEqual(['src/shared/score.ts imports src/client/quiz.ts; shared may import only: schemas (types), itself.']);
});

test('a page that asks Astro for content past the catalogue is caught', () => {
  expect(complaints([{ file: 'src/pages/x.astro', text: "---\nimport { getCollection } from 'astro:content';\n---" }])).toHaveLength(1);
});

test('every room introduces itself', () => {
  const rooms = readdirSync('src', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'pages')
    .map((entry) => entry.name);
  expect(rooms.filter((room) => !readdirSync(`src/${room}`).includes('README.md'))).toEqual([]);
});
