import { expect, t, test } from '../support/site.ts';

// A difficult word is explained by the browser alone.
test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
});

test('a tap on a difficult word brings its explanation onto the screen', async ({ page }) => {
  const meaning = page.getByText('Một từ dùng để thử lời giải nghĩa.');
  await expect(meaning).not.toBeInViewport();
  await page.getByRole('link', { name: 'từ mẫu', exact: true }).first().click();
  await expect(meaning).toBeInViewport({ ratio: 1 });
});

test('the reader closes an explanation and is back at the word', async ({ page }) => {
  const word = page.getByRole('link', { name: 'từ mẫu', exact: true }).first();
  await word.click();
  await page.getByRole('link', { name: t('lesson.termBack') }).click();
  await expect(page.getByText('Một từ dùng để thử lời giải nghĩa.')).not.toBeInViewport();
  await expect(word).toBeInViewport();
});

test('the way back of the browser closes an explanation too', async ({ page }) => {
  await page.getByRole('link', { name: 'từ mẫu', exact: true }).first().click();
  await page.goBack();
  await expect(page.getByText('Một từ dùng để thử lời giải nghĩa.')).not.toBeInViewport();
});

test('the word that closes an explanation can be reached on the smallest screen', async ({ page }) => {
  await page.setViewportSize({ width: 240, height: 400 });
  await page.getByRole('link', { name: 'từ mẫu', exact: true }).last().click();
  await expect(page.getByRole('link', { name: t('lesson.termBack') })).toBeInViewport({ ratio: 1 });
});
