import type { Page } from '@playwright/test';
import { quizOf } from '../support/content.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, type Site, t, test } from '../support/site.ts';

/** Names of the scripts that the page asks for from now on, without their hashes; not the worker, which comes when the line is quiet. */
function scriptsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = /\/js\/(\w+)-[0-9a-f]+\.js$/.exec(new URL(request.url()).pathname)?.[1];
    if (request.resourceType() === 'script' && name !== 'offline') names.push(name ?? request.url());
  });
  return names;
}

async function openQuiz(page: Page, site: Site, id = 'sp-1'): Promise<QuizForm> {
  await page.goto(`${site.url}/bai-hoc/${id}/`);
  return new QuizForm(page, quizOf(site.content, id));
}

test('a lesson is read to its end without a script being fetched', async ({ page, specimen }) => {
  const scripts = scriptsOf(page);
  const quiz = await openQuiz(page, specimen);
  await quiz.root.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
});

test('the first touch of a quiz fetches the script of the quiz, once, and no other', async ({ page, specimen }) => {
  const scripts = scriptsOf(page);
  const quiz = await openQuiz(page, specimen);
  await quiz.answerRight(quiz.of('single'));
  await expect(quiz.root.getByText(t('quiz.soFar', { right: 1, total: 6 }))).toBeVisible();
  await quiz.answerRight(quiz.of('truefalse'));
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual(['quiz']);
});

test('whoever has kept nothing gets a home page without a script', async ({ page, specimen }) => {
  const scripts = scriptsOf(page);
  await page.goto(`${specimen.url}/`);
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
});

test('the very first answer is already read out', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.choose(quiz.of('single'), 'Không gọi ai');
  await expect(quiz.root.getByRole('status')).toContainText('Nhiều người cũng nghĩ vậy. Gọi hỏi thì không mất gì.');
});

test('every later answer is read out in place of the one before', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  const voice = quiz.root.getByRole('status');
  await quiz.choose(quiz.of('single'), 'Không gọi ai');
  await expect(voice).toContainText('Nhiều người cũng nghĩ vậy.');
  await quiz.choose(quiz.of('single'), 'Gọi 111');
  await expect(voice).toContainText('Số này miễn phí.');
  await expect(voice).not.toContainText('Nhiều người cũng nghĩ vậy.');
});

test('a reader hears when a set of right answers is complete', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  const voice = quiz.root.getByRole('status');
  await quiz.choose(quiz.of('multiple'), 'Hỏi mẹ');
  await expect(voice).toContainText(t('quiz.more'));
  await quiz.choose(quiz.of('multiple'), 'Kiểm tra địa chỉ');
  await expect(voice).toContainText(t('quiz.all'));
});

test('things put in order are judged as a whole', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  const question = quiz.of('order');
  await quiz.answerWrong(question);
  await expect(quiz.box(question).getByText(t('quiz.reorder'))).toBeVisible();
  await quiz.answerRight(question);
  await expect(quiz.box(question).getByText(t('quiz.ordered'))).toBeVisible();
  await expect(quiz.box(question).getByText('Chưa trả lời vội.')).toBeVisible();
});

test('no judgement is passed while a question is still open', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  for (const question of quiz.quiz.questions.slice(0, -1)) await quiz.answerRight(question);
  await expect(quiz.root.getByText(t('quiz.soFar', { right: 5, total: 6 }))).toBeVisible();
  await expect(quiz.root.getByText(t('quiz.passed'))).toHaveCount(0);
});

test('all right is a pass, and the next lesson is offered on the spot', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await expect(quiz.root.getByText(t('quiz.passedAll')).first()).toBeVisible();
  await quiz.root.getByRole('link', { name: t('lesson.next') }).click();
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-2/`);
});

test('one slip in six questions is still a pass', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await quiz.answerWrong(quiz.of('truefalse'));
  await expect(quiz.root.locator('[data-part=verdict]')).toHaveText(t('quiz.passed'));
});

test('two slips in six are less than seventy in a hundred, and no pass yet', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await quiz.answerWrong(quiz.of('truefalse'));
  await quiz.answerWrong(quiz.of('order'));
  await expect(quiz.root.locator('[data-part=verdict]')).toHaveText(t('quiz.again'));
});

test('whom to call must be right, however good the rest is', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await quiz.answerWrong(quiz.of('single'));
  await expect(quiz.root.locator('[data-part=verdict]')).toHaveText(t('quiz.must'));
});

test('the reader tries the open questions again and passes', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await quiz.answerWrong(quiz.of('single'));
  await quiz.root.getByRole('button', { name: t('quiz.retry') }).click();
  await expect(quiz.box(quiz.of('single')).getByLabel('Gọi 1800 0000')).toBeFocused();
  expect(await quiz.said(quiz.of('single'))).toEqual([]);
  expect(await quiz.said(quiz.of('truefalse'))).not.toEqual([]);
  await quiz.answerRight(quiz.of('single'));
  await expect(quiz.root.locator('[data-part=verdict]')).toHaveText(t('quiz.passedAll'));
});

test('a question worth another look is one tap away', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerAllRight();
  await quiz.answerWrong(quiz.of('single'));
  await quiz.root.getByRole('link', { name: /Chọn một: gọi số nào\?/ }).click();
  await expect(quiz.box(quiz.of('single'))).toBeInViewport();
});

test('the Enter key in a quiz sends nothing anywhere', async ({ page, specimen }) => {
  const quiz = await openQuiz(page, specimen);
  await quiz.answerRight(quiz.of('single'));
  await page.keyboard.press('Enter');
  await expect(quiz.root.getByText(t('quiz.soFar', { right: 1, total: 6 }))).toBeVisible();
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-1/`);
});

test('a quiz whose script never comes still explains every choice', async ({ page, specimen }) => {
  await page.route('**/js/**', (route) => route.fulfill({ status: 404 }));
  const quiz = await openQuiz(page, specimen);
  await quiz.choose(quiz.of('single'), 'Gọi 111');
  await quiz.choose(quiz.of('truefalse'), t('quiz.isFalse'));
  expect(await quiz.said(quiz.of('single'))).toEqual([`${t('quiz.right')} Số này miễn phí.`]);
  expect(await quiz.said(quiz.of('truefalse'))).toEqual([`${t('quiz.right')} Con trai cũng gặp.`]);
});
