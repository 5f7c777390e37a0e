import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeDesk } from '../../src/build/desk/index.ts';
import { createSiteServer } from '../../src/build/serve/index.ts';
import { expect as patient } from './support/desk.ts';
import { gitlab, testAt } from './support/province.ts';

/** What is set at a build, and where the button must lead, at forges out in the world. What comes after is tried at the doubles (`forge.spec.ts`). */
const forges = [
  {
    env: { CMS_BACKEND: 'gitlab', CMS_FORGE_URL: 'https://git.example.vn', CMS_APP_ID: 'ban-bien-tap' },
    door: 'https://git.example.vn/oauth/authorize',
    asks: { client_id: 'ban-bien-tap', response_type: 'code', code_challenge_method: 'S256' },
  },
  { env: { CMS_BACKEND: 'github', CMS_AUTH_URL: 'https://example.vn/dang-nhap/' }, door: 'https://example.vn/dang-nhap/auth', asks: { provider: 'github' } },
];

for (const { env, door, asks } of forges) {
  test(`a desk for ${env.CMS_BACKEND} opens without a complaint, and its button leads to the sign-in`, async ({ page, context }) => {
    test.setTimeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'forge-desk-'));
    const before = { ...process.env };
    Object.assign(process.env, { ...env, CMS_REPO: 'so-tay/noi-dung', CMS_BRANCH: 'main', CONTENT_DIR: 'content' });
    await writeDesk(join(folder, 'admin'), resolve('.cache/test/office/dist'));
    process.env = before;
    const server = createSiteServer({ dir: folder, base: '/' });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => /Content Security Policy|Refused to/.test(message.text()) && complaints.push(message.text()));
    const asked: string[] = [];
    await context.route(/example\.vn/, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: 'Kho' });
    });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/admin/`);
    await page.getByRole('button', { name: /Đăng nhập/ }).click();
    await expect.poll(() => asked.find((url) => url.startsWith(door)), { timeout: 30_000 }).toBeDefined();
    const query = new URL(asked.find((url) => url.startsWith(door)) ?? '').searchParams;
    expect(Object.fromEntries(Object.keys(asks).map((name) => [name, query.get(name)]))).toEqual(asks);
    expect(complaints).toEqual([]);
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

testAt(gitlab)('gitlab: a sign-in of two hours is renewed in the middle of a save; an approval without a time is dated by what GitLab noted itself', async ({ browser, province }) => {
  test.setTimeout(180_000);
  const { forge } = province;
  const [lan, hung] = [await province.signIn(browser, 'Chị Lan'), await province.signIn(browser, 'Anh Hùng')];
  const published = () => province.published('glossary/dong-y.yaml');
  await lan.open('glossary', 'dong-y');
  await lan.field('Ví dụ').fill('Bằng lòng đi học nghề.');
  forge.expireTokens();
  await lan.save();
  await lan.moveTo('Chờ duyệt');

  forge.saysWhenApproved = false;
  await hung.open('glossary', 'dong-y');
  await hung.moveTo('Sẵn sàng');
  await lan.field('Ví dụ').fill('Bằng lòng đi học nghề ở huyện.');
  await lan.save();
  await patient.poll(() => forge.git(['show', 'cms/glossary/dong-y:content/glossary/dong-y.yaml'])).toContain('ở huyện');
  await hung.publish();
  await patient(hung.page.getByText(/đã sửa thêm sau khi duyệt/).first()).toBeVisible();
  expect(published()).not.toContain('học nghề');
  await hung.page.reload();
  await hung.open('glossary', 'dong-y');
  await hung.moveTo('Chờ duyệt');
  await hung.moveTo('Sẵn sàng');
  await hung.publish();
  await patient.poll(published).toContain('example: Bằng lòng đi học nghề ở huyện.');
  for (const { page } of [lan, hung]) await page.close();
});
