import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { wordFile } from '../support/word-file.ts';
import { Desk, expect, test } from './support/desk.ts';

async function paste(page: Page, html: string, plain: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(
    ([rich = '', text = '']) => navigator.clipboard.write([new ClipboardItem({ ...(rich && { 'text/html': new Blob([rich], { type: 'text/html' }) }), 'text/plain': new Blob([text], { type: 'text/plain' }) })]),
    [html, plain],
  );
  await page.keyboard.press('Control+v');
}

test('old letters are mended where they are pasted, the editor is told, and can have them back', async ({ desk, office }) => {
  const { page } = desk;
  await desk.open('pages', 'rieng-tu');
  await desk.body.locator('[contenteditable="true"]').first().click();
  // The editor takes note of where the cursor is a moment later.
  for (const key of ['Control+End', 'Enter']) await page.waitForTimeout(400).then(() => page.keyboard.press(key));
  await page.waitForTimeout(400);
  const told = page.getByRole('status').filter({ hasText: 'mã cũ TCVN3' });
  const table = `<table><tr><td><p style='font-family:".VnTime"'><b>ViÖc</b></p></td><td><p><b>Ai lµm</b></p></td></tr><tr><td><p>Gäi c«ng an</p></td><td><p>Bè mÑ</p></td></tr></table>`;
  await paste(page, `<ul><li>§i víi ai</li></ul>${table}`, '');
  await expect(desk.body.getByText('Gọi công an')).toBeVisible();
  await expect(told).toContainText('Bảng đã thành danh sách');
  await told.getByRole('button', { name: 'Dùng lại chữ gốc' }).click();
  await expect(desk.body.getByText('Gäi c«ng an')).toBeVisible();
  await expect(desk.body.getByText('Gọi công an')).toBeHidden();
  await desk.body.locator('[contenteditable="true"]').first().press('Control+z');
  await expect(desk.body.getByText('Gäi c«ng an')).toBeHidden();
  await paste(page, '', 'Ñoäc laäp - Töï do\nHaïnh phuùc');
  await expect(desk.body.getByText('Độc lập - Tự do')).toBeVisible();

  // In the middle of a list everything becomes a part of it, and nothing is lost.
  await paste(page, '<ul><li>Khi đi xa<ul><li>Giữ số của nhà</li></ul></li></ul>', '');
  await expect(desk.body.getByText('Giữ số của nhà')).toBeVisible();
  await page.waitForTimeout(400).then(() => page.keyboard.press('Enter'));
  await page.waitForTimeout(400);
  await paste(page, `<ul><li>Nói với mẹ</li></ul>${table}`, '');
  await expect(desk.body.getByText('Nói với mẹ')).toBeVisible();
  await expect(desk.body.getByText('Gọi công an')).toBeVisible();

  const summary = desk.field('Tóm tắt');
  await summary.fill('');
  await paste(page, '', 'Trang nµy kh«ng biÕt b¹n lµ ai.');
  await expect(summary).toHaveValue('Trang này không biết bạn là ai.');
  await desk.save();
  const text = office.draftText('pages', 'rieng-tu', 'content/pages/rieng-tu.mdx');
  // Another test may have left a list at the end of this page.
  expect(text).toMatch(/\n(- )?Độc lập - Tự do\n+(- )?Hạnh phúc\n/);
  expect(text).toMatch(/- Khi đi xa\s+- Giữ số của nhà\s+- Nói với mẹ\s+- \*\*Việc: Ai làm\*\*\s+- \*\*Gọi công an\*\*: Bố mẹ/);
  expect(text).toContain('summary: Trang này không biết bạn là ai.');
});

test('a Word file is taken in as a draft lesson with its picture; a file that cannot be is refused in words and nothing is changed', async ({ desk, office }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  await page.getByRole('button', { name: 'Đưa tệp Word vào' }).click();
  const dialog = page.getByRole('dialog');
  const input = dialog.getByLabel('Chọn tệp .docx');
  await input.setInputFiles({ name: 'cu.doc', mimeType: 'application/msword', buffer: Buffer.from('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'.padEnd(600, '\0'), 'latin1') });
  await expect(dialog).toContainText('tệp Word đời cũ (.doc)');
  const picture = await sharp({ create: { width: 2000, height: 1200, channels: 3, background: '#3a7d44' } })
    .png()
    .toBuffer();
  await input.setInputFiles({ name: 'Lời mời (1).docx', mimeType: '', buffer: await wordFile({ title: 'Lời mời việc làm', picture, old: true, link: '/goi-giup/' }) });
  await expect(dialog).toContainText('Đã đọc xong tệp Word');
  await expect(dialog).toContainText('Đã đổi chữ viết bằng mã cũ TCVN3');
  expect(scripts.length, 'what reads Word files comes only now').toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Mở thành bài nháp' }).click();
  await expect(desk.field('Tên bài')).toHaveValue('Lời mời việc làm');
  await expect(desk.body.getByText('Có người lạ mời đi làm')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' })).toBeVisible();

  await desk.field('Mã').fill('e9-9');
  await desk.field('Tóm tắt').fill('Biết hỏi lại trước khi đi làm xa.');
  await desk.field('Mục tiêu').fill('Hỏi được ba điều trước khi nhận lời.');
  await page.getByLabel('Hình', { exact: true }).first().press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Cập nhật ngày').fill('2026-11-24');
  await desk.save();
  const text = office.draftText('lessons', 'e9-9', 'content/lessons/e9-9.mdx');
  expect(text).toContain('draft: true');
  expect(text).toContain('Khi có chuyện, **gọi ngay** cho công an.');
  expect(text).toContain('<Picture src="loi-moi-1-1.webp" alt="Chợ phiên buổi sáng" />');
  const stored = execFileSync('git', ['-C', join(office.folder, '.cache/desk/repo'), 'show', 'cms/lessons/e9-9:content/media/loi-moi-1-1.webp']);
  const { width = 0, format } = await sharp(stored).metadata();
  expect({ format, isSmall: width <= 1280 }).toEqual({ format: 'webp', isSmall: true });
});

test('a tab that is killed before a Word lesson is saved loses neither its words nor its picture', async ({ desk, context, office }) => {
  test.setTimeout(120_000);
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#7d3a44' } })
    .png()
    .toBuffer();
  await desk.page.getByRole('button', { name: 'Đưa tệp Word vào' }).click();
  await desk.page.getByLabel('Chọn tệp .docx').setInputFiles({ name: 'Chợ đêm.docx', mimeType: '', buffer: await wordFile({ title: 'Chợ đêm', picture, link: '/goi-giup/' }) });
  await desk.page.getByRole('button', { name: 'Mở thành bài nháp' }).click();
  await expect(desk.field('Tên bài')).toHaveValue('Chợ đêm');
  const kept = (page: Page) =>
    page.evaluate(
      () =>
        new Promise<string[]>(
          (done) =>
            (indexedDB.open('localforage').onsuccess = ({ target }) =>
              ((target as IDBOpenDBRequest).result.transaction('keyvaluepairs').objectStore('keyvaluepairs').getAllKeys().onsuccess = (found) => done((found.target as IDBRequest<string[]>).result))),
        ),
    );
  const pictures = async (page: Page) => (await kept(page)).filter((key) => key.startsWith('ban-bien-tap-hinh/'));
  await expect.poll(() => pictures(desk.page)).toEqual(['ban-bien-tap-hinh/content/media/cho-dem-1.webp']);
  await desk.page.close({ runBeforeUnload: false });

  const again = new Desk(await context.newPage(), office.url);
  await again.enter(false);
  await again.page.getByRole('button', { name: 'Bài chưa lưu trên máy này: 1' }).click();
  await again.page.getByRole('dialog').getByRole('button', { name: 'Viết tiếp' }).click();
  await expect(again.field('Tên bài')).toHaveValue('Chợ đêm');
  await again.field('Mã').fill('e9-8');
  await again.field('Tóm tắt').fill('Đi chợ đêm cùng bạn.');
  await again.field('Mục tiêu').fill('Biết rủ bạn cùng đi.');
  await again.page.getByLabel('Hình', { exact: true }).first().press('ArrowDown');
  await again.page.keyboard.press('Enter');
  await again.page.getByLabel('Cập nhật ngày').fill('2026-11-24');
  await again.save();
  expect(office.draftText('lessons', 'e9-8', 'content/lessons/e9-8.mdx')).toContain('<Picture src="cho-dem-1.webp"');
  const stored = execFileSync('git', ['-C', join(office.folder, '.cache/desk/repo'), 'show', 'cms/lessons/e9-8:content/media/cho-dem-1.webp']);
  expect((await sharp(stored).metadata()).width).toBe(900);
  await expect.poll(() => pictures(again.page)).toEqual([]);
});
