import type { Locator } from '@playwright/test';
import { Desk, expect, test } from './support/desk.ts';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

/** The desk under a thumb: everything is tapped, and after each tap nothing has to be pushed sideways. */
class Thumb {
  readonly desk: Desk;
  constructor(desk: Desk) {
    this.desk = desk;
  }

  async tap(what: Locator): Promise<void> {
    await what.tap();
    await this.fits();
  }

  async write(what: Locator, text: string): Promise<void> {
    await what.tap();
    await what.fill(text);
    await this.fits();
  }

  async fits(): Promise<void> {
    const wide = await this.desk.page.evaluate(() => {
      if (document.documentElement.scrollWidth <= 360) return [];
      return [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 360).map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
    });
    expect(wide, `too wide at ${this.desk.page.url()}`).toEqual([]);
  }

  /** From wherever one is to the form of a new entry, by the ways that the screen shows. */
  async add(kind: string, one: string): Promise<void> {
    const { page } = this.desk;
    await this.tap(page.getByRole('link', { name: kind, exact: true }));
    await this.tap(page.getByRole('link', { name: `Thêm ${one}` }));
    await expect(this.desk.button('Lưu')).toBeVisible();
    await this.fits();
  }

  async saveAndSend(): Promise<void> {
    const { page } = this.desk;
    await this.tap(this.desk.button('Lưu'));
    await expect(page.getByText('Đã lưu', { exact: true }).first()).toBeVisible();
    await this.fits();
    await this.tap(page.getByRole('button', { name: 'Bước: Nháp' }));
    await this.tap(page.getByRole('menuitem', { name: 'Chờ duyệt' }));
    await expect(page.getByRole('button', { name: 'Bước: Chờ duyệt' })).toBeVisible();
    await this.fits();
  }
}

test('with a thumb on a small phone a lesson and a quiz of three questions are written and sent for review, and nothing is ever wider than the screen', async ({ page, office }) => {
  test.setTimeout(240_000);
  const desk = new Desk(page, office.url);
  const thumb = new Thumb(desk);
  await desk.enter();
  await thumb.fits();

  await thumb.add('Trắc nghiệm', 'trắc nghiệm');
  await thumb.write(desk.field('Mã'), 'a3-9');
  await thumb.write(desk.field('Tên'), 'Thử xem: giấy tờ của mình');
  for (const [index, prompt] of ['Căn cước của mình thì mình giữ.', 'Chủ giữ giấy tờ là chuyện thường.', 'Gọi 111 không mất tiền.'].entries()) {
    await thumb.tap(page.getByRole('button', { name: 'Thêm câu hỏi' }));
    await thumb.tap(page.getByRole('menuitem', { name: 'Đúng hay sai' }));
    const last = (label: string) => page.getByLabel(label, { exact: true }).last();
    await thumb.write(last('Mã câu hỏi'), `q${index + 1}`);
    await thumb.write(last('Câu hỏi'), prompt);
    await thumb.write(last('Khi chọn "Đúng"'), 'Hỏi thêm một người nhà cho chắc.');
    await thumb.write(last('Khi chọn "Sai"'), 'Hỏi thêm một người nhà cho chắc.');
    await thumb.tap(page.getByRole('switch', { name: 'Câu trên là đúng' }).last());
  }
  await thumb.saveAndSend();
  await thumb.tap(page.getByRole('link', { name: /Trắc nghiệm/ }).first());

  await thumb.add('Bài học', 'bài học');
  await thumb.write(desk.field('Mã'), 'a3-9');
  await thumb.write(desk.field('Tên bài'), 'Giữ giấy tờ của mình');
  await thumb.write(desk.field('Tóm tắt'), 'Biết vì sao không đưa giấy tờ cho ai giữ.');
  await thumb.write(desk.field('Mục tiêu'), 'Nói được ai giữ căn cước của mình.');
  // The label of a list is on the small field inside it; a thumb lands anywhere on the row.
  await thumb.tap(page.locator('[class*="-control"]').filter({ has: page.getByLabel('Hình', { exact: true }) }));
  await thumb.tap(page.getByText('Tin nhắn', { exact: true }));
  await desk.field('Cập nhật ngày').fill('2026-11-24');
  await thumb.tap(desk.body.locator('[contenteditable="true"]').first());
  await thumb.tap(desk.body.getByRole('button', { name: 'Thêm phần của bài' }).first());
  await thumb.tap(page.getByRole('menuitem', { name: 'Ý chính', exact: true }));
  await thumb.write(desk.body.getByLabel('Điều cần nhớ').last(), 'Giấy tờ của mình, mình giữ');
  await thumb.tap(desk.body.locator('[contenteditable="true"]').last());
  // The editor takes note of where the cursor is a moment later.
  await page.waitForTimeout(400);
  await page.keyboard.insertText('Chưa biết rõ thì chưa đưa cho ai.');
  await thumb.fits();
  await thumb.tap(desk.body.getByRole('button', { name: 'Thêm phần của bài' }).first());
  await thumb.tap(page.getByRole('menuitem', { name: 'Trắc nghiệm', exact: true }));
  await thumb.write(desk.body.getByLabel('Mã trắc nghiệm').last(), 'a3-9');
  await thumb.saveAndSend();
  expect(office.draftText('lessons', 'a3-9', 'content/lessons/a3-9.mdx')).toContain('<Quiz id="a3-9" />');

  await thumb.tap(page.getByRole('link', { name: /Bài học/ }).first());
  await thumb.tap(page.getByRole('link', { name: 'Duyệt bài' }));
  await expect(page.getByText('Giữ giấy tờ của mình')).toBeVisible();
  await thumb.fits();
  await thumb.tap(page.getByRole('button', { name: 'Sức khỏe nội dung' }));
  await thumb.tap(page.getByRole('dialog').getByRole('link', { name: /^a3-9 · Bài học/ }));
  await expect(desk.field('Tên bài')).toHaveValue('Giữ giấy tờ của mình');
  await thumb.tap(page.getByRole('button', { name: 'Bật, tắt xem thử' }));
  await expect(page.frameLocator('#preview-pane').frameLocator('iframe').getByRole('heading', { name: 'Giấy tờ của mình, mình giữ' })).toBeVisible();
  await thumb.fits();
});
