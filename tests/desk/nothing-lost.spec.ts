import { Desk, expect, test } from './support/desk.ts';

const API = '**/admin/api/v1';
const action = (body: string | null): string => (JSON.parse(body ?? '{}') as { action?: string }).action ?? '';

test('a tab that is killed loses nothing: the text is offered when the entry is opened again', async ({ desk, context, office }) => {
  await desk.open('glossary', 'boc-lot');
  await desk.field('Ví dụ').fill('Bắt làm việc từ sáng tới khuya, không trả công.');
  await expect(desk.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
  await desk.page.close({ runBeforeUnload: false });
  const again = new Desk(await context.newPage(), office.url);
  await again.enter(false);
  await again.open('glossary', 'boc-lot');
  const offer = again.page.getByRole('dialog', { name: 'Máy này còn giữ một bản chưa lưu' });
  await offer.getByRole('button', { name: 'Viết tiếp bản ấy' }).click();
  await expect(again.field('Ví dụ')).toHaveValue('Bắt làm việc từ sáng tới khuya, không trả công.');
  await again.save();
  expect(office.draftText('glossary', 'boc-lot', 'content/glossary/boc-lot.yaml')).toContain('example: Bắt làm việc từ sáng tới khuya, không trả công.');
  await expect(again.page.getByRole('button', { name: /Bài chưa lưu trên máy này/ })).toBeHidden();
});

test('an entry that was never saved is found again in the list of unsaved texts', async ({ desk }) => {
  await desk.add('glossary');
  await desk.field('Từ').fill('Sổ hộ khẩu');
  await desk.field('Nghĩa là gì').fill('Giấy ghi ai ở trong nhà.');
  await expect(desk.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
  desk.agree();
  await desk.page.goto('about:blank');
  await desk.page.goto(`${desk.url}/admin/#/workflow`);
  await desk.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Viết tiếp' }).click();
  await expect(desk.field('Nghĩa là gì')).toHaveValue('Giấy ghi ai ở trong nhà.');
  await expect(desk.field('Từ')).toHaveValue('Sổ hộ khẩu');
});

test('a save that the store refuses, breaks off or does not answer leaves the text on the page and on the machine', async ({ desk }) => {
  let answer = 0;
  await desk.page.route(API, (route) => {
    if (action(route.request().postData()) !== 'persistEntry') return route.continue();
    return answer === 0 ? route.abort() : route.fulfill({ status: answer, contentType: 'application/json', body: JSON.stringify({ error: `Kho không nhận (${answer})` }) });
  });
  await desk.open('glossary', 'chua-chap');
  for (answer of [0, 401, 403, 409, 422, 500]) {
    await desk.field('Ví dụ').fill(`Cho ở nhờ rồi khóa cửa. ${answer}`);
    await desk.button('Lưu').click();
    await expect(desk.page.getByText(answer === 0 ? /^Chưa lưu được/ : `Kho không nhận (${answer})`).first()).toBeVisible();
    await expect(desk.field('Ví dụ')).toHaveValue(`Cho ở nhờ rồi khóa cửa. ${answer}`);
  }
  await desk.page.unroute(API);
  desk.agree();
  await desk.page.reload();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Viết tiếp bản ấy' }).click();
  await expect(desk.field('Ví dụ')).toHaveValue('Cho ở nhờ rồi khóa cửa. 500');
  await desk.save();
});

test('the second of two people on one entry is stopped, told, and keeps their text', async ({ desk, browser, office }) => {
  const other = new Desk(await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' }), office.url);
  await other.enter();
  await desk.open('glossary', 'co-do');
  await other.open('glossary', 'co-do');
  await desk.field('Ví dụ').fill('Giục đi ngay trong đêm.');
  await desk.save();
  await other.field('Ví dụ').fill('Dặn giấu bố mẹ.');
  await other.button('Lưu').click();
  const told = other.page.getByRole('dialog', { name: 'Bài này vừa có người khác sửa' });
  await expect(told).toContainText('Giục đi ngay trong đêm.');
  await expect(told).toContainText('Dặn giấu bố mẹ.');
  expect(office.draftText('glossary', 'co-do', 'content/glossary/co-do.yaml')).toContain('example: Giục đi ngay trong đêm.');
  await told.getByRole('button', { name: 'Đóng' }).click();
  await expect(other.field('Ví dụ')).toHaveValue('Dặn giấu bố mẹ.');
  await expect(other.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
  await other.page.close();
});

test('a kept text that somebody has overtaken meanwhile is stopped as well', async ({ desk, browser, office }) => {
  const other = new Desk(await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' }), office.url);
  await other.enter();
  await other.open('glossary', 'dinh-vi');
  await other.field('Ví dụ').fill('Bật định vị cho con.');
  await expect(other.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
  await desk.open('glossary', 'dinh-vi');
  await desk.field('Ví dụ').fill('Gửi vị trí cho mẹ.');
  await desk.save();
  other.agree();
  await other.page.reload();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Viết tiếp bản ấy' }).click();
  await expect(other.field('Ví dụ')).toHaveValue('Bật định vị cho con.');
  await other.button('Lưu').click();
  await expect(other.page.getByRole('dialog', { name: 'Bài này vừa có người khác sửa' })).toBeVisible();
  await other.page.close();
});

test('what was published before can be looked at and brought back as a draft', async ({ desk, office }) => {
  const before = office.read('content/glossary/ky-thi.yaml');
  await desk.open('glossary', 'ky-thi');
  const explanation = await desk.field('Nghĩa là gì').inputValue();
  await desk.field('Nghĩa là gì').fill('Nghĩa khác hẳn.');
  await desk.page.getByRole('button', { name: 'Các bản trước' }).click();
  const versions = desk.page.getByRole('dialog', { name: 'Các bản đã đăng của bài này' });
  await expect(versions).toContainText('Chị Lan: Bắt đầu');
  await versions.getByRole('button', { name: 'Xem chỗ khác' }).click();
  await expect(versions).toContainText('Nghĩa khác hẳn.');
  await versions.getByRole('button', { name: 'Khôi phục thành bản nháp' }).click();
  await expect(desk.field('Nghĩa là gì')).toHaveValue(explanation);
  expect(office.read('content/glossary/ky-thi.yaml')).toBe(before);
});

test('while a save is under way nothing can be typed that it would wipe out; what is typed after it is kept', async ({ desk, office }) => {
  const { page } = desk;
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route(API, async (route) => {
    const what = action(route.request().postData());
    if (what === 'persistEntry') await held;
    // What follows a save comes over a slow line.
    if (what === 'unpublishedEntry') await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await desk.open('glossary', 'dinh-vi');
  const example = desk.field('Ví dụ');
  await example.fill('Bật định vị trước khi đi.');
  const sent = page.waitForRequest((request) => action(request.postData()) === 'persistEntry');
  await example.press('End');
  await desk.button('Lưu').click();
  await sent;
  await example.evaluate((field: HTMLElement) => field.focus());
  await page.keyboard.type(' Chữ gõ lúc đang lưu.');
  await expect(example).toHaveValue('Bật định vị trước khi đi.');
  release();
  // After the save the entry is read anew: that is waited for as well.
  await expect(page.getByText('Đã lưu', { exact: true }).first()).toBeVisible();
  await example.click();
  await example.fill('Bật định vị trước khi đi. Chữ gõ sau.');
  await expect(page.getByText('Có chỗ chưa lưu')).toBeVisible();
  await expect(example).toHaveValue('Bật định vị trước khi đi. Chữ gõ sau.');
  await desk.save();
  // What says that the first save is done may still stand there.
  await expect.poll(() => office.draftText('glossary', 'dinh-vi', 'content/glossary/dinh-vi.yaml')).toContain('example: Bật định vị trước khi đi. Chữ gõ sau.');
});

test('over a line that has gone dead a form says so and comes when the line is back; the list stays', async ({ page, office }) => {
  const desk = new Desk(page, office.url);
  // Nothing is fetched in idle moments here: the line is dead before.
  await page.route('**/admin/phan-*', (route) => (isDead ? route.abort() : route.continue()));
  let isDead = false;
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await desk.enter();
  isDead = true;
  await page.getByRole('link', { name: /^a1-1 · / }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Chưa tải được phần này' });
  await expect(told).toContainText('Chưa mất chữ nào.');
  await told.getByRole('button', { name: 'Về danh sách' }).click();
  await expect(page.getByRole('link', { name: /^a1-2 · / })).toBeVisible();
  await page.getByRole('link', { name: /^a1-1 · / }).click();
  isDead = false;
  await told.getByRole('button', { name: 'Thử lại' }).click();
  await expect(desk.button('Lưu')).toBeVisible();
  await expect(desk.field('Tên bài')).toHaveValue('Mua bán người là gì?');
});

test('while a picture of the entry hangs on the way, and on a slow computer, no letter that is typed gets lost', async ({ desk }) => {
  const { page } = desk;
  let isHanging = false;
  await page.route(API, async (route) => {
    if (action(route.request().postData()) !== 'getMediaFile') return route.continue();
    // Never answered: the test ends first.
    isHanging = true;
  });
  await desk.open('lessons', 'a1-1');
  await desk.expectUntouched();
  await expect.poll(() => isHanging).toBe(true);
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const title = 'Thế nào là mua bán người?';
  await desk.field('Tên bài').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(title);
  await expect(desk.field('Tên bài')).toHaveValue(title);
  await expect(page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
  await expect(desk.field('Tên bài')).toHaveValue(title);
});
