import { request } from 'node:http';
import { expect, test } from './support/desk.ts';

test('a telephone number typed into a lesson stops the save, with words and the way to it', async ({ desk, office }) => {
  await desk.open('lessons', 'a1-3');
  const last = desk.body.locator('[contenteditable="true"] p').first();
  await last.click();
  await desk.page.keyboard.press('End');
  await desk.page.waitForTimeout(300);
  await desk.page.keyboard.insertText(' Gọi 0912 345 678 nhé.');
  await desk.button('Lưu').click();
  const told = desk.page.getByRole('dialog', { name: 'Chưa lưu được' });
  await expect(told).toContainText('0912');
  await told.getByRole('button', { name: 'Tới chỗ ấy' }).first().click();
  await expect(told).toBeHidden();
  await expect(desk.body.getByText('0912 345 678')).toBeInViewport();
  expect(() => office.draftDiff('lessons', 'a1-3')).toThrow();
});

test('a title that is too long is refused in its own field, in the words of the schema', async ({ desk }) => {
  await desk.open('lessons', 'a1-4');
  await desk.field('Tên bài').fill('a'.repeat(83));
  await desk.button('Lưu').click();
  await expect(desk.page.getByText('Dài quá 70 ký tự. Hãy viết ngắn lại. Đang là 83 ký tự.')).toBeVisible();
});

test('a name that is taken is refused, and the entry that has it stays as it is', async ({ desk, office }) => {
  const before = office.read('content/glossary/tao-hon.yaml');
  await desk.add('glossary');
  await desk.field('Mã').fill('tao-hon');
  await desk.field('Từ').fill('Tảo hôn');
  await desk.field('Nghĩa là gì').fill('Lấy nhau khi chưa đủ tuổi.');
  await desk.button('Lưu').click();
  await expect(desk.page.getByText(/Mã “tao-hon” đã có/)).toBeVisible();
  expect(office.read('content/glossary/tao-hon.yaml')).toBe(before);
});

test('a fact that lessons rest on cannot be taken away', async ({ desk, office }) => {
  const before = office.git('rev-parse', 'HEAD');
  await desk.open('facts', 'F1.4');
  desk.agree();
  await desk.button('Xóa bài').click();
  await expect(desk.page.getByText(/Chưa xóa được.*trang sẽ có lỗi/s)).toBeVisible();
  expect(office.git('rev-parse', 'HEAD')).toBe(before);
  expect(office.read('content/facts/F1.4.yaml')).toContain('id: F1.4');
});

test('nobody but this machine’s own desk is answered', async ({ office }) => {
  const { port } = new URL(office.url);
  const ask = (headers: Record<string, string>, body = '{"action":"info","params":{}}') =>
    new Promise<number>((done, fail) => {
      const call = request({ host: '127.0.0.1', port, path: '/admin/api/v1', method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (answer) => done(answer.resume().statusCode ?? 0));
      call.on('error', fail).end(body);
    });
  const own = `localhost:${port}`;
  expect(await ask({ host: own })).toBe(200);
  expect(await ask({ host: own, origin: `http://${own}` })).toBe(200);
  expect(await ask({ host: `xau.vn:${port}` })).toBe(403);
  expect(await ask({ host: own, origin: 'https://xau.vn' })).toBe(403);
  expect(await ask({ host: own, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await ask({ host: own, 'content-type': 'text/plain' })).toBe(415);
  const outside = { action: 'persistEntry', params: { dataFiles: [{ slug: 'x', path: 'package.json', raw: '{}' }], assets: [], options: { commitMessage: 'x', useWorkflow: false, status: 'draft' } } };
  expect(await ask({ host: own }, JSON.stringify(outside))).toBe(403);
  for (const path of ['content/../src/x.ts', 'content/.git/config']) expect(await ask({ host: own }, JSON.stringify({ action: 'getEntry', params: { path } }))).toBe(403);
});
