import type { Page } from '@playwright/test';
import { scrollTo, sideways, smallTargets, unfold } from '../support/screen.ts';
import { differing, expect, t, test, worlds } from '../support/site.ts';

const enlargeText = (page: Page, size: string) => page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);

for (const world of worlds) {
  test(`no page of the ${world} has to be pushed sideways, on any screen and with text twice as big`, async ({ page, sites }) => {
    test.setTimeout(300_000);
    for (const path of differing(sites[world].pages)) {
      await page.goto(sites[world].url + path);
      await unfold(page);
      for (const width of [240, 360, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect.soft(await sideways(page), `${path} at ${width} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 360, height: 640 });
      await enlargeText(page, '200%');
      expect.soft(await sideways(page), `${path} with text twice as big`).toEqual([]);
    }
  });

  test(`everything to tap on the ${world} fits a thumb`, async ({ page, sites }) => {
    test.setTimeout(300_000);
    for (const path of differing(sites[world].pages)) {
      await page.goto(sites[world].url + path);
      await unfold(page);
      for (const width of [240, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        expect.soft(await smallTargets(page, 48), `${path} at ${width} px`).toEqual([]);
      }
    }
  });
}

test('a page that is too wide is noticed', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/`);
  await page.evaluate(() => document.querySelector('main')?.style.setProperty('width', '900px'));
  expect(await sideways(page)).not.toEqual([]);
});

test('a button that is too small is noticed', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/`);
  await page.evaluate(() => document.querySelector<HTMLElement>('.exit')?.style.setProperty('min-height', '0'));
  await enlargeText(page, '80%');
  expect(await smallTargets(page, 48)).not.toEqual([]);
});

/** How far things have jumped since the page began to load; 0 when nothing moved. */
async function movement(page: Page): Promise<number> {
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    await scrollTo(page, share);
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate(async () => {
    for (const picture of document.images) await picture.decode();
  });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            resolve(sum);
          }),
        );
      }),
  );
}

test('nothing moves under the thumb while a lesson with a picture loads', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  expect(await movement(page)).toBe(0);
});

/** The lesson as a careless page would show it: the picture on top, its size unknown until it has come. */
function careless(html: string): string {
  const [picture = ''] = /<figure class="pic">.*?<\/figure>/s.exec(html) ?? [];
  const unsized = picture.replace(/ width="\d+"| height="\d+"| loading="lazy"/g, '');
  return html.replace(picture, '').replace('<main id="noi-dung">', (main) => main + unsized);
}

test('a picture that pushes the text away is noticed', async ({ page, specimen }) => {
  await page.route('**/bai-hoc/sp-1/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: careless(await response.text()) });
  });
  await page.route('**/anh/**', async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await route.continue();
  });
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  expect(await movement(page)).toBeGreaterThan(0);
});

/** How bright the ground of the page is, from 0 (black) to 255 (white). */
const brightness = async (page: Page) => {
  const parts = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []);
  return parts.map(Number).reduce((sum, part) => sum + part, 0) / 3;
};

test('the page follows the phone into the dark', async ({ page, specimen }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  expect(await brightness(page)).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await brightness(page)).toBeGreaterThan(220);
});

test('a difficult word stays on the screen on every width', async ({ page, specimen }) => {
  for (const width of [240, 360, 1280]) {
    await page.setViewportSize({ width, height: 400 });
    await page.goto(`${specimen.url}/bai-hoc/sp-1/#tu-tu-mau`);
    await expect(page.getByText('Một từ dùng để thử lời giải nghĩa.')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('link', { name: t('lesson.termBack') })).toBeInViewport({ ratio: 1 });
  }
});
