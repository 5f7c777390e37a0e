import type { Page } from '@playwright/test';
import { quizOf } from '../support/content.ts';
import { generatedText } from '../support/generated-text.ts';
import { optionsOf, QuizForm } from '../support/quiz-form.ts';
import { expect, t, test, worlds } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

/** A sensitive lesson keeps its text, and the way on, behind a deliberate tap. */
async function readOn(page: Page): Promise<void> {
  const gate = page.getByText(t('lesson.readOn'), { exact: true });
  if (await gate.isVisible()) await gate.click();
}

for (const world of worlds) {
  test(`a villager walks from the home page of the ${world} through every lesson of a course`, async ({ page, sites }) => {
    test.setTimeout(600_000);
    const site = sites[world];
    for (const course of site.catalogue.courses) {
      await page.goto(`${site.url}/`);
      await page
        .getByRole('main')
        .getByRole('link', { name: t('home.learnTitle') })
        .click();
      await page.getByRole('main').locator(`a[href="${course.url}"]`).click();
      const modules = site.catalogue.modules.filter((module) => course.modules.includes(module.id));
      await page
        .getByRole('heading', { name: modules[0]?.title ?? '' })
        .getByRole('link')
        .click();
      const lessons = modules.flatMap((module) => module.lessons).map((id) => site.catalogue.lessons.find((lesson) => lesson.id === id));
      await page.getByRole('main').locator(`a[href="${lessons[0]?.url}"]`).click();
      for (const [index, lesson] of lessons.entries()) {
        await expect(page).toHaveURL(site.url + lesson?.url);
        await readOn(page);
        await expect(page.getByRole('heading', { name: lesson?.title ?? '', exact: true })).toBeVisible();
        await expect(page.getByRole('heading', { name: t('lesson.doNow') })).toBeVisible();
        await expect(page.getByRole('heading', { name: t('lesson.quiz') })).toBeVisible();
        const next = page.getByRole('link', { name: t('lesson.next') });
        if (index < lessons.length - 1) await next.click();
        else await expect(next).toHaveCount(0);
      }
    }
  });

  test(`every quiz of the ${world} explains the choice just made, and only that one`, async ({ page, sites }) => {
    test.setTimeout(600_000);
    const site = sites[world];
    // All questions are made by one template: those of each module's first lesson show every kind.
    for (const lesson of site.catalogue.lessons.filter(({ id }) => site.catalogue.modules.some(({ lessons }) => lessons[0] === id))) {
      await page.goto(`${site.url}/trac-nghiem/${lesson.id}/`);
      await readOn(page);
      const quiz = new QuizForm(page, quizOf(site.content, lesson.id));
      for (const question of quiz.quiz.questions) {
        const options = optionsOf(question);
        const keepsEarlier = question.kind === 'multiple' || question.kind === 'flags';
        for (const [index, option] of options.entries()) {
          await quiz.choose(question, option.label);
          const expected = keepsEarlier ? options.slice(0, index + 1) : [option];
          expect(await quiz.said(question), `${lesson.id} ${question.id}`).toEqual(expected.map(({ said }) => said));
        }
      }
    }
  });
}

test('nothing is explained before anything is chosen', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  for (const question of quiz.quiz.questions) expect(await quiz.said(question)).toEqual([]);
});

test('a thing put into the wrong group is explained, with the word that fits', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  const question = quiz.of('match');
  await quiz.match(question, 'Nói dối', 'Mục đích');
  expect(await quiz.said(question)).toEqual(['Nói dối là thủ đoạn.']);
  expect(await generatedText(quiz.box(question))).toContain(t('quiz.notYet'));
  await quiz.match(question, 'Nói dối', 'Thủ đoạn');
  expect(await generatedText(quiz.box(question))).toContain(t('quiz.right'));
});

test('a reader who has put things in order unfolds the right order and its reasons', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  const question = quiz.of('order');
  await expect(quiz.box(question).getByText('Chưa trả lời vội.')).toBeHidden();
  await quiz.answerRight(question);
  await quiz.box(question).getByText(t('quiz.showOrder')).click();
  const shown = await quiz.box(question).getByRole('listitem').allInnerTexts();
  expect(shown).toEqual(question.items.map((item) => `${item.text} ${item.feedback}`));
});

test('the score counts with every choice, right and not yet', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  const score = () => generatedText(quiz.root.locator('.score'));
  const says = (right: number, notYet: number) => `${t('quiz.countRight')} ${right}, ${t('quiz.countNotYet')} ${notYet}.`;
  expect(await score()).toContain(says(0, 0));
  await quiz.answerRight(quiz.of('single'));
  expect(await score()).toContain(says(1, 0));
  await quiz.answerWrong(quiz.of('truefalse'));
  expect(await score()).toContain(says(1, 1));
  await quiz.answerRight(quiz.of('truefalse'));
  expect(await score()).toContain(says(2, 0));
});

test('all right answers together make the number that the quiz announces', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  await quiz.answerAllRight();
  await quiz.box(quiz.of('order')).getByText(t('quiz.showOrder')).click();
  await quiz.box(quiz.of('order')).getByLabel(t('quiz.orderSelf')).check();
  await expect(quiz.root.getByText(t('quiz.countAll', { count: 10 }))).toBeVisible();
  expect(await generatedText(quiz.root.locator('.score'))).toContain(`${t('quiz.countRight')} 10, ${t('quiz.countNotYet')} 0.`);
});

test('a link under the quiz leads to all answers and their reasons', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.getByRole('link', { name: t('quiz.toKey') }).click();
  await expect(page.getByRole('heading', { name: t('quiz.key'), exact: true })).toBeInViewport();
  await expect(page.locator('#dap-an').getByText('Số cũ không còn dùng.')).toBeVisible();
});
