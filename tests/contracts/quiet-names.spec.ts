import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bodies } from '../support/build.ts';
import { filesOf } from '../support/files.ts';
import { attribute, type PageFile, readPages, textOf } from '../support/html.ts';

/** Words by which somebody who looks over a shoulder would know. Compared without marks, so addresses count too. */
const words = ['mua ban nguoi', 'buon nguoi', 'nan nhan', 'bi ban', 'lua ban', 'boc lot', 'xam hai', 'cuong buc', 'bao luc', 'mai dam', 'mang thai', 'trafficking', 'victim', 'cau cuu', 'tron thoat', 'giai cuu', 'mat tich'];
const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ');
const tellingWords = (text: string) => words.filter((word) => ` ${fold(text)} `.includes(` ${word} `));

/** What leaves a page without being read: into the tab, the history, a share preview, a search engine. */
function outsideOf(page: PageFile): string {
  const metas = page.elements.filter(({ tagName }) => tagName === 'meta').flatMap((element) => attribute(element, 'content') ?? []);
  const titles = page.elements.filter(({ tagName, parentNode }) => tagName === 'title' && parentNode?.nodeName === 'head').map(textOf);
  const data = page.elements.filter((element) => attribute(element, 'type') === 'application/ld+json').map(textOf);
  return [page.path, ...titles, ...metas, ...data].join(' | ');
}

for (const [world, { out }] of Object.entries(bodies)) {
  // Read when a test runs: in a fresh clone the site is built after this file has been loaded.
  const sensitive = () => (JSON.parse(readFileSync(join(out, 'catalogue.json'), 'utf8')) as { lessons: { id: string; sensitive: boolean }[] }).lessons.filter((lesson) => lesson.sensitive).map(({ id }) => id);
  const quietPages = () => readPages(out).filter(({ path }) => ['/goi-giup/', '/can-biet/', '/cua-toi/', '/nong-lich/', '/ngoai-tuyen/', '/404.html'].includes(path) || sensitive().some((id) => path.endsWith(`/${id}/`)));

  test(`no file and no address of the ${world} has a telling name`, () => {
    expect(filesOf(out).filter((file) => tellingWords(file).length > 0)).toEqual([]);
  });

  test(`sensitive lessons, their quizzes and the help pages of the ${world} say nothing in tab, history or preview`, () => {
    expect(quietPages().length).toBeGreaterThan(5);
    for (const page of quietPages()) expect.soft(tellingWords(outsideOf(page)), page.path).toEqual([]);
  });

  test(`sensitive lessons of the ${world} and their quizzes have no preview and no place in search engines`, () => {
    for (const page of readPages(out).filter(({ path }) => sensitive().some((id) => path.endsWith(`/${id}/`)))) {
      const names = page.elements.flatMap((element) => attribute(element, 'name') ?? attribute(element, 'property') ?? []);
      expect
        .soft(
          names.filter((name) => /^(description|og:|twitter:)/.test(name)),
          page.path,
        )
        .toEqual([]);
      expect.soft(page.html, page.path).toMatch(/<meta name="robots" content="noindex"/);
    }
  });

  test(`what the ${world} is called on a home screen, and what it downloads, says nothing`, () => {
    const manifest = readFileSync(join(out, 'so-tay.webmanifest'), 'utf8');
    expect(tellingWords(manifest)).toEqual([]);
    expect(filesOf(join(out, 'goi')).filter((name) => !/^([0-9a-f]{32}\.(json|txt)|[0-9a-f]{16}\.txt|moi\.json)$/.test(name))).toEqual([]);
    expect(filesOf(join(out, 'goi')).length).toBeGreaterThan(10);
  });

  test(`every sensitive page of the ${world} leads to the safety page before its first word, and so does the help page`, () => {
    for (const page of quietPages().filter(({ path }) => path === '/goi-giup/' || sensitive().some((id) => path.endsWith(`/${id}/`)))) {
      const at = page.html.indexOf('href="/can-biet/"');
      expect.soft(at, page.path).toBeGreaterThan(0);
      // What may be sent on is two lines; lessons and quizzes wait behind a gate.
      if (/^\/(bai-hoc|trac-nghiem)\//.test(page.path)) expect.soft(at, page.path).toBeLessThan(page.html.indexOf('<details class="gate"'));
      else if (page.path !== '/goi-giup/') expect.soft(at, page.path).toBeLessThan(page.html.indexOf('<blockquote'));
    }
  });

  test(`no page of the ${world} can lay a modal dialog over the way out`, () => {
    expect(
      readPages(out)
        .filter(({ elements }) => elements.some(({ tagName }) => tagName === 'dialog'))
        .map(({ path }) => path),
    ).toEqual([]);
  });
}

test('a telling name is noticed, with and without marks', () => {
  expect([tellingWords('Mua bán người là gì? – Sổ tay'), tellingWords('/bai-hoc/mua-ban-nguoi/'), tellingWords('Bài đọc số hai')]).toEqual([['mua ban nguoi'], ['mua ban nguoi'], []]);
});
