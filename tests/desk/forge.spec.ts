import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { writeDesk } from '../../src/build/desk/index.ts';
import { createSiteServer } from '../../src/build/serve/index.ts';
import { test as base, Desk, expect } from './support/desk.ts';
import { Forge } from './support/forge.ts';

/** A province with a forge of its own, and a desk built for it. */
interface Province {
  forge: Forge;
  url: string;
}

const people = { lan: 'Chị Lan', hung: 'Anh Hùng', mai: 'Cô Mai' };
const reviewers = ['hung', 'mai'];

const test = base.extend<object, { province: Province }>({
  province: [
    async ({}, use) => {
      const office = resolve('.cache/test/office');
      const forge = new Forge(office, people, reviewers);
      await forge.open();
      const folder = mkdtempSync(join(tmpdir(), 'province-'));
      Object.assign(process.env, { CMS_BACKEND: 'forgejo', CMS_FORGE_URL: forge.url, CMS_REPO: 'so-tay/noi-dung', CMS_APP_ID: 'ban-bien-tap', CMS_BRANCH: 'main', CMS_PATIENCE: '4', CONTENT_DIR: 'content' });
      await writeDesk(join(folder, 'admin'), join(office, 'dist'));
      const server = createSiteServer({ dir: folder, base: '/' });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      await use({ forge, url: `http://localhost:${(server.address() as AddressInfo).port}` });
      server.closeAllConnections();
      server.close();
      await forge.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Somebody signs in at the forge and is back at the desk. */
async function signIn(browser: Browser, { url }: Province, name: string): Promise<Desk> {
  const desk = new Desk(await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' }), url);
  await desk.page.goto(`${url}/admin/`);
  await desk.page.getByRole('button', { name: 'Đăng nhập bằng kho của tỉnh (Forgejo)' }).click();
  await desk.page.getByRole('link', { name }).click();
  await expect(desk.page.getByRole('heading', { name: 'Các loại' })).toBeVisible();
  await desk.skipTour();
  desk.agree();
  return desk;
}

async function writeWord(desk: Desk, id: string, term: string): Promise<void> {
  await desk.add('glossary');
  await desk.field('Mã').fill(id);
  await desk.field('Từ').fill(term);
  await desk.field('Nghĩa là gì').fill(`${term} là một từ để thử.`);
}

test('a word is written by one, approved and published by another; neither can do it alone', async ({ browser, province }) => {
  test.setTimeout(180_000);
  const lan = await signIn(browser, province, 'Chị Lan');
  await writeWord(lan, 'so-dinh-danh', 'Số định danh');
  await lan.save();
  await lan.page.getByRole('button', { name: /^Bước: / }).click();
  await lan.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
  await expect(lan.page.getByText(/Người viết không tự duyệt bài của mình/)).toBeVisible();
  await lan.moveTo('Chờ duyệt');

  const hung = await signIn(browser, province, 'Anh Hùng');
  await hung.open('glossary', 'so-dinh-danh');
  await expect(hung.field('Từ')).toHaveValue('Số định danh');
  await hung.moveTo('Sẵn sàng');

  // What is changed after the approval has not been approved.
  await lan.field('Ví dụ').fill('Số định danh có 12 chữ số.');
  await lan.save();
  await hung.publish();
  await expect(hung.page.getByText(/đã sửa thêm sau khi duyệt/)).toBeVisible();
  expect(province.forge.git(['ls-tree', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).toBe('');

  await hung.page.reload();
  await hung.open('glossary', 'so-dinh-danh');
  await hung.moveTo('Chờ duyệt');
  await hung.moveTo('Sẵn sàng');
  await hung.publish();
  await expect.poll(() => province.forge.git(['ls-tree', '--name-only', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).not.toBe('');
  expect(province.forge.git(['log', '-1', '--format=%cn', 'main'])).toBe('Anh Hùng');
  expect(province.forge.git(['log', '-1', '--format=%an %s', 'main', '--', 'content/glossary/so-dinh-danh.yaml'])).toBe('Chị Lan Sửa từ khó “so-dinh-danh”');
  await lan.page.close();
  await hung.page.close();
});

test('a number to call is approved by two besides its writer; a writer publishes nothing, approved or not', async ({ browser, province }) => {
  test.setTimeout(240_000);
  const [lan, hung, mai] = await Promise.all([signIn(browser, province, 'Chị Lan'), signIn(browser, province, 'Anh Hùng'), signIn(browser, province, 'Cô Mai')]);
  const published = () => province.forge.git(['show', 'main:content/contacts/111.yaml']);
  await lan.open('contacts', '111');
  await lan.field('Giờ').fill('Cả ngày đêm, mọi ngày trong năm');
  await lan.save();
  await lan.moveTo('Chờ duyệt');
  await hung.open('contacts', '111');
  await hung.page.getByRole('button', { name: /^Bước: / }).click();
  await hung.page.getByRole('menuitem', { name: 'Sẵn sàng' }).click();
  await expect(hung.page.getByText(/cần hai người duyệt/).first()).toBeVisible();
  await mai.open('contacts', '111');
  await mai.moveTo('Sẵn sàng');
  await lan.page.reload();
  await lan.open('contacts', '111');
  await lan.publish();
  await expect(lan.page.getByText(/Chỉ người duyệt mới đăng được/).first()).toBeVisible();
  expect(published()).not.toContain('trong năm');
  await mai.publish();
  await expect.poll(published).toContain('hours: Cả ngày đêm, mọi ngày trong năm');
  for (const { page } of [lan, hung, mai]) await page.close();
});

test('a first save that breaks off half way is whole after the second, and nothing typed is lost', async ({ browser, province }) => {
  test.setTimeout(120_000);
  const { forge } = province;
  const lan = await signIn(browser, province, 'Chị Lan');
  await writeWord(lan, 'giay-khai-sinh', 'Giấy khai sinh');
  forge.faults.push({ method: 'POST', path: /\/pulls$/, answer: 500 });
  await lan.button('Lưu').click();
  await expect(lan.page.getByText(/^Chưa lưu được/).first()).toBeVisible();
  await expect(lan.field('Từ')).toHaveValue('Giấy khai sinh');
  expect(forge.git(['branch', '--list', 'cms/*', '--format=%(refname:short)'])).toContain('cms/glossary/giay-khai-sinh');

  // The name is hers although the branch is there: it is the same text.
  await lan.save();
  await lan.page.goto(`${lan.url}/admin/#/workflow`);
  await expect(lan.page.getByText(/Giấy khai sinh/)).toBeVisible();

  await lan.open('glossary', 'dong-y');
  await lan.field('Ví dụ').fill('Bằng lòng đi học nghề.');
  forge.forgetTokens();
  await lan.button('Lưu').click();
  await expect(lan.page.getByText(/^Chưa lưu được/).first()).toBeVisible();
  await expect(lan.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();
  await lan.page.close();
});

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

test('a long list costs a few questions and no file; what somebody else has changed is read at the next visit, that and nothing more', async ({ browser, province }) => {
  test.setTimeout(120_000);
  const { forge } = province;
  const path = 'content/glossary/bao-che.yaml';
  const asked = (what: RegExp) => forge.asked.filter((one) => what.test(one)).length;
  const inList = (desk: Desk, word: string | RegExp) => desk.page.getByRole('link', { name: word });
  // So that the content does not come on one page.
  forge.perPage = 100;
  forge.asked.length = 0;
  const lan = await signIn(browser, province, 'Chị Lan');
  const visit = async () => {
    await lan.page.goto('about:blank');
    await lan.page.goto(`${lan.url}/admin/#/collections/glossary`);
  };
  await visit();
  await expect(inList(lan, 'bao-che · Bao che')).toBeVisible();
  // What the build has not published is read once; of everything else only the tree is.
  const unpublished = asked(/git\/blobs/);
  expect(unpublished).toBeLessThan(5);
  expect(asked(/git\/trees/)).toBeGreaterThan(2);

  forge.put(path, forge.git(['show', `main:${path}`]).replace(/^term: .*$/m, 'term: Bao che tội phạm'));
  forge.asked.length = 0;
  await visit();
  await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
  expect(asked(/git\/blobs/)).toBe(1);

  forge.asked.length = 0;
  await visit();
  await expect(inList(lan, 'bao-che · Bao che tội phạm')).toBeVisible();
  expect([asked(/git\/blobs/), asked(/git\/trees/), asked(/GET \/repo\/branches/)]).toEqual([0, 0, 1]);

  // The search through every kind asks no more than one list does, and finds what has just been changed.
  await lan.page.getByPlaceholder('Tìm trong mọi bài').fill('che tội phạm');
  await lan.page.keyboard.press('Enter');
  await expect(inList(lan, /Bao che tội phạm/)).toBeVisible();
  expect([asked(/git\/blobs/), asked(/git\/trees/)]).toEqual([0, 0]);
  await lan.open('glossary', 'bao-che');
  await expect(lan.field('Từ')).toHaveValue('Bao che tội phạm');
  await lan.expectUntouched();
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
