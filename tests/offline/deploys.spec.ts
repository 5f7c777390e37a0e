import { editionLine, LONG } from './support/bodies.ts';
import { readBuild, V1, V2, V3 } from './support/builds.ts';
import { branched, redressed, renumbered } from './support/derive.ts';
import { expectOneBuild, expectReadable, PARTS } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';

const lessons = LONG.lessons.map((lesson) => `/bai-hoc/${lesson}/`);
const changed = '/bai-hoc/dai-2/';
const core = () => Object.keys(readBuild(V1).core.pages);

test.beforeEach(async ({ phone, server }) => {
  expect(await phone.install()).toBe('ready');
  await phone.ask({ ask: 'download', modules: [LONG.id] });
  server.forget();
});

test('a check without news is one small request', async ({ phone, server }) => {
  await phone.ask({ ask: 'check' });
  expect(server.log.filter(({ path }) => !path.includes(readBuild(V1).top.list)).map(({ path }) => path)).toEqual(['/goi/moi.json']);
});

test('one changed lesson brings the piece that has changed, what leads to it and nothing else', async ({ phone, server }) => {
  // A worker remembers what it has read; one that has just started must not ask for it again.
  await phone.stopWorker();
  server.swap(V2);
  expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 2, kept: [LONG.id] });
  await expectOneBuild(phone, [V2]);
  const [before, now] = [readBuild(V1), readBuild(V2)];
  const came = server.log.filter(({ path }) => PARTS.test(path)).map(({ path }) => path.replace(/^.*\/|\.\w+$/g, ''));
  const [old, next] = [before, now].map(({ modules }) => modules[LONG.id]?.pieces?.[changed] ?? []) as [string[], string[]];
  const fresh = next.filter((piece) => !old.includes(piece));
  expect(fresh).toHaveLength(1);
  const ways = now.top.groups.map(([, id]) => id).filter((id) => !before.top.groups.some(([, other]) => other === id));
  const expected = [now.root.top, ...ways, (await phone.kept()).state?.modules[LONG.id], ...fresh, ...(now.top.list === before.top.list ? [] : [now.top.list])];
  expect(came.sort()).toEqual(expected.sort());
  await expectReadable(phone, server, [...lessons, ...core()], [V2]);
});

test('in a library of very many modules one changed lesson brings one more list, and every list is kept', async ({ phone, server }, info) => {
  const [before, now] = [branched(V1, info.outputPath('v1')), branched(V2, info.outputPath('v2'))];
  server.swap(renumbered(before, info.outputPath('first'), 4));
  expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 4, kept: [LONG.id] });
  await phone.stopWorker();
  server.forget();
  server.swap(renumbered(now, info.outputPath('second'), 5));
  expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 5, kept: [LONG.id] });
  const { state } = await expectOneBuild(phone, [now], [before]);
  const names = server.log.filter(({ path }) => PARTS.test(path)).map(({ path }) => path.replace(/^.*\/|\.\w+$/g, ''));
  const { top, modules } = readBuild(now);
  expect(names.filter((name) => top.groups.some(([, id]) => id === name))).toHaveLength(1);
  expect(names).toContain(state?.modules[LONG.id]);
  // The top, a branch, a group, the module, a piece of the lesson, and the prices if they have changed.
  expect(names.length).toBeLessThanOrEqual(6);
  expect(Object.keys(modules)).toContain(LONG.id);
  await expectReadable(phone, server, [...lessons, ...core()], [now]);
});

test('the new edition is there the next time a page is opened, and says what the new one says', async ({ phone, server }) => {
  expect((await phone.open(changed)).text).toContain(editionLine('dai-2', 1));
  server.swap(V2);
  await phone.letTimePass();
  await phone.open('/');
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.build).toBe(2);
  server.rules({ fault: { kind: 'kill' } });
  expect((await phone.open(changed)).text).toContain(editionLine('dai-2', 2));
});

test('wherever the line breaks while a new edition comes, the old one stands whole, and then the new one does', async ({ phone, server }) => {
  for (let k = 1; ; k += 1) {
    server.swap(V2);
    server.rules({ path: /^\/goi\//, nth: k, fault: { kind: 'kill', after: 10 } });
    await phone.ask({ ask: 'check' });
    const { state } = await expectOneBuild(phone, [V1, V2]);
    if (state?.build === 2) break;
    expect(k).toBeLessThan(20);
    await expectReadable(phone, server, [changed, '/goi-giup/'], [V1]);
  }
  await expectReadable(phone, server, [...lessons, ...core()], [V2]);
});

for (const [name, fault] of [
  ['half a deploy: the news is there, the files are not', { kind: 'from', dir: V1 }],
  ['a log-in page in the middle of the news', { kind: 'portal' }],
  ['a body cut short in the middle of the news', { kind: 'truncate', as: 'close' }],
  ['server errors in the middle of the news', { kind: 'status', status: 503 }],
] as const) {
  test(`${name}: the old edition stands until the new one is whole`, async ({ phone, server }) => {
    server.swap(V2);
    server.rules({ path: PARTS, fault });
    await phone.ask({ ask: 'check' });
    expect((await expectOneBuild(phone, [V1])).state?.build).toBe(1);
    await expectReadable(phone, server, [...lessons, ...core()], [V1]);
    server.rules({ path: PARTS, nth: (n) => n > 3, fault });
    await phone.ask({ ask: 'check' });
    expect((await expectOneBuild(phone, [V1])).state?.build).toBe(1);
    server.rules();
    expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 2 });
    await expectReadable(phone, server, [...lessons, ...core()], [V2]);
  });
}

for (const [name, fault] of [
  ['a log-in page', { kind: 'portal' }],
  ['a redirect', { kind: 'redirect' }],
  ['half of it', { kind: 'truncate', as: 'close', keep: 20 }],
  ['nothing', { kind: 'truncate', as: 'close', keep: 0 }],
  ['a missing file', { kind: 'status', status: 404 }],
  ['a server error', { kind: 'status', status: 500 }],
] as const) {
  test(`${name} instead of the news changes nothing`, async ({ phone, server }) => {
    server.rules({ path: '/goi/moi.json', fault });
    await phone.ask({ ask: 'check' });
    expect((await expectOneBuild(phone, [V1])).state?.build).toBe(1);
    expect(server.count('/goi/moi.json')).toBe(1);
    await expectReadable(phone, server, [...lessons, ...core()], [V1]);
  });
}

test('an old copy of the news, days later, takes nobody back', async ({ phone, server }) => {
  server.swap(V2);
  await phone.ask({ ask: 'check' });
  server.forget();
  server.swap(V1);
  for (let time = 0; time < 3; time += 1) expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 2 });
  expect(server.log.filter(({ path }) => PARTS.test(path) && !path.includes(readBuild(V2).top.list))).toEqual([]);
  await expectReadable(phone, server, [...lessons, ...core()], [V2]);
});

test('a release that was a mistake is undone by publishing the one before it again', async ({ phone, server }, info) => {
  server.swap(V2);
  await phone.ask({ ask: 'check' });
  const again = renumbered(V1, info.outputPath('again'), 4);
  server.swap(again);
  expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 4, kept: [LONG.id] });
  await expectOneBuild(phone, [V1]);
  await expectReadable(phone, server, [...lessons, ...core()], [V1]);
});

test('two tabs across three releases each stay what they are, and nothing they need goes missing', async ({ phone, server }, info) => {
  const releases = [redressed(V1, info.outputPath('r4'), 4), redressed(V2, info.outputPath('r5'), 5), redressed(V3, info.outputPath('r6'), 6)];
  const other = await phone.context.newPage();
  const failed: string[] = [];
  other.on('requestfailed', (request) => failed.push(request.url()));
  other.on('response', (response) => response.status() >= 400 && failed.push(`${response.status()} ${response.url()}`));
  // Opened before the first release, touched only after the third: a lesson left open for a week.
  await phone.open('/bai-hoc/sp-1/', other);
  for (const [index, release] of releases.entries()) {
    server.swap(release);
    expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: index + 4 });
    await expectOneBuild(phone, [release], releases);
    expect((await phone.open(changed)).text).toContain(`Bản ${index + 4}`);
    expect((await phone.open('/goi-giup/')).text).toContain(`Bản ${index + 4}`);
  }
  const quiz = other.locator('form[data-quiz]');
  await quiz.locator('input').first().click();
  await other.waitForTimeout(1000);
  expect(failed, 'the script of the old tab').toEqual([]);
});

test('pages that were read one by one come along to a new edition for about what they cost', async ({ phone, server }) => {
  await phone.ask({ ask: 'remove', module: LONG.id });
  for (const path of lessons) await phone.open(path);
  await expect.poll(async () => Object.keys((await phone.kept()).state?.pages ?? {})).toEqual(expect.arrayContaining(lessons));
  server.forget();
  server.swap(V2);
  expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 2 });
  const { state } = await expectOneBuild(phone, [V2]);
  expect(Object.keys(state?.pages ?? {})).toEqual(expect.arrayContaining(lessons));
  // Needed: root, top, core's, the group's and the module's manifest, and the bodies that changed.
  const [before, now] = [readBuild(V1), readBuild(V2)];
  const bodies = [...lessons, ...core()].filter((path) => before.pages[path] !== now.pages[path]).length;
  expect(server.count(/^\/goi\//)).toBeLessThanOrEqual(2 * (5 + bodies));
});

test('a page whose place is gone in the new edition leaves no hole', async ({ phone, server }, info) => {
  // A release without the long module's lessons: what they were is not in it any more.
  server.swap(renumbered('.cache/test/specimen', info.outputPath('short'), 9));
  expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 9, kept: [] });
  await expectOneBuild(phone, [info.outputPath('short')]);
});
