import { build } from 'esbuild';
import { readBuild, V1 } from './support/builds.ts';
import { withWorker } from './support/derive.ts';
import { expectKnownBytes, expectReadable } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';

/*
 * The negative control: the same laboratory with plain Workbox precaching, as most sites use it. If the laboratory did not
 * notice what goes wrong there, it could not be trusted when it finds nothing here.
 */

/** Plain precaching of the pages that everybody keeps, without a hash to compare anything with. */
async function naiveWorker(): Promise<string> {
  const entries = Object.keys(readBuild(V1).core.pages).map((url) => ({ url, revision: '1' }));
  const code = `import { precacheAndRoute } from 'workbox-precaching'; self.skipWaiting(); addEventListener('activate', (event) => event.waitUntil(clients.claim())); precacheAndRoute(${JSON.stringify(entries)});`;
  const made = await build({ stdin: { contents: code, resolveDir: '.' }, bundle: true, write: false, format: 'iife', define: { 'process.env.NODE_ENV': '"production"' } });
  return made.outputFiles[0]?.text ?? '';
}

const help = '/goi-giup/';

test('plain precaching on a healthy line passes', async ({ phone, server }, info) => {
  server.swap(withWorker(V1, info.outputPath('naive'), await naiveWorker()));
  expect(await phone.install()).toBe('ready');
  await expectReadable(phone, server, ['/', help], [V1]);
});

for (const [name, fault] of [
  ['a log-in page', { kind: 'portal' }],
  ['a redirect to a log-in page', { kind: 'redirect' }],
  ['half a page', { kind: 'truncate', as: 'close' }],
  ['one wrong byte', { kind: 'alter' }],
] as const) {
  test(`plain precaching keeps ${name} for ever, and the laboratory sees it`, async ({ phone, server }, info) => {
    server.swap(withWorker(V1, info.outputPath('naive'), await naiveWorker()));
    server.rules({ path: help, fault });
    await phone.install();
    server.rules();
    await phone.install();
    await expect(expectKnownBytes(phone)).rejects.toThrow(/stored, and published by nobody/);
    await expect(expectReadable(phone, server, ['/', help], [V1])).rejects.toThrow();
  });
}

test('plain precaching gives up everything for one missing file, and the laboratory sees it', async ({ phone, server }, info) => {
  server.swap(withWorker(V1, info.outputPath('naive'), await naiveWorker()));
  server.rules({ path: help, fault: { kind: 'status', status: 503 } });
  expect(await phone.install()).toBe('failed');
  await expect(expectReadable(phone, server, ['/'], [V1])).rejects.toThrow();
});
