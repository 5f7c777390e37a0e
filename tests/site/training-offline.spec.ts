import type { Page } from '@playwright/test';
import { tt } from '../../src/strings/index.ts';
import { expect, test } from '../support/site.ts';

const row = (page: Page, id: string) => page.locator(`[data-module="${id}"]`);

/** Whether the trainers' own stylesheet has come: it alone knows this class. */
const isStyled = (page: Page) => page.evaluate(() => [...document.styleSheets].some(({ href, cssRules }) => href?.includes('/css/') && cssRules.length > 0));

test('a session that was kept at home runs in a house without any network: plan, slides, count, paper, and the card', async ({ page, context, specimen }) => {
  test.setTimeout(180_000);
  await page.goto(`${specimen.url}/tap-huan/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller), { timeout: 30_000 }).toBe(true);
  await page.reload();
  await expect(row(page, 'k-s1')).toContainText(/Khoảng \d+ KB/);
  await row(page, 'k-s1').getByRole('button', { name: 'Cất vào máy' }).click();
  await expect(row(page, 'k-s1')).toContainText('Đã cất trong máy', { timeout: 30_000 });
  await context.setOffline(true);

  for (const path of ['/tap-huan/', '/tap-huan/k-s1/', '/tap-huan/k-s1/bo-in/', '/tap-huan/ke-chuyen/']) {
    await page.goto(specimen.url + path);
    await expect(page.getByRole('heading', { level: 1 }), path).not.toHaveText('');
    expect(await isStyled(page), path).toBe(true);
  }
  await page.goto(`${specimen.url}/tap-huan/k-s1/trinh-chieu/`);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.slide').filter({ visible: true })).toHaveCount(1);

  await page.goto(`${specimen.url}/tap-huan/nhom/s1/`);
  await page.getByRole('button', { name: tt('group.before') }).click();
  await expect(page.locator('.choice').first()).toBeVisible();
});
