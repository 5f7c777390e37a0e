import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG } from './support/bodies.ts';
import { readBuild, V1 } from './support/builds.ts';
import { hurried, withWorkerPrelude } from './support/derive.ts';
import { expectKnownBytes, PARTS } from './support/invariants.ts';
import { expect, noNetwork, test } from './support/offline.ts';

const [kept, other] = ['/bai-hoc/dai-1/', '/bai-hoc/dai-3/'] as const;
const offline = 'Chưa mở được trang này';
/** Read online once, and kept from then on. */
const readOnce = async (phone: import('./support/phone.ts').Phone, path: string) => {
  await phone.open(path);
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.pages).toContain(path);
};

test('a page that is kept costs no request at all', async ({ phone, server }) => {
  await phone.install();
  await readOnce(phone, kept);
  server.forget();
  await phone.open(kept);
  await phone.stopWorker();
  // A worker that has to be started again must not cost one either.
  await phone.open('/goi-giup/');
  await phone.ask({ ask: 'status' });
  expect(server.log.map(({ path }) => path).filter((path) => !path.includes(readBuild(V1).top.list))).toEqual([]);
});

test('a page that is kept opens while the line hangs as with an empty balance', async ({ phone, server }) => {
  await phone.install();
  await readOnce(phone, kept);
  server.rules({ fault: { kind: 'hang' } });
  for (const path of [kept, '/', '/goi-giup/', '/nong-lich/']) {
    await phone.stopWorker();
    expect((await phone.open(path)).isBrowserError, path).toBe(false);
  }
});

test('a page that is not kept and does not come ends in a page that says what can be read', async ({ phone, server }, info) => {
  // Not the usual haste: on a busy machine a page that does come takes a second.
  server.swap(hurried(V1, info.outputPath('hurried'), 3));
  await phone.install();
  await readOnce(phone, kept);
  server.rules({ fault: { kind: 'hang' } });
  const seen = await phone.open(other);
  expect(seen.text).toContain(offline);
  await expect(phone.page.locator(`a[href$="${kept}"]`)).toBeVisible();
  server.rules();
  server.release();
  await phone.page.getByRole('link', { name: 'Thử lại' }).click();
  await expect(phone.page.locator('h1')).not.toHaveText(offline);
});

test('without any network it says so at once', async ({ phone, server }) => {
  await phone.install();
  server.rules(noNetwork);
  expect((await phone.open(other)).text).toContain(offline);
});

test('a log-in page in the place of a lesson is seen and never kept', async ({ phone, server }) => {
  await phone.install();
  server.rules({ path: other, fault: { kind: 'portal' } });
  expect((await phone.open(other)).text).toContain('đăng nhập');
  await phone.ask({ ask: 'status' });
  const known = await expectKnownBytes(phone);
  expect(known.state?.pages[other]).toBeUndefined();
  server.rules();
  await readOnce(phone, other);
});

test('a worker that is stopped while a page is on its way takes nothing along', async ({ phone, server }) => {
  await phone.install();
  await readOnce(phone, kept);
  server.rules({ path: other, nth: 1, fault: { kind: 'hang' } });
  const opening = phone.open(other);
  await expect.poll(() => server.count(other)).toBe(1);
  await phone.stopWorker();
  server.release();
  // Whether the browser starts a new worker for it or gives up is its own affair.
  await Promise.race([opening, new Promise((done) => setTimeout(done, 3000))]);
  server.rules(noNetwork);
  expect((await phone.open(kept)).isBrowserError).toBe(false);
});

test('the worker leaves the desk, itself and the news to the network', async ({ phone, server }) => {
  await phone.install();
  await phone.open('/');
  const from = async (path: string) => {
    const response = await phone.page.goto(phone.url + path).catch(() => null);
    return response?.fromServiceWorker();
  };
  expect(await from('/')).toBe(true);
  for (const path of ['/admin/', '/sw.js', '/goi/moi.json']) {
    server.forget();
    expect(await from(path), path).toBe(false);
    expect(server.count(path)).toBe(1);
  }
});

test('somebody who saves data reads, and nothing comes that was not asked for', async ({ context, phone, server }, info) => {
  await phone.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await phone.page.clock.install();
  await phone.open(kept);
  await phone.page.clock.runFor(60_000);
  await phone.page.waitForLoadState('networkidle');
  expect(server.log.map(({ path }) => path).filter((path) => path !== '/favicon.ico')).toEqual([kept]);
  expect(context.serviceWorkers()).toEqual([]);

  // A worker that came in earlier, when nobody was saving, is as quiet.
  server.swap(withWorkerPrelude(V1, info.outputPath('thrifty'), "Object.defineProperty(navigator,'connection',{value:{saveData:true}});"));
  await phone.install();
  await phone.letTimePass();
  server.forget();
  await phone.open(other);
  await phone.ask({ ask: 'status' });
  expect(server.log.map(({ path }) => path).filter((path) => PARTS.test(path) && !path.includes(readBuild(V1).top.list))).toEqual([]);
  // A hundred bytes now and then, all the same: a dangerous line may have been withdrawn.
  expect(server.count('/goi/moi.json')).toBeLessThanOrEqual(1);
  expect((await phone.kept()).state?.pages[other]).toBeUndefined();
  await phone.ask({ ask: 'download', modules: [LONG.id] });
  expect((await phone.ask({ ask: 'status' }))?.kept, 'what was asked for comes all the same').toEqual([LONG.id]);
});

test('a script that is used once is there without a network', async ({ phone, server }) => {
  await phone.install();
  await readOnce(phone, kept);
  const quiz = phone.page.locator('input[type=radio], input[type=checkbox]').first();
  await quiz.scrollIntoViewIfNeeded();
  await phone.page.locator('form label').first().click();
  await expect.poll(async () => Object.keys((await phone.kept()).state?.files ?? {}).some((path) => /\/quiz-/.test(path))).toBe(true);
  await expectKnownBytes(phone);
  server.rules(noNetwork);
  await phone.open(kept);
  await phone.page.locator('form label').first().click();
  await expect.poll(() => phone.page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/quiz-/.test(name)))).toBe(true);
});

for (const fault of [
  { kind: 'truncate', as: 'content-length' },
  { kind: 'truncate', as: 'chunked' },
  { kind: 'truncate', as: 'close' },
] as const) {
  test(`a page that breaks off on the way (${fault.as}) shows what has come and says so, and comes whole the next time`, async ({ phone, server }) => {
    await phone.install();
    server.rules({ path: other, fault });
    const seen = await phone.open(other);
    const [, title] = /<title>(.*?)<\/title>/.exec(readFileSync(join(V1, other, 'index.html'), 'utf8')) ?? [];
    // A break that the browser hears of together with the first bytes leaves nothing to show; one in the head shows the sentence alone.
    const hasBegun = seen.title === title || seen.text.includes('chưa về hết');
    if (!hasBegun) expect(seen.text).toContain(offline);
    // Cut off with no length given, nobody can tell that there was more.
    else if (fault.as !== 'close') expect(seen.text).toContain('chưa về hết');
    await phone.ask({ ask: 'status' });
    expect((await expectKnownBytes(phone)).state?.pages[other]).toBeUndefined();
    server.rules();
    await (fault.as === 'close' ? phone.open(other) : phone.page.getByRole('link', { name: hasBegun ? 'Mở lại trang' : 'Thử lại' }).click());
    await expect(phone.page.locator('footer')).toBeVisible();
    await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.pages).toContain(other);
  });
}

test('a page that cannot be unpacked, and one that begins and then never comes, end in the page that says what can be read', async ({ phone, server }, info) => {
  server.swap(hurried(V1, info.outputPath('hurried'), 3));
  await phone.install();
  for (const fault of [
    { kind: 'encoding', encoding: 'br' },
    { kind: 'hang', after: 0 },
  ] as const) {
    server.rules({ path: other, fault });
    expect((await phone.open(other)).text, fault.kind).toContain(offline);
    server.release();
  }
});

test('a page that begins and then falls silent shows what has come and says so, and comes whole when it is asked for again', async ({ phone, server }, info) => {
  server.swap(hurried(V1, info.outputPath('hurried'), 6));
  await phone.install();
  server.rules({ path: other, fault: { kind: 'hang', after: 14_000 } });
  const seen = await phone.open(other);
  expect(seen.text).toContain('Bài dài dai-3');
  expect(seen.text).toContain('chưa về hết');
  expect((await expectKnownBytes(phone)).state?.pages[other]).toBeUndefined();
  server.rules();
  server.release();
  await phone.page.getByRole('link', { name: 'Mở lại trang' }).click();
  await expect(phone.page.locator('footer')).toBeVisible();
});
