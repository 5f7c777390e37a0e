import type { Page } from '@playwright/test';
import { quizOf } from '../support/content.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, type Site, t, test } from '../support/site.ts';

async function openQuiz(page: Page, site: Site, id = 'sp-1'): Promise<QuizForm> {
  await page.goto(`${site.url}/bai-hoc/${id}/`);
  return new QuizForm(page, quizOf(site.content, id));
}

/** Opens "Của tôi" in a tab of its own and gives back what it says about a lesson. */
async function mine(page: Page, site: Site, lesson: RegExp) {
  const tab = await page.context().newPage();
  await tab.goto(`${site.url}/cua-toi/`);
  return tab.getByRole('main').getByRole('listitem').filter({ hasText: lesson });
}

/** Waits until what has been answered is kept. */
const isKept = (quiz: QuizForm) => expect(quiz.root.getByText(t('quiz.kept'))).toBeVisible();
const allThatIsStored = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
const nothing = '[{},{},""]';

test('a reader who comes back finds the answers as they were left', async ({ page, context, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  for (const kind of ['single', 'multiple', 'order', 'match', 'flags'] as const) await quiz.answerRight(quiz.of(kind));
  await isKept(quiz);
  await page.close();
  const later = await openQuiz(await context.newPage(), specimen);
  await expect(later.root.getByText(t('quiz.soFar', { right: 5, total: 6 }))).toBeVisible();
  await expect(later.box(later.of('single')).getByLabel('Gọi 111')).toBeChecked();
  await expect(later.box(later.of('order')).getByLabel('Kiểm tra')).toHaveValue('1');
});

test('“Của tôi” says how far a lesson has come', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerRight(quiz.of('single'));
  await quiz.answerRight(quiz.of('truefalse'));
  await isKept(quiz);
  await expect(await mine(page, specimen, /Ở ĐÂU NGHIÊNG/)).toContainText(t('me.started', { right: 2, total: 6 }));
});

test('“Của tôi” says what is done', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await isKept(quiz);
  await expect(await mine(page, specimen, /Ở ĐÂU NGHIÊNG/)).toContainText(t('me.done'));
});

test('a lesson once passed stays passed when it is tried again with slips', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await quiz.answerWrong(quiz.of('single'));
  await expect(quiz.root.locator('[data-part=verdict]')).toHaveText(t('quiz.must'));
  await expect(await mine(page, specimen, /Ở ĐÂU NGHIÊNG/)).toContainText(t('me.done'));
});

test('the best result counts, not the last', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerRight(quiz.of('single'));
  await quiz.answerRight(quiz.of('truefalse'));
  await quiz.answerWrong(quiz.of('truefalse'));
  await expect(quiz.root.getByText(t('quiz.soFar', { right: 1, total: 6 }))).toBeVisible();
  await expect(await mine(page, specimen, /Ở ĐÂU NGHIÊNG/)).toContainText(t('me.started', { right: 2, total: 6 }));
});

test('the home page leads back to the lesson that was being read', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen, 'sp-3');
  await quiz.answerRight(quiz.of('single'));
  await isKept(quiz);
  await page.goto(`${specimen.url}/`);
  await page.getByRole('link', { name: t('home.resume', { lesson: 'Bài ngắn của học phần sau' }) }).click();
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-3/`);
});

test('two tabs add up: neither overwrites what the other has kept', async ({ page, context, specimen }) => {
  const first = await openQuiz(page, specimen, 'sp-1');
  const second = await openQuiz(await context.newPage(), specimen, 'sp-3');
  await first.answerRight(first.of('single'));
  await isKept(first);
  await second.answerAllRight();
  await isKept(second);
  await first.answerRight(first.of('truefalse'));
  await expect(first.root.getByText(t('quiz.soFar', { right: 2, total: 6 }))).toBeVisible();
  await expect(await mine(page, specimen, /Ở ĐÂU NGHIÊNG/)).toContainText(t('me.started', { right: 2, total: 6 }));
  await expect(await mine(page, specimen, /Bài ngắn/)).toContainText(t('me.done'));
});

test('erasing takes a second, deliberate tap', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerRight(quiz.of('single'));
  await isKept(quiz);
  await page.goto(`${specimen.url}/cua-toi/`);
  await page.getByRole('button', { name: t('safety.wipe') }).click();
  await page.getByRole('button', { name: t('safety.wipeNo') }).click();
  expect(await allThatIsStored(page)).not.toBe(nothing);
});

test('after erasing, the phone holds nothing and says so', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await isKept(quiz);
  await page.goto(`${specimen.url}/cua-toi/`);
  await page.getByRole('button', { name: t('safety.wipe') }).click();
  await page.getByRole('button', { name: t('safety.wipeYes') }).click();
  await expect(page.getByText(t('safety.wiped'))).toBeVisible();
  await expect(page.getByText(t('me.done'), { exact: true })).toHaveCount(0);
  expect(await allThatIsStored(page)).toBe(nothing);
});

test('a site that is only read leaves nothing on the phone', async ({ page, specimen }) => {
  for (const path of specimen.pages) await page.goto(specimen.url + path);
  expect(await allThatIsStored(page)).toBe(nothing);
});
