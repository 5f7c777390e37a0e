import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test, write } from './support/folders.ts';
import { isAtWork, slowProgram, startCommand } from './support/processes.ts';

/** Stands for `astro build`: notes that it ran, and writes a home page. */
const quickBuild = '#!/bin/sh\necho built >> builds.log\n[ $OUT_DIR ] || OUT_DIR=dist\nmkdir -p $OUT_DIR\necho "<h1>Sổ tay</h1>" > $OUT_DIR/index.html\n';
const astro = 'node_modules/.bin/astro';
const day = { BUILD_DATE: '2026-11-24', PORT: '0' };
const builds = (folder: string) => (existsSync(join(folder, 'builds.log')) ? readFileSync(join(folder, 'builds.log'), 'utf8').trim().split('\n').length : 0);

/** Starts, waits until the site is up, stops; gives back what was said. */
async function startAndStop(folder: string, env: Record<string, string> = {}): Promise<string> {
  const start = startCommand('start', folder, { ...day, ...env });
  await start.says(/Ctrl-C\.\nTo stop/);
  start.stop('SIGINT');
  expect(await start.ended).toBe(0);
  return start.output();
}

test('a start tells in Vietnamese and in English where the site is and how to stop it', async ({ folder }) => {
  write(folder, { 'out/index.html': 'xin chào' });
  const start = startCommand('start', folder, { PORT: '0', OUT_DIR: 'out', SKIP_BUILD: '1', SITE_URL: 'https://example.vn/thon-ban/' });
  await start.says(/To stop, press Ctrl-C/);
  expect(start.output()).toContain('Sổ tay thôn bản đã mở ở:');
  expect(start.output()).toContain('Muốn dừng, nhấn Ctrl-C.');
  const [, url = ''] = /The site is ready at: +(\S+)/.exec(start.output()) ?? [];
  expect(url).toMatch(/^http:\/\/localhost:\d+\/thon-ban\/$/);
  expect(await (await fetch(url)).text()).toBe('xin chào');
  start.stop('SIGTERM');
  expect(await start.ended).toBe(0);
});

test('Ctrl-C ends the server at once, even while somebody is connected', async ({ folder }) => {
  write(folder, { 'dist/index.html': 'xin chào' });
  const start = startCommand('start', folder, { PORT: '0', SKIP_BUILD: '1' });
  await start.says(/The site is ready/);
  await fetch(/http:\S+/.exec(start.output())?.[0] ?? '');
  const asked = Date.now();
  start.stop('SIGINT');
  expect(await start.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(2000);
});

test('Ctrl-C during a build leaves no process behind, and the next start builds again', async ({ folder }) => {
  write(folder, { [astro]: slowProgram });
  const start = startCommand('start', folder, day);
  await start.says(/working/);
  expect(isAtWork(join(folder, 'worker.pid'))).toBe(true);
  start.stop('SIGINT');
  expect(await start.ended).toBe(0);
  await expect.poll(() => isAtWork(join(folder, 'worker.pid'))).toBe(false);
  expect(start.output()).not.toMatch(/\n\s+at /);
  write(folder, { [astro]: quickBuild });
  await startAndStop(folder);
  expect(builds(folder)).toBe(1);
});

test('a second start with nothing changed builds nothing, and says so', async ({ folder }) => {
  write(folder, { [astro]: quickBuild, 'content/a.yaml': 'a' });
  await startAndStop(folder);
  const said = await startAndStop(folder);
  expect(builds(folder)).toBe(1);
  expect(said).toContain('Không có gì thay đổi');
  expect(said).toContain('Nothing has changed');
});

test('a change of words, of the day or of the address is built', async ({ folder }) => {
  write(folder, { [astro]: quickBuild, 'content/a.yaml': 'a' });
  await startAndStop(folder);
  write(folder, { 'content/a.yaml': 'b' });
  await startAndStop(folder);
  expect(builds(folder)).toBe(2);
  await startAndStop(folder, { BUILD_DATE: '2026-11-25' });
  expect(builds(folder)).toBe(3);
  await startAndStop(folder, { BUILD_DATE: '2026-11-25', SITE_URL: 'https://example.vn/thon-ban/' });
  expect(builds(folder)).toBe(4);
});

test('two output folders are remembered apart', async ({ folder }) => {
  write(folder, { [astro]: quickBuild });
  await startAndStop(folder);
  await startAndStop(folder, { OUT_DIR: 'other' });
  await startAndStop(folder);
  expect(builds(folder)).toBe(2);
});

test('a site that something else has written is built again', async ({ folder }) => {
  write(folder, { [astro]: quickBuild });
  await startAndStop(folder);
  write(folder, { 'dist/index.html': 'something else' });
  await startAndStop(folder);
  expect(builds(folder)).toBe(2);
});

test('a build that fails shows its own words and ends with 1', async ({ folder }) => {
  write(folder, { [astro]: '#!/bin/sh\necho "a1-1.mdx: thiếu tiêu đề" >&2\nexit 3\n' });
  for (const name of ['start', 'build']) {
    const failing = startCommand(name, folder, day);
    expect(await failing.ended, name).toBe(1);
    expect(failing.output()).toContain('a1-1.mdx: thiếu tiêu đề');
    expect(failing.output()).toContain('Chưa dựng được trang');
    expect(failing.output()).toContain('could not be built');
  }
});

test('a port that is taken is told before anything is built, with the way out', async ({ folder }) => {
  write(folder, { [astro]: quickBuild });
  const other = createServer().listen(0);
  await new Promise((ready) => other.once('listening', ready));
  const { port } = other.address() as AddressInfo;
  const start = startCommand('start', folder, { ...day, PORT: String(port) });
  expect(await start.ended).toBe(1);
  other.close();
  expect(start.output()).toContain(`Cổng ${port} đang có chương trình khác dùng`);
  expect(start.output()).toContain(`Port ${port} is used by another program`);
  expect(start.output()).toContain('PORT=');
  expect(builds(folder)).toBe(0);
});

test('a setting that makes no sense is told in words, not as a stack', async ({ folder }) => {
  for (const env of [{ PORT: 'abc' }, { PORT: '0', SITE_URL: 'nowhere' }, { PORT: '0', BUILD_DATE: 'hôm nay' }] as Record<string, string>[]) {
    write(folder, { 'dist/index.html': 'x' });
    const start = startCommand('start', folder, env);
    expect(await start.ended).toBe(1);
    expect(start.output()).toContain(Object.keys(env).at(-1));
    expect(start.output()).not.toMatch(/\n\s+at /);
  }
});

test('a preview builds nothing, and says what to do when there is nothing to show', async ({ folder }) => {
  write(folder, { [astro]: quickBuild });
  const preview = startCommand('preview', folder, { PORT: '0' });
  expect(await preview.ended).toBe(1);
  expect(preview.output()).toContain('Hãy chạy: npm start');
  expect(preview.output()).toContain('Run: npm start');
  expect(builds(folder)).toBe(0);
});
