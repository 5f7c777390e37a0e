import { LONG } from './support/bodies.ts';
import { V1, V2 } from './support/builds.ts';
import { withWorkerPrelude } from './support/derive.ts';
import { expectNothingLeft, expectOneBuild, PARTS } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';

const download = { ask: 'download', modules: [LONG.id] } as const;
/** Long enough for everything that was under way to come to its end. */
const AFTERWARDS = 1500;

test('after a wipe nothing is left, and the worker says so', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
  server.rules({ fault: { kind: 'kill' } });
  expect((await phone.open('/bai-hoc/dai-1/')).isBrowserError).toBe(true);
});

test('without a network, too', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  server.rules({ fault: { kind: 'kill' } });
  expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
});

test('wherever a download is, a wipe ends it and nothing comes back', async ({ phone, server }) => {
  test.setTimeout(120_000);
  await phone.install();
  server.forget();
  await phone.ask(download);
  const needed = server.count(PARTS);
  for (let k = 1; k <= needed; k += 1) {
    for (const after of [undefined, 60]) {
      await test.step(`request ${k} of ${needed}, ${after === undefined ? 'before its first byte' : 'in the middle'}`, async () => {
        await phone.ask({ ask: 'wipe' });
        await phone.desk.reload();
        server.rules();
        expect(await phone.install()).toBe('ready');
        server.forget();
        server.rules({ path: PARTS, nth: k, fault: after === undefined ? { kind: 'hang' } : { kind: 'hang', after } });
        await phone.tell(download);
        await expect.poll(() => server.count(PARTS), { intervals: [20] }).toBeGreaterThanOrEqual(k);
        // Answered while the download hangs, and the download is let go on only then.
        expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
        server.rules();
        server.release();
        await phone.desk.waitForTimeout(300);
        await expectNothingLeft(phone);
      });
    }
  }
});

test('a wipe while every byte is being written leaves nothing', async ({ phone }) => {
  test.setTimeout(120_000);
  for (let round = 0; round < 12; round += 1) {
    await phone.desk.reload();
    expect(await phone.install()).toBe('ready');
    await phone.tell({ ask: 'download', modules: ['sp', LONG.id, 'sp-sau'] });
    // Another moment of the download each time.
    await phone.desk.waitForTimeout(round * 12);
    expect(await phone.ask({ ask: 'wipe' }), `after ${round * 12} ms`).toEqual({ wiped: true });
    await phone.desk.waitForTimeout(500);
    await expectNothingLeft(phone);
  }
});

test('a wipe while a new edition is being fetched leaves nothing', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  server.swap(V2);
  server.rules({ path: PARTS, nth: 2, fault: { kind: 'hang' } });
  await phone.tell({ ask: 'check' });
  await expect.poll(() => server.log.some(({ fault }) => fault === 'hang')).toBe(true);
  expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
  server.release();
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
});

test('a wipe while a page that is just being read is put away leaves nothing', async ({ phone, server }) => {
  await phone.install();
  server.rules({ path: PARTS, nth: 1, fault: { kind: 'hang' } });
  await phone.open('/bai-hoc/dai-1/');
  await expect.poll(() => server.log.some(({ fault }) => fault === 'hang')).toBe(true);
  expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
  server.release();
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
});

test('a wipe while a new worker is coming in leaves nothing', async ({ phone, server }, info) => {
  await phone.install();
  await phone.ask(download);
  server.swap(withWorkerPrelude(V2, info.outputPath('site'), '/* a newer worker */'));
  server.rules({ path: PARTS, fault: { kind: 'hang' } });
  await phone.desk.evaluate(async () => void (await navigator.serviceWorker.getRegistration('/'))?.update());
  await phone.tell({ ask: 'check' });
  await expect.poll(() => server.log.some(({ fault }) => fault === 'hang')).toBe(true);
  expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
  server.rules();
  server.release();
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
});

test('a wipe while the first worker is still on its way leaves nothing, and it does not settle in when it comes', async ({ phone, server }) => {
  server.rules({ path: '/sw.js', fault: { kind: 'hang' } });
  const coming = phone.install();
  await expect.poll(() => server.log.some(({ fault }) => fault === 'hang')).toBe(true);
  await phone.wipe();
  server.rules();
  server.release();
  expect(await coming).toBe('failed');
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
});

test('whoever comes back after a wipe starts as if for the first time', async ({ phone }) => {
  await phone.install();
  await phone.ask(download);
  await phone.ask({ ask: 'wipe' });
  await phone.desk.reload();
  expect(await phone.install()).toBe('ready');
  const { state } = await expectOneBuild(phone, [V1]);
  expect(state?.modules).toEqual({});
});

test('another open tab cannot bring anything back after a wipe', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  await phone.open('/');
  expect(await phone.ask({ ask: 'wipe' })).toEqual({ wiped: true });
  for (const question of [{ ask: 'status' }, { ask: 'check' }, download] as const) await phone.ask(question, 1000);
  await phone.page.evaluate(() => fetch('/js/none.js').catch(() => {}));
  server.release();
  await phone.desk.waitForTimeout(AFTERWARDS);
  await expectNothingLeft(phone);
});
