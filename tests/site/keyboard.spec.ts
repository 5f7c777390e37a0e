import { quizOf } from '../support/content.ts';
import { allStops, focused, tabTo } from '../support/keyboard.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, oneOfEachKind, t, test, worlds } from '../support/site.ts';

test('someone without a mouse goes from the home page to a lesson, answers its quiz and calls for help', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/`);
  await tabTo(page, /^Ở ĐÂU NGHIÊNG/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-1/`);
  const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));

  await tabTo(page, 'Gọi 1800 0000');
  await page.keyboard.press('ArrowDown');
  await expect(quiz.box(quiz.of('single')).getByLabel('Gọi 111')).toBeChecked();
  await tabTo(page, 'Hỏi mẹ');
  await page.keyboard.press('Space');
  await tabTo(page, 'Kiểm tra địa chỉ');
  await page.keyboard.press('Space');
  await expect(quiz.box(quiz.of('multiple')).getByText(t('quiz.all'))).toBeVisible();
  for (const [item, place] of [
    ['Quyết định', '4'],
    ['Kiểm tra', '3'],
    ['Dừng lại', '1'],
    ['Hỏi cho rõ', '2'],
  ] as const) {
    await tabTo(page, item);
    await page.keyboard.type(place);
  }
  await expect(quiz.box(quiz.of('order')).getByText(t('quiz.ordered'))).toBeVisible();
  await expect(quiz.root.getByText(t('quiz.soFar', { right: 3, total: 6 }))).toBeVisible();

  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await tabTo(page, t('site.help'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${specimen.url}/goi-giup/`);
  await tabTo(page, '111');
  await expect(page.locator(':focus')).toHaveAttribute('href', 'tel:111');
});

test('the keyboard opens the way past a warning', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-2/`);
  await tabTo(page, t('lesson.readOn'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Một bạn kể một chuyện khó kể.')).toBeVisible();
});

test('the keyboard opens the explanation of a word and closes it again', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await tabTo(page, 'từ mẫu');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect((await focused(page))?.name).toBe(t('lesson.termBack'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Một từ dùng để thử lời giải nghĩa.')).not.toBeInViewport();
});

test('the skip link leads past the bars to the text', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await tabTo(page, t('site.skip'));
  await expect(page.getByRole('link', { name: t('site.skip') })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('quick exit works by keyboard from the first press of Tab', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${specimen.url}/nong-lich/`);
});

for (const world of worlds) {
  for (const viewport of [
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    test(`the keyboard's place is always to be seen on the ${world} at ${viewport.width} px`, async ({ page, sites }) => {
      test.setTimeout(600_000);
      await page.setViewportSize(viewport);
      for (const path of oneOfEachKind(sites[world].pages)) {
        await page.goto(sites[world].url + path);
        const stops = await allStops(page);
        expect(stops.length, path).toBeGreaterThan(5);
        expect
          .soft(
            stops.filter((stop) => !stop.isVisible).map((stop) => stop.name),
            `${path}: nothing shows the keyboard's place at`,
          )
          .toEqual([]);
        expect
          .soft(
            stops.filter((stop) => !stop.isFree).map((stop) => stop.name),
            `${path}: something lies over`,
          )
          .toEqual([]);
      }
    });
  }
}
