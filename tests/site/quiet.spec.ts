import type { Page } from '@playwright/test';
import { quizOf } from '../support/content.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, type Site, t, test } from '../support/site.ts';

/** Opens a sensitive lesson past its warning. */
async function openHeavyLesson(page: Page, site: Site): Promise<QuizForm> {
  await page.goto(`${site.url}/bai-hoc/sp-2/`);
  await page.getByText(t('lesson.readOn'), { exact: true }).click();
  return new QuizForm(page, quizOf(site.content, 'sp-2'));
}

const keep = (quiz: QuizForm) => quiz.root.getByLabel(t('quiz.keep'));
const stored = (page: Page) => page.evaluate(() => localStorage.length + sessionStorage.length);

test('a sensitive lesson keeps nothing unless the reader asks for it', async ({ page, specimen }) => {
  const quiz = await openHeavyLesson(page, specimen);
  await quiz.answerAllRight();
  await expect(quiz.root.getByText(t('quiz.passedAll')).first()).toBeVisible();
  await expect(keep(quiz)).not.toBeChecked();
  expect(await stored(page)).toBe(0);
});

test('a sensitive lesson opened again shows none of the answers given before', async ({ page, specimen }) => {
  await (await openHeavyLesson(page, specimen)).answerAllRight();
  const again = await openHeavyLesson(page, specimen);
  expect(await again.said(again.of('truefalse'))).toEqual([]);
});

test('a reader who allows it finds the answers of a sensitive lesson again', async ({ page, specimen }) => {
  const quiz = await openHeavyLesson(page, specimen);
  await quiz.answerAllRight();
  await keep(quiz).check();
  await expect(quiz.root.getByText(t('quiz.kept'))).toBeVisible();
  const again = await openHeavyLesson(page, specimen);
  await expect(again.box(again.of('truefalse')).getByLabel(t('quiz.isTrue'), { exact: true })).toBeChecked();
});

test('what is kept of a sensitive lesson does not hold its name', async ({ page, specimen }) => {
  const quiz = await openHeavyLesson(page, specimen);
  await quiz.answerAllRight();
  await keep(quiz).check();
  await expect(quiz.root.getByText(t('quiz.kept'))).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Bài nặng');
});

test('taking the permission back erases at once', async ({ page, specimen }) => {
  const quiz = await openHeavyLesson(page, specimen);
  await quiz.answerAllRight();
  await keep(quiz).check();
  await keep(quiz).uncheck();
  expect(await stored(page)).toBe(0);
});
