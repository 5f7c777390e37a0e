import { table } from '../../../src/cli/benches/table.ts';
import { summarize, unsteady } from '../../../src/cli/test-summary.ts';
import { expect, test, write } from './support/folders.ts';
import { project, startNode } from './support/processes.ts';

const stats = (expected: number, unexpected: number, flaky = 0, skipped = 0) => ({ stats: { expected, unexpected, flaky, skipped } });

test('a test run ends with what passed and what failed', () => {
  expect(summarize(stats(12, 0), 0)).toBe('12 passed, 0 failed');
  expect(summarize(stats(12, 2), 1)).toBe('12 passed, 2 failed');
  expect(summarize(stats(12, 0, 0, 3), 0)).toBe('12 passed, 0 failed, 3 skipped');
});

test('what passed only at a second try is counted as passed, and named', () => {
  expect(summarize(stats(12, 0, 2), 0)).toBe('14 passed, 0 failed');
  const spec = (title: string, status: string) => ({ title, file: 'site/leave.spec.ts', line: 7, tests: [{ status }] });
  expect(unsteady({ ...stats(2, 0, 1), suites: [{ specs: [spec('steady', 'expected')], suites: [{ specs: [spec('not steady', 'flaky')] }] }] })).toEqual(['site/leave.spec.ts:7 not steady']);
  expect(unsteady(undefined)).toEqual([]);
});

test('a run that broke off is never called a success', () => {
  expect(summarize(undefined, 1)).toBe('0 passed, 1 failed');
  expect(summarize(undefined, 0)).toBe('0 passed, 1 failed');
  expect(summarize(stats(12, 0), 130)).toBe('12 passed, 1 failed');
});

test('a table lines up words to the left and numbers to the right', () => {
  expect(
    table([
      ['kind', 'pages'],
      ['/', '1'],
      ['/bai-hoc/', '120'],
    ]),
  ).toBe('kind       pages\n/              1\n/bai-hoc/    120');
});

test('the bench weighs every page by its kind', async ({ folder }) => {
  write(folder, { 'dist/index.html': 'home', 'dist/404.html': 'none', 'dist/bai-hoc/a1-1/index.html': 'x'.repeat(10), 'dist/bai-hoc/a1-2/index.html': 'x'.repeat(30), 'dist/style.css': 'no page' });
  const bench = startNode(`${project}/src/cli/bench.ts`, ['bytes', '--json'], folder);
  expect(await bench.ended, bench.output()).toBe(0);
  const { kinds, pages } = JSON.parse(bench.output());
  expect(kinds).toMatchObject([
    { kind: '/', pages: 2, raw: { median: 4, max: 4 } },
    { kind: '/bai-hoc/', pages: 2, raw: { median: 20, max: 30, largest: '/bai-hoc/a1-2/' } },
  ]);
  expect(pages.map((page: { url: string }) => page.url)).toEqual(['/404.html', '/bai-hoc/a1-1/', '/bai-hoc/a1-2/', '/']);
});

test('a bench without a name lists what can be measured', async ({ folder }) => {
  const bench = startNode(`${project}/src/cli/bench.ts`, [], folder);
  expect(await bench.ended).toBe(0);
  expect(bench.output()).toContain('bytes');
});
