import { expect, test } from './support/desk.ts';

test('a lesson that turns out wrong is withdrawn with a reason and another lesson to read: four lines, nothing else', async ({ desk, office }) => {
  const { page } = desk;
  await desk.open('lessons', 'a2-3');
  await page.getByRole('button', { name: 'Rút bài này' }).click();
  const asked = page.getByRole('dialog', { name: 'Rút bài khỏi trang và khỏi máy bà con' });
  await asked.getByRole('button', { name: 'Ghi việc rút vào bài' }).click();
  await expect(asked.getByRole('alert')).toHaveText('Hãy viết vì sao rút. Bà con mở lại bài sẽ đọc câu này.');
  await asked.getByLabel(/^Vì sao rút/).fill('Có một chỗ chưa đúng. Trong lúc chờ sửa, hãy hỏi 111.');
  await asked.getByLabel(/^Mã bài nên đọc thay/).fill('a2-1');
  await asked.getByRole('button', { name: 'Ghi việc rút vào bài' }).click();
  await expect(page.getByRole('button', { name: 'Rút bài này' })).toBeHidden();
  await desk.save();
  expect(office.draftDiff('lessons', 'a2-3')).toBe('4 0 content/lessons/a2-3.mdx');
  expect(office.draftText('lessons', 'a2-3', 'content/lessons/a2-3.mdx')).toMatch(/^withdrawn:\n {2}on: 20\d\d-\d\d-\d\d\n {2}reason: Có một chỗ chưa đúng\. Trong lúc chờ sửa, hãy hỏi 111\.\n {2}instead: a2-1$/m);
});
