import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { wordsOf } from '../../src/search/words.ts';
import { expect, type Site, t, test } from '../support/site.ts';

// Without a worker first: everything a search needs comes over the network.
test.use({ serviceWorkers: 'block' });

const results = (page: Page) => page.getByRole('region', { name: t('search.results') });
const field = (page: Page) => page.getByRole('searchbox', { name: t('search.label') });
const group = (page: Page, name: 'lesson' | 'word' | 'place' | 'fact') => results(page).getByRole('heading', { name: t(`search.${name}`), exact: true });

async function openSearch(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/tim-kiem/`);
}

test('a villager types without marks and the lesson is there', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).pressSequentially('viec nhe luong cao');
  await expect(group(page, 'lesson')).toBeVisible();
  await results(page).getByRole('link', { name: 'Việc nhẹ, lương cao' }).and(page.locator('[href*="/bai-hoc/"]')).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Việc nhẹ, lương cao');
});

test('the words that were found are marked, and only those', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).fill('ho chieu');
  await expect(results(page).locator('mark').first()).toBeVisible();
  for (const word of await results(page).locator('mark').allTextContents()) expect(['ho', 'chieu']).toContain(wordsOf(word)[0]?.folded);
});

for (const query of ['cứu', 'bi danh', 'goi ai', '111']) {
  test(`someone who types “${query}” can call with the next tap`, async ({ page, portal }) => {
    await openSearch(page, portal);
    await field(page).fill(query);
    const call = results(page).getByRole('link', { name: '111', exact: true });
    await expect(call).toHaveAttribute('href', 'tel:111');
    await expect(call).toBeInViewport({ ratio: 1 });
  });
}

test('keys that were left behind are read, and the reader is asked whether rightly', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).fill('mua bans nguwowif');
  await results(page)
    .getByRole('button', { name: t('search.read', { words: 'mua bán người' }) })
    .click();
  await expect(field(page)).toHaveValue('mua bán người');
  await expect(results(page).getByRole('button', { name: /mua bán người/ })).toBeHidden();
  await expect(results(page).getByRole('link', { name: 'Mua bán người là gì?' })).toBeVisible();
});

test('when nothing is found, 111 and what most people ask are there', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).fill('xyzqwk');
  await expect(results(page).getByRole('status')).toHaveText(t('search.none'));
  await expect(results(page).getByRole('heading', { name: t('search.asked') })).toBeVisible();
  await expect(results(page).getByRole('link', { name: /Gọi 111, nói gì/ })).toBeVisible();
});

test('what was typed is in no address, no history and no storage', async ({ page, portal }) => {
  await openSearch(page, portal);
  const before = await page.evaluate(() => history.length);
  await field(page).pressSequentially('bị đánh');
  await expect(results(page).getByRole('link', { name: '111', exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  expect(page.url()).toBe(`${portal.url}/tim-kiem/`);
  const left = await page.evaluate(async () => ({
    length: history.length,
    state: JSON.stringify(history.state),
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, window.name]),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).length,
    remembers: document.querySelector('input')?.autocomplete,
  }));
  expect(left).toEqual({ length: before, state: 'null', stored: '[{},{},"",""]', caches: [], databases: 0, remembers: 'off' });
});

test('a query that came in the address is answered and taken out of it', async ({ page, portal }) => {
  await page.goto(`${portal.url}/tim-kiem/?q=bu%C3%B4n+ng%C6%B0%E1%BB%9Di`);
  await expect(field(page)).toHaveValue('buôn người');
  await expect(group(page, 'word')).toBeVisible();
  expect(page.url()).toBe(`${portal.url}/tim-kiem/`);
});

test('the home page answers where it stands, and costs nothing until it is asked', async ({ page, portal }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${portal.url}/`, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /^\/(js|tim)\//.test(path))).toEqual([]);
  await field(page).fill('buon nguoi');
  await expect(group(page, 'word')).toBeVisible();
  expect(page.url()).toBe(`${portal.url}/`);
});

test('clearing the field brings the list back', async ({ page, portal }) => {
  await openSearch(page, portal);
  const list = page.getByText(t('search.list'));
  await field(page).fill('cờ đỏ');
  await expect(list).toBeHidden();
  await field(page).fill('');
  await expect(list).toBeVisible();
  await expect(results(page).getByRole('link')).toHaveCount(0);
});

test('a keyboard walks from the field through the results, and “more” goes on where it stood', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).fill('mua ban nguoi');
  await expect(results(page).getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(results(page).getByRole('link').first()).toBeFocused();
  const more = results(page)
    .getByRole('button', { name: t('search.more') })
    .first();
  const shown = await results(page).getByRole('link').count();
  await more.focus();
  await page.keyboard.press('Enter');
  expect(await results(page).getByRole('link').count()).toBeGreaterThan(shown);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
});

test('results are right for a screen reader', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).fill('goi so may');
  await expect(results(page).getByRole('status')).toHaveText(/\d/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test('when the names do not come the reader is told, and the list is there', async ({ page, portal }) => {
  await page.route('**/tim/**', (route) => route.abort());
  await openSearch(page, portal);
  // The browser reports the broken request itself; the page must not.
  await field(page).fill('ho chieu');
  await expect(results(page).getByRole('status')).toHaveText(t('search.failed'));
  await expect(page.getByText(t('search.list'))).toBeVisible();
});

test('names and words that could be code are only words', async ({ page, portal }) => {
  await openSearch(page, portal);
  await field(page).fill('<img src=x onerror=alert(1)> __proto__ "><script>');
  await expect(results(page).getByRole('status')).not.toBeEmpty();
  await expect(results(page).locator('img, script')).toHaveCount(0);
});

test('words are cut in the browser as they were cut when the index was made', async ({ page, portal }) => {
  const golden = JSON.parse(readFileSync('tests/search/words.json', 'utf8')) as [string, string[], string[]][];
  const made = await build({ entryPoints: ['src/search/words.ts'], bundle: true, write: false, format: 'iife', globalName: 'words', target: 'es2017' });
  await openSearch(page, portal);
  const read = await page.evaluate(
    `(() => { ${made.outputFiles[0]?.text}; return ${JSON.stringify(golden.map(([text]) => text))}.map((text) => { const list = words.wordsOf(text); return [text, list.map((w) => w.folded), list.map((w) => w.marked)]; }); })()`,
  );
  expect(read).toEqual(golden);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the form leads to the list of everything, which the browser can search itself', async ({ page, portal }) => {
    await page.goto(`${portal.url}/`);
    await field(page).fill('hộ chiếu');
    await page.getByRole('button', { name: t('search.button'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('search.title'));
    const list = page.locator('#bai-hoc');
    for (const { url, title, sensitive } of portal.catalogue.lessons) {
      await expect(list.locator(`a[href="${url}"]`)).toBeVisible();
      // A heavy lesson stands there by its neutral name.
      await expect(list.getByRole('link', { name: title, exact: true })).toHaveCount(sensitive ? 0 : 1);
    }
    await page.locator('#tu-kho').getByRole('link', { name: 'Hộ chiếu', exact: true }).click();
    await expect(page).toHaveURL(`${portal.url}/tu-kho/#ho-chieu`);
  });
});
