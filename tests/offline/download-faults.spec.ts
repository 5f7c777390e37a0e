import type { Fault } from '../lab/faults.ts';
import { LONG } from './support/bodies.ts';
import { readBuild, V1 } from './support/builds.ts';
import { expectKnownBytes, expectOneBuild, expectReadable, PARTS, refetched } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';

const lessons = LONG.lessons.map((lesson) => `/bai-hoc/${lesson}/`);
const before = () => Object.keys(readBuild(V1).core.pages);
const packs = () => readBuild(V1).modules[LONG.id]?.packs.map(([id]) => id) ?? [];
const download = { ask: 'download', modules: [LONG.id] } as const;

test.beforeEach(async ({ phone, server }) => {
  expect(await phone.install()).toBe('ready');
  server.forget();
});

test('a module that is asked for is fetched once and reads without a network', async ({ phone, server }) => {
  const status = await phone.ask(download);
  expect(status?.kept).toEqual([LONG.id]);
  expect(refetched(server)).toEqual([]);
  await expectOneBuild(phone, [V1]);
  await expectReadable(phone, server, [...lessons, `/hoc-phan/${LONG.id}/`], [V1]);
});

test('asking again for what is kept costs nothing', async ({ phone, server }) => {
  await phone.ask(download);
  server.forget();
  await phone.ask(download);
  expect(server.log.filter(({ path }) => packs().some((id) => path.includes(id)))).toEqual([]);
});

test('wherever the line breaks, the download goes on there, and no pack that is kept comes twice', async ({ phone, server }) => {
  await phone.ask(download);
  const needed = server.count(PARTS);
  for (let k = 1; k <= needed; k += 1) {
    await test.step(`request ${k} of ${needed}`, async () => {
      await phone.ask({ ask: 'remove', module: LONG.id });
      server.forget();
      server.rules({ path: PARTS, nth: k, fault: { kind: 'kill', after: 30 } });
      const status = await phone.ask(download);
      expect(status?.kept).toEqual([LONG.id]);
      const again = refetched(server).filter((path) => packs().some((id) => path.includes(id)));
      expect(again, `cut at request ${k}`).toEqual([]);
      expect(server.count(PARTS)).toBeLessThanOrEqual(2 * needed);
      await expectOneBuild(phone, [V1]);
    });
  }
  await expectReadable(phone, server, lessons, [V1]);
});

test('packs that came before the line went away for good are kept for tomorrow', async ({ phone, server }) => {
  const [, , third = ''] = packs();
  server.rules({ path: new RegExp(third), fault: { kind: 'kill', after: 30 } });
  expect((await phone.ask(download))?.kept).toEqual([]);
  expect((await phone.heard()).at(-1)).toMatchObject({ module: LONG.id, stopped: 'network' });
  await phone.stopWorker();
  server.rules();
  server.forget();
  await phone.open('/');
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.kept).toEqual([LONG.id]);
  const came = packs().filter((id) => server.count(new RegExp(id)) > 0);
  expect(came, 'only what was missing').toEqual(packs().slice(2));
});

const lies: [string, Fault, string][] = [
  ['a log-in page', { kind: 'portal' }, 'wrong'],
  ['a redirect to a log-in page', { kind: 'redirect' }, 'wrong|network'],
  ['half a body, said to be all of it', { kind: 'truncate', as: 'close' }, 'wrong'],
  ['half a body, and a length that is not reached', { kind: 'truncate', as: 'content-length' }, 'network'],
  ['a body without its end', { kind: 'truncate', as: 'chunked' }, 'network'],
  ['one wrong byte', { kind: 'alter' }, 'wrong'],
  ['a server error', { kind: 'status', status: 500 }, 'wrong'],
  ['a server that asks for patience', { kind: 'status', status: 503, retryAfter: 30 }, 'wrong'],
  ['too many requests', { kind: 'status', status: 429, retryAfter: 30 }, 'wrong'],
  ['a missing file', { kind: 'status', status: 404 }, 'wrong'],
  ['a body that is not compressed as it says', { kind: 'encoding', encoding: 'gzip' }, 'network'],
];

for (const [name, fault, reason] of lies) {
  test(`${name} instead of a pack: it is said, nothing of it is kept, and the next try brings the rest`, async ({ phone, server }) => {
    const [, second = ''] = packs();
    server.rules({ path: new RegExp(second), fault });
    const status = await phone.ask(download);
    expect(status).toMatchObject({ kept: [], wanted: [LONG.id] });
    expect((await phone.heard()).at(-1)?.stopped).toMatch(new RegExp(`^(${reason})$`));
    // Five tries with growing pauses between them, not a storm.
    expect(server.count(new RegExp(second))).toBeLessThanOrEqual(5);
    expect(server.count(PARTS)).toBeLessThanOrEqual(25);
    await expectKnownBytes(phone);
    await expectReadable(phone, server, before(), [V1]);

    server.rules();
    expect((await phone.ask(download))?.kept).toEqual([LONG.id]);
    await expectOneBuild(phone, [V1]);
    await expectReadable(phone, server, lessons, [V1]);
  });
}

test('a short burst of server errors is waited out', async ({ phone, server }) => {
  server.rules({ path: PARTS, nth: (n) => n <= 3, fault: { kind: 'status', status: 503 } });
  const status = await phone.ask(download);
  expect(status?.kept).toEqual([LONG.id]);
  expect(server.log.filter(({ fault }) => fault === 'status')).toHaveLength(3);
});

for (const [name, after] of [
  ['before the first byte', undefined],
  ['in the middle', 2000],
] as const) {
  test(`a pack that hangs ${name} is given up and asked for again`, async ({ phone, server }) => {
    const [, second = ''] = packs();
    server.rules({ path: new RegExp(second), nth: 1, fault: after === undefined ? { kind: 'hang' } : { kind: 'hang', after } });
    expect((await phone.ask(download))?.kept).toEqual([LONG.id]);
    await expectOneBuild(phone, [V1]);
  });
}

test('somebody who pauses while the phone waits to try again pays nothing more', async ({ phone, server }) => {
  server.rules({ path: PARTS, fault: { kind: 'status', status: 503 } });
  await phone.tell(download);
  await expect.poll(() => server.count(PARTS)).toBeGreaterThanOrEqual(2);
  await phone.ask({ ask: 'pause' });
  server.rules();
  server.forget();
  // Longer than the longest pause that can be running now.
  await phone.desk.waitForTimeout(5000);
  expect(await phone.ask({ ask: 'status' })).toMatchObject({ kept: [], wanted: [] });
  expect(server.log.filter(({ path }) => packs().some((id) => path.includes(id)))).toEqual([]);
});

test('somebody who pauses in the middle of a pack keeps the packs before it and pays nothing more', async ({ phone, server }) => {
  const [first = '', second = ''] = packs();
  server.rules({ path: new RegExp(second), fault: { kind: 'hang', after: 100 } });
  await phone.tell(download);
  await expect.poll(() => server.count(new RegExp(second))).toBe(1);
  expect(await phone.ask({ ask: 'pause' })).toMatchObject({ kept: [], wanted: [] });
  expect((await phone.heard()).at(-1)).toMatchObject({ stopped: 'paused' });
  server.rules();
  server.forget();
  expect((await phone.ask(download))?.kept).toEqual([LONG.id]);
  expect(server.count(new RegExp(first))).toBe(0);
});

test('two tabs that ask for the same module get it once', async ({ phone, server }) => {
  const other = await phone.context.newPage();
  await other.goto(`${phone.url}/goi/moi.json`);
  server.forget();
  const ask = (page: typeof other) =>
    page.evaluate(
      (question) =>
        new Promise((done) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = (event) => done(event.data);
          navigator.serviceWorker.controller?.postMessage(question, [channel.port2]);
        }),
      download,
    );
  const both = await Promise.all([ask(phone.desk), ask(other), ask(phone.desk)]);
  for (const status of both) expect(status).toMatchObject({ kept: [LONG.id], wanted: [] });
  expect(packs().map((id) => server.count(new RegExp(id)))).toEqual(packs().map(() => 1));
});

test('a module asked for while another is under way comes after it', async ({ phone, server }) => {
  const [, second = ''] = packs();
  server.rules({ path: new RegExp(second), nth: 1, fault: { kind: 'hang' } });
  await phone.tell(download);
  await expect.poll(() => server.count(new RegExp(second))).toBe(1);
  await phone.tell({ ask: 'download', modules: ['sp'] });
  server.release();
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.kept.sort()).toEqual(['sp', LONG.id]);
  await expectReadable(phone, server, [...lessons, '/bai-hoc/sp-1/'], [V1]);
});

test('a module that is given back leaves, and the others stay whole', async ({ phone, server }) => {
  await phone.ask({ ask: 'download', modules: [LONG.id, 'sp'] });
  await phone.ask({ ask: 'remove', module: LONG.id });
  const { state } = await expectOneBuild(phone, [V1]);
  expect(Object.keys(state?.pages ?? {}).filter((path) => path.includes('dai-'))).toEqual([]);
  await expectReadable(phone, server, [...before(), '/bai-hoc/sp-1/', '/trac-nghiem/sp-1/'], [V1]);
});
