import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, oneOfEachKind, type Site, test, worlds } from '../support/site.ts';

// Only for the audit's own script, which the site's policy would rightly refuse.
test.use({ bypassCSP: true });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One page of every kind, every lesson, and the page for an address that leads nowhere. */
const audited = (site: Site) => [...new Set([...oneOfEachKind(site.pages), ...site.catalogue.lessons.map((lesson) => new URL(lesson.url, site.url).pathname)])];

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 100)} (${node.any[0]?.message ?? node.failureSummary ?? ''})`).join(' | ')}`);
}

for (const world of worlds) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no page of the ${world} puts a barrier in anyone's way, ${colorScheme}`, async ({ page, sites }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme });
      for (const path of audited(sites[world])) {
        await page.goto(sites[world].url + path);
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
        expect.soft(await violations(page), path).toEqual([]);
      }
    });
  }
}

test('a warning that is still closed puts no barrier in the way', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-2/`);
  expect(await violations(page)).toEqual([]);
});

test('an answered quiz puts no barrier in the way', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
  for (const label of await page.locator('form.quiz label').all()) await label.click();
  await page.locator('[data-part=end]').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('a barrier is noticed', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/`);
  await page.evaluate(() => document.querySelector('main')?.append(Object.assign(document.createElement('button'), { className: 'x' })));
  expect((await violations(page)).join()).toContain('button-name');
});
