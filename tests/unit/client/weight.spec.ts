import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';

/** One script as it is shipped, in bytes, for the oldest browsers we promise. */
async function ship(name: string): Promise<{ raw: number; brotli: number; code: string }> {
  const made = await build({
    entryPoints: [`src/client/${name}.ts`],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    bundle: true,
    minify: true,
    write: false,
    format: name === 'loader' ? 'iife' : 'esm',
    target: ['es2017', 'chrome64', 'safari12'],
    define: { __EXIT__: '["/nong-lich/",""]', __JS__: '["/js/","-01234567.js"]', __WORDS__: '{}', __BASE__: '""', __SEARCHER__: '"/js/tim-kiem-01234567.js"', __SHELVES__: '"/js/tim-bai-01234567.js"', __VERSION__: '"01234567"' },
    supported: { destructuring: true, 'dynamic-import': true },
    tsconfigRaw: {},
  });
  const code = (made.outputFiles[0]?.text ?? '').trim();
  return { raw: Buffer.byteLength(code), brotli: brotliCompressSync(code).length, code };
}

test('the script inside every page stays within 1.5 KB: half of it is quick exit', async () => {
  const { raw, code } = await ship('loader');
  expect(raw).toBeLessThanOrEqual(1536);
  expect(code, 'an old target must not turn import() into require()').toContain('import(');
});

test('what a quiz fetches stays within 3 KB', async () => {
  expect((await ship('quiz')).brotli).toBeLessThanOrEqual(3000);
});

test('the small ones stay small', async () => {
  expect((await ship('me')).brotli).toBeLessThanOrEqual(1600);
  expect((await ship('home')).brotli).toBeLessThanOrEqual(1000);
  expect((await ship('calendar')).brotli).toBeLessThanOrEqual(300);
  expect((await ship('search')).brotli).toBeLessThanOrEqual(2000);
  expect((await ship('shelves')).brotli).toBeLessThanOrEqual(1600);
  expect((await ship('keep')).brotli).toBeLessThanOrEqual(1200);
  expect((await ship('shelf')).brotli).toBeLessThanOrEqual(4200);
  expect((await ship('offline')).brotli).toBeLessThanOrEqual(2500);
  expect((await ship('story')).brotli).toBeLessThanOrEqual(500);
  expect((await ship('check')).brotli).toBeLessThanOrEqual(1200);
  expect((await ship('send')).brotli).toBeLessThanOrEqual(800);
});

test('what a trainer’s screen fetches is worth its bytes: the words are counted apart', async () => {
  expect((await ship('deck')).brotli).toBeLessThanOrEqual(1600);
  expect((await ship('group')).brotli).toBeLessThanOrEqual(11_000);
  expect((await ship('merge')).brotli).toBeLessThanOrEqual(9500);
  expect((await ship('savings')).brotli).toBeLessThanOrEqual(9000);
  expect((await ship('trade')).brotli).toBeLessThanOrEqual(7500);
});

test('no script writes HTML or carries a sentence', async () => {
  // The trainers' tools hold Preact, which has a door for HTML that none of them opens: their own files are searched instead.
  for (const file of readdirSync('src/client', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))) {
    const source = readFileSync(`src/client/${file}`, 'utf8');
    expect(source, file).not.toMatch(/dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write\(|eval\(|new Function/);
    expect(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''), file).not.toMatch(/[À-ỹ]/);
  }
  for (const name of ['quiz', 'me', 'home', 'calendar', 'keep', 'shelf', 'offline', 'story', 'check', 'send', 'exit', 'discreet', 'safety', 'search', 'shelves', 'loader', 'deck']) {
    const { code } = await ship(name);
    expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
    expect(code, 'words come from the page').not.toMatch(/[À-ỹ]/);
  }
});
