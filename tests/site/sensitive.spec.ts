import { expect, t, test } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-2/`);
});

test('a sensitive lesson opens with its warning, and none of its text', async ({ page }) => {
  await expect(page.getByText('Bài này nói về một chuyện buồn.')).toBeInViewport();
  await expect(page.getByText('Một bạn kể một chuyện khó kể.')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Bài nặng có lời báo trước' })).toBeHidden();
});

test('a deliberate tap opens the text of a sensitive lesson', async ({ page }) => {
  await page.getByText(t('lesson.readOn'), { exact: true }).click();
  await expect(page.getByText('Một bạn kể một chuyện khó kể.')).toBeVisible();
});

test('a reader who would rather not is shown a lighter lesson', async ({ page, specimen }) => {
  await page.getByRole('link', { name: /nhẹ hơn/ }).click();
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-1/`);
});

test('the tab and the history of a sensitive lesson name no subject', async ({ page }) => {
  await expect(page).toHaveTitle(`Bài đọc số hai – ${t('site.name')}`);
  await expect(page.locator('meta[name="description"]')).toHaveCount(0);
});

test('the quiz of a sensitive lesson is as quiet in the tab as its lesson', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/trac-nghiem/sp-2/`);
  await expect(page).toHaveTitle(`Bài đọc số hai – ${t('site.name')}`);
});

test('a sensitive quiz is not offered in the list of quizzes', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/trac-nghiem/`);
  const offered = page.getByRole('main').getByRole('link');
  for (const id of ['sp-1', 'sp-3', 'sp-a', 'sp-b']) await expect(offered.and(page.locator(`[href="/trac-nghiem/${id}/"]`))).toHaveCount(1);
  await expect(offered.and(page.locator('[href="/trac-nghiem/sp-2/"]'))).toHaveCount(0);
});
