import type { Page } from '@playwright/test';
import type { Check } from '../../src/schemas/check.ts';
import { entries } from '../support/content.ts';
import { expect, t, test, worlds } from '../support/site.ts';

const checkOf = (content: string): Check => {
  const check = entries<Check>(content, 'checks').find(({ id }) => id === 'loi-moi');
  if (!check) throw new Error(`${content} has no check of offers`);
  return check;
};

type Answer = 'yes' | 'no' | 'unsure';

/** Ticks an answer as a finger does: on its word. */
const answer = (page: Page, question: Check['questions'][number], what: Answer) =>
  page
    .locator(`#${question.id}`)
    .getByText(t(`check.${what}`), { exact: true })
    .click();
const worrying = (question: Check['questions'][number]): Answer => question.flagWhen;
const harmless = (question: Check['questions'][number]): Answer => (question.flagWhen === 'yes' ? 'no' : 'yes');
const levels = (page: Page) => page.locator('.check [data-from]').filter({ visible: true });
const sms = async (page: Page) => decodeURIComponent((await page.getByRole('link', { name: t('send.sms') }).getAttribute('href')) ?? '');

for (const world of worlds) {
  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test(`the offer check of the ${world} explains worrying answers, adds up their points and says what they come to`, async ({ page, sites }) => {
      const { url, content } = sites[world];
      const check = checkOf(content);
      await page.goto(`${url}/kiem-tra-loi-moi/`);
      let sum = 0;
      for (const question of check.questions) {
        const box = page.locator(`#${question.id}`);
        await answer(page, question, harmless(question));
        await expect(box.getByText(question.ask)).toBeHidden();
        await answer(page, question, 'unsure');
        await expect(box.getByText(question.ask)).toBeVisible();
        await expect(box.getByText(question.meaning)).toBeHidden();
        await answer(page, question, worrying(question));
        await expect(box.getByText(question.meaning)).toBeVisible();
        sum += question.weight;
      }
      // What a counter shows is in no text; it is drawn, so the rule that counts is looked at.
      const counted = await page.locator('.check :checked').evaluateAll((fields) => fields.map((field) => getComputedStyle(field).counterIncrement));
      expect(counted.reduce((all, increment) => all + Number(/points (\d+)/.exec(increment)?.[1] ?? 0), 0)).toBe(sum);
      await expect(levels(page)).toHaveCount(check.levels.length);
      for (const { title, advice } of check.levels) {
        await expect(page.getByRole('heading', { name: title })).toBeVisible();
        await expect(page.getByText(advice[0] ?? '').first()).toBeVisible();
      }
      expect(await sms(page)).toBe(`sms:?body=${check.message}`);
    });
  });

  test(`the offer check of the ${world} tells each level at its points`, async ({ page, sites }) => {
    const { url, content } = sites[world];
    const check = checkOf(content);
    await page.goto(`${url}/kiem-tra-loi-moi/`);
    for (const question of check.questions) await answer(page, question, harmless(question));
    await expect(levels(page).getByRole('heading')).toHaveText([new RegExp(check.levels[0]?.title.slice(0, 30) ?? '')]);
    let sum = 0;
    for (const question of [...check.questions].sort((a, b) => a.weight - b.weight)) {
      await answer(page, question, worrying(question));
      sum += question.weight;
      const reached = check.levels.findLast(({ from }) => from <= sum);
      await expect(levels(page).getByRole('heading')).toHaveText([new RegExp(reached?.title.slice(0, 30) ?? '')]);
      await expect(page.locator('.check .result').getByRole('status')).toHaveText(new RegExp(reached?.title.slice(0, 30) ?? ''));
    }
  });
}

test('nothing is concluded from a few harmless answers, one grave answer is enough', async ({ page, portal }) => {
  const check = checkOf(portal.content);
  await page.goto(`${portal.url}/kiem-tra-loi-moi/`);
  const [first] = check.questions;
  const grave = check.questions.find(({ weight }) => weight === 3);
  if (!first || !grave) throw new Error('the check has changed');
  await answer(page, first, harmless(first));
  await expect(page.locator('.check[data-on]')).toBeVisible();
  await expect(levels(page)).toHaveCount(0);
  await answer(page, grave, worrying(grave));
  await expect(levels(page).getByRole('heading')).toHaveText([/Đừng đi/]);
});

test('the message for the family names what is worrying and what is not known', async ({ page, portal }) => {
  const check = checkOf(portal.content);
  await page.goto(`${portal.url}/kiem-tra-loi-moi/`);
  const [first, second, third] = check.questions;
  if (!first || !second || !third) throw new Error('the check has changed');
  await answer(page, first, worrying(first));
  await answer(page, second, 'unsure');
  await answer(page, third, harmless(third));
  await expect.poll(() => sms(page)).toContain(first.flag);
  const text = await sms(page);
  expect(text).toContain(`${t('check.sendAsks')}\n- ${second.prompt}`);
  expect(text).not.toContain(third.flag);
  expect(text).not.toContain(third.prompt);
  await expect(page.locator('.send blockquote')).toContainText(first.flag);
});

test('the answers are gone after clearing them, and after coming back', async ({ page, portal }) => {
  const check = checkOf(portal.content);
  await page.goto(`${portal.url}/kiem-tra-loi-moi/`);
  const grave = check.questions.find(({ weight }) => weight === 3);
  if (!grave) throw new Error('the check has changed');
  await answer(page, grave, worrying(grave));
  await expect(levels(page)).toHaveCount(1);
  await page.getByRole('button', { name: t('check.reset') }).click();
  await expect(levels(page)).toHaveCount(0);
  expect(await sms(page)).toBe(`sms:?body=${check.message}`);
  await answer(page, grave, worrying(grave));
  await page.reload();
  await expect(page.locator('.check :checked')).toHaveCount(0);
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, location.hash])).toEqual([0, 0, '', 0, '']);
});

test('the offer check is answered by keyboard alone', async ({ page, portal }) => {
  const check = checkOf(portal.content);
  await page.goto(`${portal.url}/kiem-tra-loi-moi/`);
  const [first] = check.questions;
  if (!first) throw new Error('the check has changed');
  await page.locator(`#${first.id} input`).first().focus();
  await page.keyboard.press('Space');
  await expect(page.locator(`#${first.id} label`).first()).toHaveCSS('outline-style', 'solid');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(`#${first.id}`).getByText(first.ask)).toBeVisible();
});

test('the home page leads to the offer check', async ({ page, portal }) => {
  await page.goto(`${portal.url}/`);
  await page
    .getByRole('main')
    .getByRole('link', { name: t('home.offerTitle') })
    .click();
  await expect(page).toHaveURL(`${portal.url}/kiem-tra-loi-moi/`);
});

test('on paper every question has its answers, its points and its reason', async ({ page, portal }) => {
  const check = checkOf(portal.content);
  await page.goto(`${portal.url}/kiem-tra-loi-moi/`);
  await page.emulateMedia({ media: 'print' });
  for (const question of check.questions) {
    const box = page.locator(`#${question.id}`);
    await expect(box.getByText(question.meaning)).toBeVisible();
    await expect(box.getByText(t('check.points', { answer: t(`check.${question.flagWhen}`), count: question.weight }))).toBeVisible();
  }
});

test('the travel card fits one sheet, and the half that travels says nothing of its purpose', async ({ page, portal }) => {
  await page.goto(`${portal.url}/the-di-duong/`);
  const carried = page.locator('.sheet').last();
  await expect(carried).not.toContainText(/mua bán|lừa|công an/i);
  await expect(carried.getByRole('link', { name: '+84 981 84 84 84' })).toBeVisible();
  await expect(carried.getByText(t('card.word'))).toHaveCount(0);
  await expect(page.locator('.sheet').first().getByText(t('card.word'))).toBeVisible();
  const pdf = await page.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
});
