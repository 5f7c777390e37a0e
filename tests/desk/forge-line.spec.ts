import { expect } from './support/desk.ts';
import { signIn, test, writeWord } from './support/province.ts';

test('a forge that falls silent or is cut off in the middle of a save is noticed in time; the text is there, letter for letter, and saved once', async ({ browser, province }) => {
  test.setTimeout(240_000);
  const { forge } = province;
  const lan = await signIn(browser, province, 'Chị Lan');
  const stored = (id: string) => forge.git(['show', `cms/glossary/${id}:content/glossary/${id}.yaml`]);
  const kept = () => lan.page.evaluate(() => Object.entries(localStorage).flatMap(([key, text]) => (key.startsWith('ban-bien-tap/') ? [(JSON.parse(text) as { text: string }).text] : [])));
  await writeWord(lan, 'giay-moi', 'Giấy mời');
  const written = 'id: giay-moi\nterm: Giấy mời\nexplanation: Giấy mời là một từ để thử.\n';
  for (const [answer, path] of [
    ['hang', /\/contents$/],
    ['stall', /\/pulls$/],
  ] as const) {
    forge.faults.push({ method: 'POST', path, answer });
    await lan.button('Lưu').click();
    await expect(lan.page.getByText(/Kho bài không trả lời trong 4 giây/).last()).toBeVisible();
    await expect(lan.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
    expect(await kept()).toEqual([written]);
    await expect(lan.page.getByText(/Kho bài không trả lời trong 4 giây/)).toBeHidden();
  }

  // This time everything is done; only the last answer does not arrive.
  forge.faults.push({ method: 'PUT', path: /\/labels$/, answer: 'cut' });
  await lan.button('Lưu').click();
  await expect(lan.page.getByText(/bị đứt giữa chừng/).first()).toBeVisible();
  expect(`${stored('giay-moi')}\n`).toBe(written);
  await lan.field('Ví dụ').fill('Xã gửi giấy mời họp.');
  await lan.button('Lưu').click();
  await expect(lan.page.getByText(/Lần lưu trước đã vào kho/).first()).toBeVisible();
  await expect(lan.page).toHaveURL(/entries\/giay-moi$/);
  await expect(lan.field('Ví dụ')).toHaveValue('Xã gửi giấy mời họp.');
  await lan.save();
  expect(stored('giay-moi')).toContain('example: Xã gửi giấy mời họp.');
  await expect(lan.page.getByRole('button', { name: /Bài chưa lưu trên máy này/ })).toBeHidden();
  expect(forge.git(['branch', '--list', 'cms/glossary/giay-moi*'])).not.toContain('\n');

  await lan.open('glossary', 'boc-lot');
  await lan.field('Ví dụ').fill('Làm cả ngày, không trả công.');
  await lan.button('Lưu').click();
  await lan.expectUntouched();
  await expect(lan.page.getByText(/bị đứt giữa chừng/)).toBeHidden();
  await lan.field('Ví dụ').fill('Làm cả ngày lẫn đêm.');
  forge.faults.push({ method: 'POST', path: /\/contents$/, answer: 'cut' });
  await lan.button('Lưu').click();
  await expect(lan.page.getByText(/bị đứt giữa chừng/).first()).toBeVisible();
  await lan.field('Ví dụ').fill('Làm cả ngày lẫn đêm, không trả công.');
  await lan.save();
  await expect.poll(() => stored('boc-lot')).toContain('example: Làm cả ngày lẫn đêm, không trả công.');
  await lan.page.close();
});

test('a fact on which safety hangs takes two besides its writer; to withdraw a lesson one is enough', async ({ browser, province }) => {
  test.setTimeout(240_000);
  const [lan, hung, mai] = await Promise.all([signIn(browser, province, 'Chị Lan'), signIn(browser, province, 'Anh Hùng'), signIn(browser, province, 'Cô Mai')]);
  const published = (path: string) => province.forge.git(['show', `main:content/${path}`]);
  const fact = published('facts/F1.10.yaml');
  expect(fact).toMatch(/^safety: true$/m);
  await lan.open('facts', 'F1.10');
  await lan.field('Ghi chú').fill('Đã đối chiếu lại.');
  await lan.save();
  await lan.moveTo('Chờ duyệt');
  await hung.open('facts', 'F1.10');
  await hung.page.getByRole('button', { name: /^Bước: / }).click();
  await hung.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
  await expect(hung.page.getByText(/cần hai người duyệt/).first()).toBeVisible();
  await expect(hung.page.getByRole('button', { name: 'Bước: Chờ duyệt' })).toBeVisible();
  expect(published('facts/F1.10.yaml')).toBe(fact);
  await mai.open('facts', 'F1.10');
  await mai.moveTo('Sẵn sàng');
  await mai.publish();
  await expect.poll(() => published('facts/F1.10.yaml')).toContain('Đã đối chiếu lại.');

  await lan.open('lessons', 'a2-3');
  await lan.page.getByRole('button', { name: 'Rút bài này' }).click();
  const asked = lan.page.getByRole('dialog', { name: 'Rút bài khỏi trang và khỏi máy bà con' });
  await asked.getByLabel(/^Vì sao rút/).fill('Có một chỗ chưa đúng. Trong lúc chờ sửa, hãy hỏi 111.');
  await asked.getByRole('button', { name: 'Ghi việc rút vào bài' }).click();
  await lan.save();
  await lan.moveTo('Chờ duyệt');
  await hung.open('lessons', 'a2-3');
  await hung.moveTo('Sẵn sàng');
  await hung.publish();
  await expect.poll(() => published('lessons/a2-3.mdx')).toMatch(/^withdrawn:$/m);
  for (const { page } of [lan, hung, mai]) await page.close();
});
