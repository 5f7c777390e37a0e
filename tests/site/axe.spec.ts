import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { quizOf } from '../support/content.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { unfold } from '../support/screen.ts';
import { expect, oneOfEachKind, type Site, test, worlds } from '../support/site.ts';

// The policy is bypassed for the audit's own script only, which it would rightly refuse. The screen holds a whole page:
// on a short one the audit takes a field that happens to lie under a bar for a field that can never be reached.
test.use({ bypassCSP: true, viewport: { width: 360, height: 12_000 } });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One page of every kind, and the page for an address that leads nowhere; for the whole audit a lesson of every module besides. In the dark a kind has one set of colours. */
const audited = (site: Site, isWhole: boolean) => [...new Set([...oneOfEachKind(site.pages), ...(isWhole ? site.catalogue.modules.map(({ lessons: [first = ''] }) => `/bai-hoc/${first}/`) : [])])];

async function violations(page: Page, onlyRules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (onlyRules.length > 0 ? axe.withRules(onlyRules) : axe.withTags(rules)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html.slice(0, 100)} (${node.any[0]?.message ?? node.failureSummary ?? ''})`).join(' | ')}`);
}

/** What can differ when the phone is dark: nothing but the colours. */
const schemes = { light: [], dark: ['color-contrast', 'link-in-text-block'] };

for (const world of worlds) {
  for (const [colorScheme, onlyRules] of Object.entries(schemes)) {
    test(`no page of the ${world} puts a barrier in anyone's way, ${colorScheme}`, async ({ page, sites }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme: colorScheme as 'light' | 'dark' });
      for (const path of audited(sites[world], onlyRules.length === 0)) {
        await page.goto(sites[world].url + path);
        await unfold(page);
        expect.soft(await violations(page, onlyRules), path).toEqual([]);
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
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  for (const question of quiz.quiz.questions) await quiz.answerWrong(question);
  await page.locator('[data-part=end]').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('words that are too pale in the dark are noticed', async ({ page, specimen }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${specimen.url}/`);
  await page.evaluate(() => document.querySelector('h1')?.style.setProperty('color', '#445'));
  expect((await violations(page, schemes.dark)).join()).toContain('color-contrast');
});

test('a barrier is noticed', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/`);
  await page.evaluate(() => document.querySelector('main')?.append(Object.assign(document.createElement('button'), { className: 'x' })));
  expect((await violations(page)).join()).toContain('button-name');
});
