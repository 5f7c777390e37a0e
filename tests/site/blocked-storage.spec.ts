import type { Page } from '@playwright/test';
import { quizOf } from '../support/content.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, type Site, t, test } from '../support/site.ts';

async function openQuiz(page: Page, site: Site): Promise<QuizForm> {
  await page.goto(`${site.url}/bai-hoc/sp-1/`);
  return new QuizForm(page, quizOf(site.content, 'sp-1'));
}

/** Each way a phone can refuse, as it looks from the page. */
const refusals: Record<string, () => void> = {
  'storage is forbidden': () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  },
  'storage is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  },
  'there is no storage': () => {
    Object.defineProperty(window, 'localStorage', { value: null });
  },
};

for (const [refusal, refuse] of Object.entries(refusals)) {
  test(`a quiz answers, counts and passes when ${refusal}`, async ({ page, specimen }) => {
    await page.addInitScript(refuse);
    const quiz = await openQuiz(page, specimen);
    await quiz.answerAllRight();
    await expect(quiz.root.locator('[data-part=verdict]')).toHaveText(t('quiz.passedAll'));
    await expect(quiz.root.getByText(t('quiz.notKept'))).toBeVisible();
  });

  test(`“Của tôi” says kindly that nothing can be kept when ${refusal}`, async ({ page, specimen }) => {
    await page.addInitScript(refuse);
    await page.goto(`${specimen.url}/cua-toi/`);
    await expect(page.getByText(t('me.blocked'))).toBeVisible();
  });
}

/** What may lie in the storage after a crash, a half-written update or a curious hand. */
const rubbish = [
  '',
  '{',
  'null',
  '[]',
  '"sp-1"',
  '{"v":1}',
  '{"v":1,"quizzes":{"sp-1":7}}',
  '{"v":1,"quizzes":{"sp-1":{"right":"9","total":-1}},"last":3}',
  '{"v":1,"quizzes":{"sp-1":{"right":1,"total":6,"passed":false,"day":"2026-11-24","answers":{"q1":"9999999","q4":"77"}}}}',
];

test('a quiz works whatever lies in the storage', async ({ page, specimen }) => {
  for (const text of rubbish) {
    await page.goto(`${specimen.url}/`);
    await page.evaluate((text) => localStorage.setItem('sttb', text), text);
    const quiz = await openQuiz(page, specimen);
    await quiz.answerRight(quiz.of('single'));
    await expect(quiz.root.getByText(t('quiz.soFar', { right: 1, total: 6 })), text).toBeVisible();
  }
});

test('the home page and “Của tôi” open whatever lies in the storage', async ({ page, specimen }) => {
  for (const text of rubbish) {
    await page.goto(`${specimen.url}/`);
    await page.evaluate((text) => localStorage.setItem('sttb', text), text);
    for (const path of ['/', '/cua-toi/']) {
      await page.goto(specimen.url + path);
      await expect(page.getByRole('heading', { level: 1 }), text).toBeVisible();
    }
    await expect(page.getByRole('button', { name: t('safety.wipe') }), text).toBeVisible();
  }
});

test('what a newer version of the site has kept is left alone', async ({ page, specimen }) => {
  const newer = '{"v":2,"everything":{"sp-1":"new"}}';
  await page.goto(`${specimen.url}/`);
  await page.evaluate((text) => localStorage.setItem('sttb', text), newer);
  const quiz = await openQuiz(page, specimen);
  await quiz.answerRight(quiz.of('single'));
  await expect(quiz.root.getByText(t('quiz.soFar', { right: 1, total: 6 }))).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('sttb'))).toBe(newer);
});
