import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type TestInfo, test } from '@playwright/test';
import { htmlGate } from '../../../src/build/html-gate.ts';

const page = (body = '', head = '') => `<!doctype html><html lang="vi"><head><style>a{}</style><script type="module">1</script>${head}</head><body>${body}</body></html>`;

/** Lets the gate look at a finished site of these pages. Throws what the gate throws. */
function look(info: TestInfo, pages: Record<string, string>): void {
  const dir = info.outputPath('site');
  for (const [name, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), html);
  }
  const done = htmlGate().hooks['astro:build:done'] as unknown as (result: { dir: URL }) => void;
  done({ dir: pathToFileURL(`${dir}/`) });
}

test('a clean site goes through', ({}, info) => {
  expect(() => look(info, { 'index.html': page(), 'bai-hoc/x/index.html': page('<p>x</p>') })).not.toThrow();
});

test('a page with something foreign is named, in Vietnamese', ({}, info) => {
  expect(() => look(info, { 'index.html': page(), 'bai-hoc/x/index.html': page('<iframe></iframe>') })).toThrow(/bai-hoc\/x\/index\.html: thẻ <iframe>/);
});

test('all pages with something foreign are named at once', ({}, info) => {
  expect(() => look(info, { 'a.html': page('<p style="x">x</p>'), 'b.html': page('<p onclick="x">x</p>') })).toThrow(/a\.html[\s\S]*b\.html/);
});

test('a style that only one page carries is refused', ({}, info) => {
  const more = '<style>b{}</style>';
  expect(() => look(info, { 'index.html': page('', more), 'a/index.html': page('', more), 'b/index.html': page('<style>@import "https://xau.vn/a.css"</style>') })).toThrow(/không giống nhau/);
});

test('a script of the layout that has been altered on one page is refused', ({}, info) => {
  expect(() => look(info, { 'index.html': page(), 'b/index.html': page().replace('>1<', '>2<') })).toThrow(/không giống nhau/);
});
