import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './support/desk.ts';

/** A pause as a hand makes it between one thing and the next: the rich text editor follows the caret in its own time. */
const pause = (page: Page) => page.waitForTimeout(300);

/** Inserts a part of a lesson after the one before, and types its words. */
async function insert(desk: Desk, part: string, fields: Record<string, string>, words?: string): Promise<void> {
  const { page } = desk;
  // The editor may be drawing itself anew just then, and close the menu: whoever sees that presses again.
  const item = page.getByRole('menuitem', { name: part, exact: true });
  await expect(async () => {
    if (!(await item.isVisible())) await desk.body.getByRole('button', { name: 'Thêm phần của bài' }).first().click();
    await item.click({ timeout: 3000 });
  }).toPass({ timeout: 60_000 });
  await pause(page);
  for (const [label, value] of Object.entries(fields)) await desk.body.getByLabel(label).last().fill(value);
  if (words === undefined) return;
  await desk.body.locator('[contenteditable="true"]').last().click();
  await pause(page);
  await page.keyboard.type(words, { delay: 5 });
  await pause(page);
}

test('a lesson with its quiz and its place in a course is written from nothing, published together and read', async ({ desk, office }) => {
  test.setTimeout(400_000);
  const { page } = desk;
  await desk.add('quizzes');
  await desk.field('Mã').fill('a2-9');
  await desk.field('Tên').fill('Thử xem: lời mời qua mạng');
  for (const [index, prompt] of ['Người lạ hứa việc nhẹ lương cao: nên hỏi nhà trước.', 'Chuyển tiền cọc trước khi gặp là bình thường.', 'Gọi 111 không mất tiền.'].entries()) {
    await page.getByRole('button', { name: 'Thêm câu hỏi' }).click();
    await page.getByRole('menuitem', { name: 'Đúng hay sai' }).click();
    await page
      .getByLabel('Mã câu hỏi')
      .last()
      .fill(`q${index + 1}`);
    await page.getByLabel('Câu hỏi', { exact: true }).last().fill(prompt);
    await page.getByLabel('Khi chọn "Đúng"').last().fill('Nhiều người cũng nghĩ vậy. Hỏi thêm một người nhà cho chắc.');
    await page.getByLabel('Khi chọn "Sai"').last().fill('Hỏi thêm một người nhà cho chắc.');
    await page.getByRole('switch', { name: 'Câu trên là đúng' }).last().click();
  }
  await desk.save();
  await desk.moveTo('Sẵn sàng');

  await desk.add('lessons');
  await desk.field('Mã').fill('a2-9');
  await desk.field('Tên bài').fill('Lời mời qua mạng');
  await desk.field('Tóm tắt').fill('Biết ba điều cần hỏi trước khi nhận lời.');
  await desk.field('Mục tiêu').fill('Nêu được ba điều cần hỏi khi có lời mời qua mạng.');
  // The label of a list is on the small field inside it; people click on the row.
  await page
    .locator('[class*="-control"]')
    .filter({ has: page.getByLabel('Hình', { exact: true }) })
    .click();
  await page.getByText('Tin nhắn', { exact: true }).click();
  await desk.field('Cập nhật ngày').fill('2026-11-24');
  await desk.body.locator('[contenteditable="true"]').first().click();
  await insert(desk, 'Tình huống mở đầu', {}, 'Một chị ở bản vùng cao nhận được tin nhắn mời đi làm. Chị nên làm gì?');
  for (const title of ['Hỏi rõ tên công ty', 'Hỏi người nhà', 'Gọi 111 hỏi cho chắc']) await insert(desk, 'Ý chính', { 'Điều cần nhớ': title }, 'Đừng vội nhận lời. 5 < 6, {nhớ} nhé.');
  await insert(desk, 'Việc làm ngay', {}, 'Lưu số 111 vào máy.');
  await insert(desk, 'Trắc nghiệm', { 'Mã trắc nghiệm': 'a2-9' });
  await desk.save();
  await desk.moveTo('Sẵn sàng');

  await desk.open('courses', 'ba-con');
  await page.getByText('Nhận ra cái bẫy', { exact: true }).locator('xpath=preceding::button[@aria-label="Mở ra"][1]').click();
  await page.getByRole('button', { name: 'Thêm bài', exact: true }).last().click();
  await page.getByRole('combobox', { name: 'bài', exact: true }).last().fill('a2-9');
  await desk.save();
  await desk.moveTo('Sẵn sàng');
  await desk.publish();
  await desk.waitForSite();

  const lesson = await office.page('/bai-hoc/a2-9/');
  expect(lesson).toContain('Hỏi rõ tên công ty');
  expect(lesson).toContain('Đừng vội nhận lời. 5 &lt; 6, {nhớ} nhé.');
  expect(lesson).toContain('Chuyển tiền cọc trước khi gặp là bình thường.');
  expect(await office.page('/hoc-phan/a2/')).toContain('Lời mời qua mạng');
  expect(office.git('status', '--porcelain')).toBe('');
});
