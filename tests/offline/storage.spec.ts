import { seeded } from '../lab/random.ts';
import { LONG } from './support/bodies.ts';
import { readBuild, V1, V2 } from './support/builds.ts';
import { withWorkerPrelude } from './support/derive.ts';
import { expectKnownBytes, expectOneBuild, expectReadable } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';
import { Phone } from './support/phone.ts';

const lessons = LONG.lessons.map((lesson) => `/bai-hoc/${lesson}/`);
const core = () => Object.keys(readBuild(V1).core.pages);
const download = { ask: 'download', modules: [LONG.id] } as const;

/** A worker whose k-th write finds the phone full; a worker that is started again has room again. */
const fullAt = (k: number) => `{let n=0;const put=Cache.prototype.put;Cache.prototype.put=function(...all){n+=1;return n===${k}?Promise.reject(new DOMException('full','QuotaExceededError')):put.apply(this,all)}}`;

for (const k of [1, 2, 3, 4, 6, 9, 12]) {
  test(`the phone is full at write ${k} of the first visit: reading goes on, nothing half is kept, and with room again all is`, async ({ phone, server }, info) => {
    server.swap(withWorkerPrelude(V1, info.outputPath('full'), fullAt(k)));
    expect(await phone.install()).toBe('failed');
    expect((await expectKnownBytes(phone)).state).toBeUndefined();
    expect((await phone.open(lessons[0] ?? '')).isBrowserError).toBe(false);
    server.swap(V1);
    expect(await phone.install()).toBe('ready');
    await expectReadable(phone, server, core(), [V1]);
  });
}

test('the phone is full at any write of a download: it is said, and what was there stays', async ({ browser, server, phone }, info) => {
  test.setTimeout(180_000);
  await phone.context.close();
  for (const k of [1, 2, 3, 4, 5, 6, 7, 8]) {
    server.swap(V1);
    const context = await browser.newContext();
    const another = await Phone.switchOn(context, server.url);
    await another.install();
    // The first write is the wish itself; the counting starts anew when the worker does.
    server.swap(withWorkerPrelude(V1, info.outputPath(`full-${k}`), fullAt(k)));
    await another.install();
    await another.stopWorker();
    await another.ask(download, 20_000);
    const { state } = await expectOneBuild(another, [V1]);
    if (!state?.modules[LONG.id]) expect((await another.heard()).filter(({ stopped }) => stopped).length, `write ${k} said so`).toBeLessThanOrEqual(1);
    await expectReadable(another, server, ['/', '/goi-giup/'], [V1]);
    await another.stopWorker();
    server.swap(V1);
    await another.ask(download);
    await expectReadable(another, server, lessons, [V1]);
    await context.close();
  }
});

test('on a phone that is really full the reader is told, and can go on reading', async ({ phone, server }) => {
  await phone.install();
  const used = await phone.desk.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await phone.limitStorage(used + 2000);
  await phone.ask(download);
  expect((await phone.heard()).at(-1)).toMatchObject({ stopped: 'full' });
  expect((await phone.open(lessons[0] ?? '')).isBrowserError).toBe(false);
  await expectOneBuild(phone, [V1]);
  await phone.limitStorage(undefined);
  await phone.ask(download);
  await expectReadable(phone, server, lessons, [V1]);
});

test('the browser throws everything away: pages come from the network, and the next check brings back what everybody keeps', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  await phone.evict(Object.keys((await phone.kept()).objects).concat('state'));
  expect((await phone.open(lessons[1] ?? '')).isBrowserError).toBe(false);
  await phone.ask({ ask: 'check' });
  await expectReadable(phone, server, core(), [V1]);
});

for (const seed of [1, 2, 3, 4, 5]) {
  test(`the browser throws away this and that (${seed}): nothing wrong is shown, the shelf says what is gone, and one check heals it`, async ({ phone, server }) => {
    await phone.install();
    await phone.ask(download);
    const random = seeded(seed);
    await phone.evict(Object.keys((await phone.kept()).objects).filter(() => random() < 0.4));
    for (const path of [...lessons, '/', '/goi-giup/']) expect((await phone.open(path)).isBrowserError, path).toBe(false);
    await phone.ask({ ask: 'check' });
    const healed = await expectOneBuild(phone, [V1]);
    expect(healed.state?.modules[LONG.id]).toBeDefined();
    expect((await phone.ask({ ask: 'status' }))?.lost).toEqual([]);
    await expectReadable(phone, server, [...lessons, ...core()], [V1]);
  });
}

test('one lost lesson is noticed, and asking for its module brings back what is missing and no more', async ({ phone, server }) => {
  await phone.install();
  await phone.ask(download);
  const gone = readBuild(V1).pages[lessons[2] ?? ''] ?? '';
  await phone.evict([gone]);
  expect(await phone.ask({ ask: 'status' })).toMatchObject({ kept: [LONG.id], lost: [LONG.id] });
  await phone.ask(download);
  expect(await phone.ask({ ask: 'status' })).toMatchObject({ kept: [LONG.id], lost: [] });
  await expectReadable(phone, server, lessons, [V1]);
});

test('storage that is blocked keeps nobody from reading', async ({ phone, server }, info) => {
  server.swap(withWorkerPrelude(V1, info.outputPath('blocked'), "for(const name of ['open','match','keys','has','delete'])CacheStorage.prototype[name]=()=>Promise.reject(new DOMException('no','SecurityError'));"));
  expect(await phone.install()).toBe('failed');
  expect((await phone.open(lessons[0] ?? '')).isBrowserError).toBe(false);
});

for (const [name, days] of [
  ['a year slow', -365],
  ['a year fast', 365],
] as const) {
  test(`a clock that is ${name} changes nothing`, async ({ phone, server }, info) => {
    const prelude = `{const now=Date.now;Date.now=()=>now()+${days}*86400000}`;
    server.swap(withWorkerPrelude(V1, info.outputPath('v1'), prelude));
    await phone.install();
    await phone.ask(download);
    server.swap(withWorkerPrelude(V2, info.outputPath('v2'), prelude));
    expect(await phone.ask({ ask: 'check' })).toMatchObject({ build: 2 });
    await expectReadable(phone, server, lessons, [V2]);
  });
}

test('a clock that is put back does not keep a phone from asking for news', async ({ phone, server }, info) => {
  server.swap(withWorkerPrelude(V1, info.outputPath('ahead'), '{const now=Date.now;Date.now=()=>now()+365*86400000}'));
  await phone.install();
  server.swap(V1);
  await phone.install();
  await phone.stopWorker();
  server.swap(V2);
  await phone.open('/');
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.build).toBe(2);
});

test('a worker that is stopped in the middle of its first visit starts where it was', async ({ phone, server }) => {
  const pack = readBuild(V1).core.packs[0]?.[0] ?? '';
  server.rules({ path: new RegExp(pack), nth: 1, fault: { kind: 'hang' } });
  const installing = phone.install();
  await expect.poll(() => server.count(new RegExp(pack))).toBe(1);
  await phone.stopWorker();
  expect(await Promise.race([installing, new Promise((done) => setTimeout(() => done('failed'), 3000))])).toBe('failed');
  server.release();
  server.rules();
  server.forget();
  expect(await phone.install()).toBe('ready');
  await expectReadable(phone, server, core(), [V1]);
});
