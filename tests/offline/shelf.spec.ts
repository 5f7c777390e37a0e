import type { Page } from '@playwright/test';
import { LONG } from './support/bodies.ts';
import { V1, V2 } from './support/builds.ts';
import { hurried, withWorkerPrelude } from './support/derive.ts';
import { expectReadable } from './support/invariants.ts';
import { expect, noNetwork, test } from './support/offline.ts';

const shelf = '/cua-toi/';
const lessons = LONG.lessons.map((lesson) => `/bai-hoc/${lesson}/`);
const row = (page: Page) => page.locator(`[data-module="${LONG.id}"]`);
const button = (page: Page, name: string) => row(page).getByRole('button', { name });

test.describe('with a worker in charge', () => {
  test.beforeEach(async ({ phone }) => {
    await phone.install();
    await phone.open(shelf);
  });

  test('the price of a module stands there before the tap, and after it the module reads without a network', async ({ phone, server }) => {
    await expect(row(phone.page)).toContainText(/Khoảng \d+ KB, chừng \d+ giây/);
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
    await expect(phone.page.locator('[data-part=space]')).toContainText(/\d+ KB/);
    await expectReadable(phone, server, lessons, [V1]);
  });

  test('a download can be paused, goes on where it stood, and says how far it is', async ({ phone, server }) => {
    // With the price the list is here: what comes from now on is the group, the manifest and the packs.
    await expect(row(phone.page)).toContainText(/Khoảng \d+ KB/);
    server.rules({ path: /^\/goi\/[0-9a-f]+\.json$/, nth: (n) => n >= 4, fault: { kind: 'hang' } });
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText(/Đang cất, 1 trên \d+ phần/);
    await button(phone.page, 'Tạm dừng').click();
    await expect(row(phone.page)).toContainText(/Đã tạm dừng|Khoảng \d+ KB/);
    server.rules();
    server.release();
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
    await expectReadable(phone, server, lessons, [V1]);
  });

  test('a download outlives the tab it was asked for in', async ({ phone, server }) => {
    server.rules({ path: /^\/goi\/[0-9a-f]+\.json$/, fault: { kind: 'drip', bytes: 8000, everyMs: 100 } });
    await button(phone.page, 'Cất vào máy').click();
    await expect(button(phone.page, 'Tạm dừng')).toBeVisible();
    await phone.page.goto('about:blank');
    await phone.stopWorker();
    server.rules();
    await phone.open('/');
    await expect.poll(async () => (await phone.ask({ ask: 'status' }))?.kept).toContain(LONG.id);
  });

  test('a module that is given back frees its room, and can be had again', async ({ phone }) => {
    await button(phone.page, 'Cất vào máy').click();
    await button(phone.page, 'Bỏ khỏi máy').click();
    await expect(row(phone.page)).toContainText(/Khoảng \d+ KB/);
    expect((await phone.kept()).state?.pages).not.toHaveProperty([lessons[0] ?? '']);
  });

  test('one tap keeps everything', async ({ phone }) => {
    await phone.page.getByRole('button', { name: 'Cất tất cả' }).click();
    for (const module of await phone.page.locator('[data-module]').all()) await expect(module).toContainText('Đã cất trong máy', { timeout: 20_000 });
    await expect(phone.page.getByRole('button', { name: 'Cất tất cả' }), 'there is nothing left to keep').toBeHidden();
    await button(phone.page, 'Bỏ khỏi máy').click();
    await expect(phone.page.getByRole('button', { name: 'Cất tất cả' })).toBeVisible();
  });

  test('after a wipe the page says no longer that anything is kept', async ({ phone }) => {
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
    await phone.page.getByRole('button', { name: 'Xóa dấu vết' }).click();
    await phone.page.getByRole('button', { name: 'Xóa luôn' }).click();
    await expect(phone.page.getByText(/Đã xóa và đã kiểm tra lại/)).toBeVisible();
    await expect(phone.page.getByText('Đã cất trong máy')).toBeHidden();
  });

  test('no network, a log-in page and a full phone are told apart, kindly, and nothing that was there is lost', async ({ phone, server }, info) => {
    server.swap(hurried(V1, info.outputPath('hurried')));
    await phone.install();
    await phone.stopWorker();
    server.rules({ path: /^\/goi\//, fault: { kind: 'kill' } });
    await phone.open(shelf);
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Mạng chưa tới');
    server.rules({ path: /^\/goi\//, fault: { kind: 'portal' } });
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('cần đăng nhập');
    server.rules();
    const used = await phone.desk.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    await phone.limitStorage(used + 1000);
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('hết chỗ');
    await phone.limitStorage(undefined);
    await expectReadable(phone, server, ['/', '/goi-giup/'], [V1]);
  });

  test('what the browser has thrown away is said, and comes back when asked for', async ({ phone }) => {
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
    const { state } = await phone.kept();
    await phone.evict([state?.pages[lessons[1] ?? ''] ?? '']);
    await phone.open(shelf);
    await expect(row(phone.page)).toContainText('tự bỏ bớt');
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
  });

  test('a kept lesson with a new text is named', async ({ phone, server }) => {
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
    server.swap(V2);
    await phone.ask({ ask: 'check' });
    await phone.open(shelf);
    await expect(phone.page.locator('[data-part=news]')).toContainText('Bài dài dai-2');
  });

  test('a lesson offers to keep its module, with one button', async ({ phone, server }) => {
    await phone.open(lessons[0] ?? '');
    await button(phone.page, 'Cất vào máy').click();
    await expect(row(phone.page)).toContainText('Đã cất trong máy');
    server.rules(noNetwork);
    expect((await phone.open(lessons[3] ?? '')).isBrowserError).toBe(false);
  });
});

test('whoever comes for the first time, or saves data, begins with one tap', async ({ phone }) => {
  await phone.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await phone.open(shelf);
  await phone.page.getByRole('button', { name: 'Bắt đầu cất' }).click();
  await button(phone.page, 'Cất vào máy').click();
  await expect(row(phone.page)).toContainText('Đã cất trong máy');
});

test('where the first tap cannot succeed it is said, and can be tried again', async ({ phone, server }) => {
  await phone.page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  server.rules({ path: '/goi/moi.json', nth: 1, fault: { kind: 'portal' } });
  await phone.open(shelf);
  await phone.page.getByRole('button', { name: 'Bắt đầu cất' }).click();
  await expect(phone.page.locator('[data-part=cannot]')).toContainText('Lần này chưa cất được');
  await phone.page.getByRole('button', { name: 'Bắt đầu cất' }).click();
  await expect(row(phone.page)).toBeVisible();
});

test('a browser without workers says once that it cannot keep anything, and reads on', async ({ phone }) => {
  await phone.page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }));
  await phone.open(shelf);
  await expect(phone.page.locator('[data-part=cannot]')).toContainText('không cất bài được');
  expect((await phone.open(lessons[0] ?? '')).text).not.toContain('không cất bài được');
});

test('storage that is blocked is no reason to say more than that', async ({ phone, server }, info) => {
  server.swap(withWorkerPrelude(V1, info.outputPath('blocked'), "CacheStorage.prototype.open=()=>Promise.reject(new DOMException('no','SecurityError'));"));
  await phone.open(shelf);
  await phone.page.getByRole('button', { name: 'Bắt đầu cất' }).click();
  await expect(phone.page.locator('[data-part=cannot]')).toContainText('Lần này chưa cất được');
});

for (const [name, agent, words] of [
  ['Chrome', 'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36', 'Thêm vào màn hình chính'],
  ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Mobile/15E148 Safari/604.1', 'Thêm vào MH chính'],
  ['Zalo', 'Mozilla/5.0 (Linux; Android 9; wv) AppleWebKit/537.36 Chrome/138.0.0.0 Mobile Safari/537.36 Zalo android/12', 'Mở bằng trình duyệt'],
  ['Facebook', 'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/400.0.0]', 'Mở bằng trình duyệt'],
] as const) {
  test(`how to put the handbook on the home screen is said as it is in ${name}`, async ({ browser, server }) => {
    const context = await browser.newContext({ userAgent: agent });
    const page = await context.newPage();
    await page.goto(server.url + shelf);
    await page.getByText('Đặt sổ tay lên màn hình chính').click();
    await expect(page.locator('[data-way]:visible')).toHaveCount(1);
    await expect(page.locator('[data-way]:visible')).toContainText(words);
    await expect(page.locator('[data-part=install]')).toContainText('đừng đặt');
    await context.close();
  });
}
