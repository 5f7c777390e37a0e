import type { Page } from '@playwright/test';
import { unfold } from '../support/screen.ts';
import { differing, expect, oneOfEachKind, t, test, worlds } from '../support/site.ts';

// An old browser, a text browser, a screen reader: the page without its style sheet.
test.use({ javaScriptEnabled: false });

async function openBare(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
  });
}

for (const world of worlds) {
  test(`the headings of the ${world} make sense in their order, with no step left out`, async ({ page, sites }) => {
    test.setTimeout(600_000);
    for (const path of differing(sites[world].pages)) {
      await openBare(page, sites[world].url + path);
      const levels = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.tagName.slice(1))));
      expect.soft(levels[0], path).toBe(1);
      expect
        .soft(
          levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
          `${path}: ${levels.join(' ')}`,
        )
        .toEqual([]);
    }
  });

  test(`the way out comes before everything else on the ${world}, also without style`, async ({ page, sites }) => {
    for (const path of oneOfEachKind(sites[world].pages)) {
      await openBare(page, sites[world].url + path);
      expect.soft((await page.locator('body').innerText()).trim().startsWith(t('site.exit')), path).toBe(true);
    }
  });
}

test('every word of a lesson can be read without its style', async ({ page, specimen }) => {
  await openBare(page, `${specimen.url}/bai-hoc/sp-1/`);
  await unfold(page);
  const { seen, written } = await page.evaluate(() => {
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    const main = document.querySelector('main') as HTMLElement;
    const rest = main.cloneNode(true) as HTMLElement;
    // What only a script fills in, and the places to choose from in a list.
    for (const element of rest.querySelectorAll('[hidden], select')) element.remove();
    return { seen: words(main.innerText), written: [...rest.querySelectorAll('h1, h2, h3, p, li, label, legend, figcaption, summary')].map((element) => words(element.textContent ?? '')) };
  });
  const flat = (text: string) => text.replaceAll(' ', '');
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((text) => !flat(seen).includes(flat(text)))).toEqual([]);
});
