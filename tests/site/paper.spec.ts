import { quizOf } from '../support/content.ts';
import { optionsOf, QuizForm } from '../support/quiz-form.ts';
import { expect, oneOfEachKind, t, test, worlds } from '../support/site.ts';

test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

for (const world of worlds) {
  test(`no bar stands in the way of the text when a page of the ${world} is printed`, async ({ page, sites }) => {
    for (const path of oneOfEachKind(sites[world].pages)) {
      await page.goto(sites[world].url + path);
      const standing = await page.evaluate(() =>
        [...document.querySelectorAll('body *')].filter((element) => element.getClientRects().length > 0 && /fixed|sticky/.test(getComputedStyle(element).position)).map((element) => element.outerHTML.slice(0, 60)),
      );
      expect.soft(standing, path).toEqual([]);
      await expect.soft(page.getByRole('link', { name: t('site.exit') }), path).toBeHidden();
      await expect.soft(page.getByRole('navigation', { name: t('site.nav') }), path).toBeHidden();
    }
  });
}

test('a printed quiz gives every choice and gives away none', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  for (const question of quiz.quiz.questions) {
    for (const option of optionsOf(question)) await expect(quiz.box(question).getByText(option.label, { exact: true })).toBeVisible();
    expect(await quiz.said(question)).toEqual([]);
  }
  await expect(quiz.root.getByText('Chưa trả lời vội.')).toBeHidden();
});

test('a quiz that was answered on the screen is printed without the answers', async ({ page, specimen }) => {
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
  await quiz.answerAllRight();
  await expect(quiz.root.getByText(t('quiz.passedAll')).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const question of quiz.quiz.questions) expect(await quiz.said(question)).toEqual([]);
  await expect(quiz.root.getByText(t('quiz.passedAll')).last()).toBeHidden();
});

test('the answer key is printed with the quiz of its own page', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/trac-nghiem/sp-1/`);
  const key = page.locator('#dap-an');
  await expect(key.getByRole('heading', { name: t('quiz.key'), exact: true })).toBeVisible();
  for (const { prompt } of quizOf(specimen.content, 'sp-1').questions) await expect(key.getByRole('heading', { name: prompt })).toBeVisible();
});

test('a printed page spends no ink on grounds', async ({ page, specimen }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const inked = await page.evaluate(() => [...document.querySelectorAll('body, body *')].filter((element) => getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)').map((element) => element.outerHTML.slice(0, 60)));
  expect(inked).toEqual([]);
});

test('a printed lesson makes a real sheet of paper', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(4);
});
