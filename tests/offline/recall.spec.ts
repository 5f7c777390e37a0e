import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recall } from '../../src/shared/recall.ts';
import { buildSite } from '../support/build.ts';
import { editionLine, LONG, writeContent } from './support/bodies.ts';
import { readBuild, V1 } from './support/builds.ts';
import { withWorkerPrelude } from './support/derive.ts';
import { expect, noNetwork, test } from './support/offline.ts';

const CONTENT = '.cache/test/offline-content-rut';
const OUT = '.cache/test/offline-rut';
const lesson = '/bai-hoc/dai-2/';
const whyLesson = 'Bài ghi sai nơi trình báo.';
const whyNumber = 'Số này đã đổi chủ.';
const download = { ask: 'download', modules: [LONG.id] } as const;

/** What the edition that withdraws a lesson and a number says to phones. */
const recallOf = (): Recall => JSON.parse(readFileSync(join(OUT, 'goi', `${readBuild(OUT).root.recall}.json`), 'utf8'));
/** Everything of that edition but the few files a recall needs. */
const others = (...needed: string[]) => new RegExp(`^/goi/(?!moi|${[readBuild(OUT).root.recall, ...needed].join('|')})`);

// One edition for all of them, built once.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  writeContent(CONTENT);
  const edit = (file: string, piece: string, by: string) => writeFileSync(join(CONTENT, file), readFileSync(join(CONTENT, file), 'utf8').replace(piece, by));
  edit('lessons/dai-2.mdx', '\nupdated:', `\nwithdrawn:\n  on: 2026-11-24\n  reason: ${whyLesson}\n  instead: dai-1\nupdated:`);
  // Whoever withdraws a number sends readers to another one; the check of the content insists on it.
  for (const file of ['checks/loi-moi.yaml', 'scenarios/sp-t1.yaml', 'scenarios/sp-t2.yaml']) writeFileSync(join(CONTENT, file), readFileSync(join(CONTENT, file), 'utf8').replaceAll('duong-day', '111'));
  edit('contacts/duong-day.yaml', 'status: confirmed', `status: retired\nwithdrawn:\n  on: 2026-11-24\n  reason: ${whyNumber}`);
  const { code, output } = await buildSite({ CONTENT_DIR: CONTENT, OUT_DIR: OUT, BUILD_DATE: '2026-11-24', BUILD_NUMBER: '4' });
  expect(code, output).toBe(0);
});

test('a phone that hears of a recall drops the lesson and the number and says why, though nothing else gets through', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  const old = readBuild(V1).pages[lesson] ?? '';
  expect((await phone.open(lesson)).text).toContain(editionLine('dai-2', 1));
  expect((await phone.open('/goi-giup/')).text).toContain('0900 000 000');
  expect((await phone.kept()).objects[old]).toBe(old);

  server.swap(OUT);
  server.rules({ path: others(...Object.values(recallOf().pages)), fault: { kind: 'kill' } });
  await phone.ask({ ask: 'check' });
  server.rules(noNetwork);
  const seen = await phone.open(lesson);
  expect(seen.text).toContain(whyLesson);
  expect(seen.text).not.toContain(editionLine('dai-2', 1));
  expect((await phone.open('/trac-nghiem/dai-2/')).text).toContain(whyLesson);
  const help = await phone.open('/goi-giup/');
  expect(help.text).toContain(whyNumber);
  expect(await phone.page.content()).not.toMatch(/0?900\s?000\s?000/);
  const { objects, state } = await phone.kept();
  expect(state?.build, 'the rest of the edition is not here').toBe(1);
  expect(objects[old], 'the bytes of the lesson').toBeUndefined();
  // Another lesson of the module is as it was.
  expect((await phone.open('/bai-hoc/dai-1/')).text).toContain(editionLine('dai-1', 1));
});

test('a lesson whose reason does not get through is not shown either', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  server.swap(OUT);
  server.rules({ path: others(), fault: { kind: 'kill' } });
  await phone.ask({ ask: 'check' });
  server.rules(noNetwork);
  expect((await phone.open(lesson)).text).not.toContain(editionLine('dai-2', 1));
});

test('when the whole edition is here, nothing of the recall is left to obey', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  server.swap(OUT);
  await phone.ask({ ask: 'check' });
  const { state } = await phone.kept();
  expect([state?.build, state?.recall]).toEqual([4, undefined]);
  server.rules(noNetwork);
  expect((await phone.open(lesson)).text).toContain(whyLesson);
  expect((await phone.open('/goi-giup/')).text).not.toContain('0900 000 000');
});

test('a reader who saves data hears of a recall too, and fetches nothing else', async ({ phone, server }, info) => {
  // Saves data, and ten minutes have always passed.
  server.swap(withWorkerPrelude(V1, info.outputPath('site'), 'Object.defineProperty(navigator,"connection",{value:{saveData:true}});{let n=0;const now=Date.now;Date.now=()=>now()+(n+=3600000)}'));
  await phone.install();
  await phone.ask(download);
  server.swap(OUT);
  server.forget();
  await phone.open('/');
  await expect.poll(async () => (await phone.kept()).state?.recall?.id).toBe(readBuild(OUT).root.recall);
  const asked = server.log.map(({ path }) => path).filter((path) => path.startsWith('/goi/'));
  expect(new Set(asked)).toEqual(new Set(['/goi/moi.json', ...[readBuild(OUT).root.recall].map((id) => `/goi/${id}.json`), ...Object.values(recallOf().pages).map((id) => `/goi/${id}.txt`)]));
  expect((await phone.open(lesson)).text).toContain(whyLesson);
});

test('an old copy of the root cannot bring a withdrawn lesson back', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  server.swap(OUT);
  server.rules({ path: others(...Object.values(recallOf().pages)), fault: { kind: 'kill' } });
  await phone.ask({ ask: 'check' });
  server.rules();
  server.swap(V1);
  await phone.ask({ ask: 'check' });
  await phone.ask(download);
  expect((await phone.open(lesson)).text.includes(whyLesson)).toBe(true);
});

test('what a withdrawn lesson had to send on goes with it', () => {
  const { pages } = recallOf();
  expect(pages[lesson]).toBeDefined();
  expect(pages['/gui/dai-2/']).toBe(pages[lesson]);
});

test('the root stays small with a recall in it', () => {
  expect(readFileSync(join(OUT, 'goi/moi.json')).length).toBeLessThanOrEqual(1500);
});

test('a withdrawn lesson is in no list, and its words are in no file', () => {
  const files = ['index.html', 'khoa-hoc/mau/index.html', `hoc-phan/${LONG.id}/index.html`, 'cua-toi/index.html', 'trac-nghiem/index.html'].map((file) => readFileSync(join(OUT, file), 'utf8'));
  expect(files.filter((html) => html.includes('/bai-hoc/dai-2/'))).toEqual([]);
  expect(readFileSync(join(OUT, 'bai-hoc/dai-2/index.html'), 'utf8')).not.toContain(editionLine('dai-2', 1));
});
