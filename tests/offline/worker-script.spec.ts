import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { V1, V2 } from './support/builds.ts';
import { withWorker } from './support/derive.ts';
import { expectNothingLeft, expectOneBuild, expectReadable } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';
import type { Phone } from './support/phone.ts';

const core = ['/', '/goi-giup/', '/nong-lich/'];

/** Looks for a newer worker as the browser does now and then, and waits until it is in charge or given up. */
const lookForWorker = (phone: Phone): Promise<string> =>
  phone.desk.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/');
    if (!registration) return 'none';
    try {
      await registration.update();
    } catch {
      return 'refused';
    }
    const next = registration.installing ?? registration.waiting;
    if (!next) return 'same';
    return new Promise<string>((done) => {
      const look = () => /activated|redundant/.test(next.state) && done(next.state);
      next.addEventListener('statechange', look);
      look();
    });
  });

for (const [name, fault] of [
  ['a log-in page', { kind: 'portal' }],
  ['a redirect', { kind: 'redirect' }],
  ['nothing', { kind: 'status', status: 404 }],
  ['a server error', { kind: 'status', status: 500 }],
  ['half of it', { kind: 'truncate', as: 'content-length' }],
] as const) {
  test(`${name} in the place of the worker's script: the worker that is here goes on`, async ({ phone, server }) => {
    await phone.install();
    server.rules({ path: '/sw.js', fault });
    expect(await lookForWorker(phone)).toBe('refused');
    await expectOneBuild(phone, [V1]);
    await expectReadable(phone, server, core, [V1]);
  });

  test(`${name} in the place of the worker's script on the first visit: reading goes on, and the next visit brings it in`, async ({ phone, server }) => {
    server.rules({ path: '/sw.js', fault });
    expect(await phone.install()).toBe('failed');
    expect((await phone.open('/')).isBrowserError).toBe(false);
    server.rules();
    expect(await phone.install()).toBe('ready');
    await expectReadable(phone, server, core, [V1]);
  });
}

test("a worker's script that was spoilt on the way, under the mark of the good one, is not kept spoilt by the browser", async ({ phone, server }) => {
  server.rules({ path: '/sw.js', fault: { kind: 'encoding', encoding: 'br' } });
  await phone.open('/');
  // Once as the worker's script, and once for the copy that lies in the browser.
  await expect.poll(() => server.count('/sw.js'), { timeout: 30_000 }).toBe(2);
  server.rules();
  // The first visit after that may still ask with the old mark.
  for (const path of ['/', '/goi-giup/']) {
    await phone.open(path);
    await expect.poll(() => server.count('/sw.js'), { timeout: 30_000 }).toBeGreaterThan(2);
  }
  await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.build, { timeout: 30_000 }).toBeGreaterThan(0);
  await expectReadable(phone, server, core, [V1]);
});

test("a worker's script with one wrong letter, which runs and then cannot install itself, is not kept so by the browser either", async ({ phone, server }) => {
  server.rules({ path: '/sw.js', fault: { kind: 'alter', at: workerOf(V1).indexOf('skipWaiting') } });
  expect(await phone.install()).toBe('failed');
  server.rules();
  // What was fetched afresh may still be on its way.
  await expect.poll(() => phone.install(), { timeout: 30_000 }).toBe('ready');
  await expectReadable(phone, server, core, [V1]);
});

for (const [name, code] of [
  ['does not even parse', 'self.addEventListener('],
  ['fails while it starts', 'throw new Error("no")'],
  ['cannot install itself', "addEventListener('install', (event) => event.waitUntil(Promise.reject(new Error('no'))))"],
] as const) {
  test(`a release whose worker ${name} changes nothing, and the next good one comes in`, async ({ phone, server }, info) => {
    await phone.install();
    server.swap(withWorker(V1, info.outputPath('broken'), code));
    expect(await lookForWorker(phone)).toMatch(/refused|redundant/);
    await expectReadable(phone, server, core, [V1]);
    server.swap(withWorker(V2, info.outputPath('good'), `${workerOf(V2)}\n//`));
    expect(await lookForWorker(phone)).toBe('activated');
    await phone.ask({ ask: 'check' });
    await expectOneBuild(phone, [V2]);
    await expectReadable(phone, server, core, [V2]);
  });
}

test('the kill switch takes away all that was kept and itself, and the site reads as plain pages', async ({ phone, server }, info) => {
  await phone.install();
  await phone.open('/');
  server.swap(withWorker(V1, info.outputPath('killed'), await killSwitch()));
  // It opens all tabs anew, the one that asks too.
  await lookForWorker(phone).catch(() => {});
  await expect.poll(() => phone.traces().catch(() => undefined)).toMatchObject({ caches: 0, registrations: 0 });
  await expectNothingLeft(phone);
  // The tab may still be opening anew.
  await expect(async () => expect((await phone.page.goto(`${phone.url}/`))?.fromServiceWorker()).toBe(false)).toPass();
  // And back: what is published next works as on a first visit.
  server.swap(V1);
  expect(await phone.install()).toBe('ready');
  await expectReadable(phone, server, core, [V1]);
});

test('a worker of an earlier site in a folder below disturbs nobody outside of it', async ({ phone, server }, info) => {
  server.swap(withWorker(V1, info.outputPath('old'), "addEventListener('fetch', () => {})"));
  expect(await phone.install('/sw.js?old', '/khoa-hoc/')).toBe('ready');
  server.swap(V1);
  expect(await phone.install()).toBe('ready');
  await expectOneBuild(phone, [V1]);
  await expectReadable(phone, server, core, [V1]);
});

async function killSwitch(): Promise<string> {
  const made = await build({ entryPoints: ['src/sw/kill-switch.ts'], bundle: true, write: false, format: 'iife' });
  return made.outputFiles[0]?.text ?? '';
}

const workerOf = (dir: string): string => readFileSync(`${dir}/sw.js`, 'utf8');
