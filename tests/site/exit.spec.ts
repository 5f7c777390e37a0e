import type { Page } from '@playwright/test';
import { screens, scrollTo, whatCovers } from '../support/screen.ts';
import { expect, oneOfEachKind, type Site, t, test, worlds } from '../support/site.ts';

// The way out must not hang on a script.
test.use({ javaScriptEnabled: false });

/** An address that leads nowhere. */
const lost = '/khong-co-trang-nay/';
const kinds = (site: Site) => [...oneOfEachKind(site.pages), lost];
const exit = (page: Page) => page.getByRole('link', { name: t('site.exit'), exact: true });

for (const world of worlds) {
  // That the bar is the same to the letter on every page is a contract of its own; so one page of each kind is enough here.
  test(`quick exit leads from the ${world} to the farm calendar`, async ({ page, sites }) => {
    test.setTimeout(600_000);
    const site = sites[world];
    for (const path of kinds(site)) {
      await page.goto(site.url + path);
      await exit(page).click();
      await expect(page, path).toHaveURL(`${site.url}/nong-lich/`);
    }
  });

  test(`quick exit is the first thing the keyboard reaches on the ${world}`, async ({ page, sites }) => {
    test.setTimeout(600_000);
    const site = sites[world];
    for (const path of kinds(site)) {
      await page.goto(site.url + path);
      await page.keyboard.press('Tab');
      await expect(exit(page), path).toBeFocused();
    }
  });

  test(`quick exit is as big as a thumb and never covered on any page of the ${world}`, async ({ page, sites }) => {
    test.setTimeout(300_000);
    const site = sites[world];
    // The bar is the same to the letter on all pages (a contract says so): one of each kind may lay something over it.
    for (const path of kinds(site)) {
      await page.goto(site.url + path);
      for (const screen of screens) {
        await page.setViewportSize(screen);
        const where = `${path} at ${screen.width}×${screen.height}`;
        const box = await exit(page).boundingBox();
        expect.soft(Math.min(box?.height ?? 0, box?.width ?? 0), where).toBeGreaterThanOrEqual(48);
        for (const share of [0, 0.33, 0.66, 1]) {
          await scrollTo(page, share);
          expect.soft(await whatCovers(page, 'a.exit'), `${where}, ${share * 100} % down`).toEqual([]);
        }
      }
    }
  });
}

test('quick exit stays free when the explanation of a word lies over the page', async ({ page, specimen }) => {
  await page.setViewportSize({ width: 240, height: 400 });
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.getByRole('link', { name: 'từ mẫu' }).first().click();
  await expect(page.getByText('Một từ dùng để thử lời giải nghĩa.')).toBeInViewport();
  expect(await whatCovers(page, 'a.exit')).toEqual([]);
});

test('something that lies over the way out is noticed', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/`);
  await page.evaluate(() => {
    const sheet = document.body.appendChild(document.createElement('div'));
    sheet.style.cssText = 'position:fixed;top:0;left:0;right:0;bottom:0;z-index:9';
  });
  expect(await whatCovers(page, 'a.exit')).not.toEqual([]);
});
