import type { Rule } from '../lab/fault-server.ts';
import type { Fault } from '../lab/faults.ts';
import { readBuild, V1 } from './support/builds.ts';
import { expectKnownBytes, expectOneBuild, expectReadable, refetched } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';
import { Phone } from './support/phone.ts';

/** The pages that everybody keeps. */
const core = () => Object.keys(readBuild(V1).core.pages);
/** What the worker fetches to install itself. */
const PARTS = /^\/(goi|js|anh)\//;

test('wherever the line breaks on the first visit, nothing half is kept, and the next visit completes it', async ({ browser, server, phone }) => {
  expect(await phone.install()).toBe('ready');
  const needed = server.count(PARTS);
  for (let k = 1; k <= needed; k += 1) {
    await test.step(`request ${k} of ${needed}`, async () => {
      const context = await browser.newContext();
      const another = await Phone.switchOn(context, server.url);
      server.forget();
      // A connection that breaks before the first byte is tried again by the browser itself; one that breaks later is not.
      server.rules({ path: PARTS, nth: k, fault: { kind: 'kill', after: k % 2 ? 0 : 40 } });
      expect(await another.install()).toBe('failed');
      expect((await expectKnownBytes(another)).state).toBeUndefined();
      server.rules();
      expect(await another.install()).toBe('ready');
      await expectOneBuild(another, [V1]);
      expect(server.count(PARTS)).toBeLessThanOrEqual(2 * needed);
      expect(refetched(server).length).toBeLessThanOrEqual(1);
      if (k % 4 === 0) await expectReadable(another, server, core(), [V1]);
      await context.close();
    });
  }
});

/** Each is done to every answer, one at a time and all at once. */
const lies: [string, Fault][] = [
  ['a log-in page instead of everything', { kind: 'portal' }],
  ['a redirect to a log-in page', { kind: 'redirect' }],
  ['a redirect that stays', { kind: 'redirect', status: 301 }],
  ['one wrong byte', { kind: 'alter' }],
  ['half a body, said to be all of it', { kind: 'truncate', as: 'close' }],
  ['half a body, and a length that is not reached', { kind: 'truncate', as: 'content-length' }],
  ['a body without its end', { kind: 'truncate', as: 'chunked' }],
  ['an empty body, said to be all of it', { kind: 'truncate', as: 'close', keep: 0 }],
  ['a body that is not compressed as it says', { kind: 'encoding', encoding: 'br' }],
  ['a body that is not gzip', { kind: 'encoding', encoding: 'gzip' }],
  ['server errors', { kind: 'status', status: 500 }],
  ['a server that asks for patience', { kind: 'status', status: 503, retryAfter: 1 }],
  ['a server that has had enough', { kind: 'status', status: 429, retryAfter: 1 }],
  ['missing files', { kind: 'status', status: 404 }],
];

for (const [name, fault] of lies) {
  test(`${name}: nothing of it is kept, and when it is over everything is`, async ({ phone, server }) => {
    server.rules({ path: PARTS, fault });
    expect(await phone.install()).toBe('failed');
    expect((await expectKnownBytes(phone)).state).toBeUndefined();
    // A worker that will not give up would ask again and again.
    expect(server.count(PARTS)).toBeLessThanOrEqual(2);

    const needed = readBuild(V1).core.packs[0]?.[0] ?? '';
    const oneByOne: Rule[] = [
      { path: `/goi/${needed}.json`, fault },
      { path: /^\/js\/calendar-/, fault },
    ];
    for (const rule of oneByOne) {
      server.rules(rule);
      expect(await phone.install()).toBe('failed');
      expect((await expectKnownBytes(phone)).state).toBeUndefined();
    }

    server.rules();
    expect(await phone.install()).toBe('ready');
    await expectOneBuild(phone, [V1]);
    await expectReadable(phone, server, core(), [V1]);
  });
}

test('a wrong name for the kind of file harms nobody: the bytes are what counts', async ({ phone, server }) => {
  server.rules({ path: PARTS, fault: { kind: 'mime', type: 'text/html' } });
  expect(await phone.install()).toBe('ready');
  await expectOneBuild(phone, [V1]);
  await expectReadable(phone, server, core(), [V1]);
});

test('a script that came under a wrong name still runs when the phone answers with it', async ({ phone, server }) => {
  server.rules({ path: /^\/js\//, fault: { kind: 'mime', type: 'text/html' } });
  expect(await phone.install()).toBe('ready');
  const script = Object.keys(readBuild(V1).files).filter((path) => path.endsWith('.js'))[0] ?? '';
  server.rules({ fault: { kind: 'kill' } });
  expect(await phone.desk.evaluate(async (path) => (await fetch(path)).headers.get('content-type'), script)).toMatch(/^text\/javascript/);
});

for (const [name, fault] of [
  ['hangs before the first byte', { kind: 'hang' }],
  ['hangs in the middle', { kind: 'hang', after: 50 }],
] as const) {
  test(`a line that ${name} is given up, and what was kept until then is not fetched again`, async ({ phone, server }) => {
    server.rules({ path: PARTS, nth: 5, fault });
    expect(await phone.install()).toBe('failed');
    expect((await expectKnownBytes(phone)).state).toBeUndefined();
    server.rules();
    expect(await phone.install()).toBe('ready');
    await expectOneBuild(phone, [V1]);
    expect(refetched(server).length).toBeLessThanOrEqual(1);
  });
}

test('a line that only drips is slow, not dead: the install ends well', async ({ phone, server }) => {
  server.rules({ path: PARTS, fault: { kind: 'drip', bytes: 3000, everyMs: 100 } });
  expect(await phone.install()).toBe('ready');
  await expectOneBuild(phone, [V1]);
});
