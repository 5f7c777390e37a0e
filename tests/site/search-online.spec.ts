import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bodies } from '../support/build.ts';
import { brotli, KB } from '../support/bytes.ts';
import { expect, t, test } from '../support/site.ts';

test.use({ serviceWorkers: 'block' });

/** Words that stand in the middle of lesson a2-1 and in no name. */
const WORDS = 'xe don tan dau ban';
const results = (page: Page) => page.getByRole('region', { name: t('search.results') });
const field = (page: Page) => page.getByRole('searchbox', { name: t('search.label') });
const lesson = (page: Page) => results(page).locator('a[href="/bai-hoc/a2-1/"]');

test('who keeps nothing and asks once more finds words that only the text of a lesson has, for at most 12 KB', async ({ page, portal }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const texts = () => asked.filter((path) => path.startsWith('/chu/'));
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('bị đánh');
  await expect(results(page).getByRole('link', { name: '111', exact: true })).toBeVisible();
  await field(page).fill(WORDS);
  await expect(results(page).getByRole('status')).toHaveText(/./);
  await page.keyboard.press('Enter');
  const before = asked.length;
  await expect(async () => {
    await field(page).press('Enter');
    await expect(lesson(page)).toBeVisible({ timeout: 1_500 });
  }).toPass();
  expect(texts().length).toBeGreaterThan(0);
  const files = asked.slice(before).filter((path) => /^\/(?:chu|tim|js)\//.test(path));
  expect(files.reduce((sum, path) => sum + brotli(readFileSync(join(bodies.portal.out, path))), 0)).toBeLessThanOrEqual(12 * KB);
  const left = await page.evaluate(async () => [
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    history.state,
    await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length)),
    (await indexedDB.databases()).length,
    location.search,
  ]);
  expect(left.flat().filter((kept) => kept !== 0)).toEqual(['[{},{}]', null, '']);
});

test('where the texts do not come, the names are found as before', async ({ page, portal }) => {
  await page.route('**/chu/**', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '<p>' }));
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('ho chieu');
  await expect(results(page).getByRole('link').first()).toBeVisible();
  let refused = 0;
  page.on('response', (response) => {
    if (response.url().includes('/chu/')) refused++;
  });
  await expect(async () => {
    await field(page).press('Enter');
    await expect.poll(() => refused, { timeout: 1_500 }).toBeGreaterThan(0);
  }).toPass();
  await expect(results(page).getByRole('link').first()).toBeVisible();
  await expect(results(page).getByRole('status')).not.toHaveText(t('search.failed'));
});

test('where data is to be saved no text comes, and not the script that would fetch it', async ({ page, portal }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('ho chieu');
  await expect(results(page).getByRole('link').first()).toBeVisible();
  for (let turn = 0; turn < 3; turn++) {
    await field(page).press('Enter');
    // What rests is asked for a moment after the answer.
    await page.waitForTimeout(700);
  }
  expect(asked.filter((path) => /^\/chu\/|tim-xa/.test(path))).toEqual([]);
});
