import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createSiteServer } from '../../src/build/serve/index.ts';
import { bodies } from '../support/build.ts';
import { quizOf } from '../support/content.ts';
import { filesWith, fingerprint } from '../support/files.ts';
import { readPages } from '../support/html.ts';
import { addressesOf, deadLinks } from '../support/links.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, t, test } from '../support/site.ts';
import { Workshop } from '../support/workshop.ts';

const { out, content } = bodies.specimen;
const page = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');

const unpublished = [
  ['a draft lesson', 'lessons/sp-nhap.mdx', 'Bài còn nháp'],
  ['the quiz of a draft lesson', 'quizzes/sp-nhap.yaml', 'sp-nhap'],
  ['a fact that nobody has verified', 'facts/F9.9.yaml', 'Câu này chưa được đối chiếu'],
  ['a number that waits to be confirmed', 'contacts/xa-mau.yaml', '0237 000 0000'],
  ['an office that waits to be confirmed', 'contacts/xa-mau.yaml', 'Ủy ban xã mẫu'],
] as const;

for (const [what, file, text] of unpublished) {
  test(`${what} is in no file of the finished site`, () => {
    expect(readFileSync(join(content, file), 'utf8')).toContain(text);
    expect(filesWith(out, text)).toEqual([]);
  });
}

test('what is looked for in the finished files would be found there', () => {
  expect(filesWith(out, 'Một từ dùng để thử lời giải nghĩa.').length).toBeGreaterThan(1);
});

test('a fact past its check-again date says so wherever it is cited, and others do not', () => {
  expect(page('bai-hoc/sp-1')).toContain(`Số liệu mẫu đã quá ngày · ${t('lesson.recheck')}`);
  expect(page('bai-hoc/sp-1')).toContain(`Số liệu mẫu đã quá ngày</a> (${t('lesson.recheck')})`);
  expect(page('bai-hoc/sp-1')).toContain('Căn cứ luật mẫu</a>');
  expect(page('bai-hoc/sp-1')).not.toContain('Căn cứ luật mẫu</a> (');
  expect(page('can-cu').split(t('facts.recheck')).length - 1).toBe(1);
  expect(page('bai-hoc/sp-3')).not.toContain(t('lesson.recheck'));
});

test('the same content makes the same bytes, wherever it lies', async ({}, info) => {
  test.setTimeout(600_000);
  const [first, second] = [new Workshop(info.outputPath('a')), new Workshop(info.outputPath('noi-khac'))];
  const builds = [await first.build(), await second.build()];
  expect(
    builds.map(({ code }) => code),
    builds.map(({ output }) => output).join('\n'),
  ).toEqual([0, 0]);
  expect(Object.keys(fingerprint(first.out)).length).toBeGreaterThan(30);
  expect(fingerprint(second.out)).toEqual(fingerprint(first.out));
});

test('content outside the project is built, and nothing is written beside it', async () => {
  test.setTimeout(600_000);
  const dir = mkdtempSync(join(tmpdir(), 'noi-dung-'));
  const workshop = new Workshop(join(dir, 'w'));
  const before = fingerprint(workshop.content);
  const { code, output } = await workshop.build();
  expect(code, output).toBe(0);
  expect(existsSync(join(workshop.out, 'bai-hoc/sp-1/index.html'))).toBe(true);
  expect(fingerprint(workshop.content)).toEqual(before);
  rmSync(dir, { recursive: true });
  // The build keeps a cache for each content folder; nobody will ask for this one again.
  for (const name of readdirSync('.cache')) if (name.includes(basename(dir).replace(/[^a-z0-9]+/gi, '-'))) rmSync(join('.cache', name), { recursive: true });
});

test.describe('a site that lives under /thon-ban/', () => {
  test.describe.configure({ mode: 'default' });
  const base = '/thon-ban/';
  let site: string;

  test.beforeAll(async ({}, info) => {
    test.setTimeout(180_000);
    const workshop = new Workshop(join(info.project.outputDir, 'duoi-goc'));
    const { code, output } = await workshop.build({ SITE_URL: 'https://vi.du/thon-ban/' });
    expect(code, output).toBe(0);
    site = workshop.out;
  });

  test('keeps every link, picture and script inside itself', () => {
    const pages = readPages(site);
    expect(pages.flatMap(({ elements }) => addressesOf(elements)).filter((address) => address.startsWith(base)).length).toBeGreaterThan(100);
    expect(deadLinks(pages, site, base)).toEqual([]);
  });

  test('names no address outside itself in its catalogue and manifest', () => {
    const urls = (JSON.stringify([JSON.parse(readFileSync(join(site, 'catalogue.json'), 'utf8')), JSON.parse(readFileSync(join(site, 'so-tay.webmanifest'), 'utf8'))]).match(/"\/[^"]*"/g) ?? []).map((url) => JSON.parse(url) as string);
    expect(urls.length).toBeGreaterThan(5);
    expect(urls.filter((url) => !url.startsWith(base))).toEqual([]);
  });

  test('lets a reader walk, take a quiz and leave', async ({ page }) => {
    const server = createSiteServer({ dir: site, base });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
    await page.goto(home);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Ở ĐÂU NGHIÊNG/ })
      .click();
    const quiz = new QuizForm(page, quizOf(content, 'sp-1'));
    await quiz.answerRight(quiz.of('single'));
    await expect(quiz.root.getByText(t('quiz.soFar', { right: 1, total: 6 }))).toBeVisible();
    await expect(page.getByRole('img', { name: 'Một hình vuông màu chàm' })).toHaveJSProperty('complete', true);
    await page.goto(home);
    await page.getByRole('link', { name: t('home.resume', { lesson: '' }).trim() }).click();
    await expect(page).toHaveURL(`${home}bai-hoc/sp-1/`);
    await page.getByRole('link', { name: t('site.exit') }).click();
    await expect(page).toHaveURL(`${home}nong-lich/`);
    server.close();
  });
});
