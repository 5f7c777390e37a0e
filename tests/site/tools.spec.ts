import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { writeCode } from '../../src/session/code.ts';
import { parseCsv } from '../../src/session/csv.ts';
import { parseBook } from '../../src/session/savings.ts';
import { tt } from '../../src/strings/index.ts';
import { sideways } from '../support/screen.ts';
import { expect, type Site, test } from '../support/site.ts';

const code = (change: object = {}) => writeCode({ module: 's1', kind: 'after', commune: '14842', day: '2026-11-26', number: 1, peopleBefore: 30, peopleAfter: 30, items: 8, rightBefore: 100, rightAfter: 190, ...change }) ?? '';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function addCodes(page: Page, site: Site, text: string): Promise<void> {
  await page.goto(`${site.url}/tap-huan/tong-hop/`);
  await page.getByLabel(tt('merge.codes')).fill(text);
  await button(page, tt('merge.add')).click();
}

const section = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });

test('codes from messages are added up by module, commune and month', async ({ page, specimen }) => {
  await addCodes(page, specimen, `Chao chi, ket qua day: ${code()} nhe\n${code({ day: '2026-12-02', number: 2, commune: '' }).toLowerCase()}`);
  await expect(page.getByText(tt('merge.added', { count: 2 }))).toBeVisible();
  await expect(section(page, tt('merge.byModule'))).toContainText('Học phần có bộ A B C');
  await expect(section(page, tt('merge.byModule'))).toContainText(`${tt('merge.people')}: 60`);
  await expect(section(page, tt('merge.byCommune'))).toContainText('14842');
  await expect(section(page, tt('merge.byCommune'))).toContainText(tt('merge.noCommune'));
  await expect(section(page, tt('merge.byMonth'))).toContainText('12/2026');
  await expect(section(page, tt('merge.byModule')).locator('svg')).toHaveCount(2);
});

test('what a room still knows months later is summed up apart from what it knew right after', async ({ page, specimen }) => {
  await addCodes(page, specimen, [code(), code({ kind: 'later', rightAfter: 150 })].join('\n'));
  const right = section(page, tt('merge.byModule'));
  const later = section(page, `${tt('merge.byModule')} · ${tt('result.later')}`);
  await expect(right).toContainText(`${tt('merge.people')}: 30`);
  await expect(right).toContainText(`${tt('result.after')} 79%`);
  await expect(later).toContainText(`${tt('merge.people')}: 30`);
  await expect(later).toContainText(`${tt('result.later')} 63%`);
  await expect(
    section(page, tt('merge.sessions'))
      .getByRole('listitem')
      .filter({ hasText: tt('result.later') }),
  ).toHaveCount(1);
});

test('a code that was misheard is told, and the same session twice counts once', async ({ page, specimen }) => {
  const right = code();
  const wrong = code({ number: 3 }).replace(/.$/, (last) => (last === '0' ? '2' : '0'));
  await addCodes(page, specimen, [right, right, wrong].join('\n'));
  await expect(page.getByText(tt('merge.added', { count: 1 }))).toBeVisible();
  await expect(page.getByText(/không cộng hai lần/)).toBeVisible();
  await expect(page.getByText(tt('merge.wrong', { text: wrong }))).toBeVisible();
  await addCodes(page, specimen, code({ rightAfter: 191 }));
  await expect(page.getByText(/mà số khác nhau/)).toBeVisible();
});

test('the summary is there again after the tab was closed, is saved as a table, and goes only after a second tap', async ({ page, specimen }) => {
  await addCodes(page, specimen, code());
  await page.reload();
  await expect(section(page, tt('merge.byModule'))).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, tt('merge.export')).click()]);
  const rows = parseCsv(readFileSync(await download.path(), 'utf8'));
  expect(rows[1]?.slice(0, 4)).toEqual([tt('merge.byModule'), 'Học phần có bộ A B C', '1', '30']);
  await button(page, tt('merge.clear')).click();
  await expect(page.getByText(tt('merge.clearSure'))).toBeVisible();
  await button(page, tt('merge.yes')).click();
  await expect(page.getByText(tt('merge.empty'))).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('a table from a trainer’s phone brings each lesson, and another file is refused', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/tong-hop/`);
  const table = ['Mã;Ngày;Học phần;Xã;Buổi;Dòng;Câu;a;b;c;d;e;f;g', ';26/11/2026;s1;14842;1;tat-ca;4;20;30;20;70;;;0,8', ';26/11/2026;s1;14842;1;sp-4;2;20;10;20;38;;;0,93'].join('\r\n');
  await page.getByLabel(tt('merge.files')).setInputFiles([
    { name: 'ket-qua.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${table}`) },
    { name: 'anh.csv', mimeType: 'text/csv', buffer: Buffer.from('x,y\n1,2') },
  ]);
  await expect(section(page, tt('merge.byObjective'))).toContainText('Bài để chiếu lên tường');
  await expect(page.getByText(tt('merge.wrongFile', { name: 'anh.csv' }))).toBeVisible();
});

async function fill(page: Page, id: string, value: string): Promise<void> {
  await page.locator(`#${id}`).fill(value);
  await page.locator(`#${id}`).blur();
}

test('a group keeps its book: the box is compared with what three people count', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/so-nhom/`);
  await fill(page, 'thanh-vien', '3');
  await page.getByRole('button', { name: tt('savings.addMeeting') }).click();
  for (const [number, shares] of [
    [1, '2'],
    [2, '5'],
  ] as const) {
    await page
      .locator('.member > summary')
      .nth(number - 1)
      .click();
    await fill(page, `shares-${number}`, shares);
  }
  await fill(page, 'loan-1', '100000');
  await expect(page.getByText(tt('savings.shouldBe', { amount: '40.000 đồng' }))).toBeVisible();
  await fill(page, 'dem', '39000');
  await expect(page.getByText(/Lệch −1\.000 đồng/)).toBeVisible();
  await fill(page, 'dem', '40000');
  await expect(page.getByText(new RegExp(tt('savings.right')))).toBeVisible();
  await page.reload();
  await expect(page.getByText(tt('savings.shouldBe', { amount: '40.000 đồng' }))).toBeVisible();
});

test('the book goes to a file and comes back from it; a damaged file changes nothing', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/so-nhom/`);
  await page.getByRole('button', { name: tt('savings.addMeeting') }).click();
  await page.locator('.member > summary').first().click();
  await fill(page, 'shares-1', '4');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, tt('savings.save')).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(parseBook(text)?.meetings[0]?.entries[0]?.shares).toBe(4);
  await button(page, tt('savings.clear')).click();
  await button(page, tt('savings.yes')).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByLabel(tt('savings.restore')).setInputFiles({ name: 'so.json', mimeType: 'application/json', buffer: Buffer.from(text.slice(0, -5)) });
  await expect(page.getByText(tt('savings.notRestored'))).toBeVisible();
  await page.getByLabel(tt('savings.restore')).setInputFiles({ name: 'so.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(page.getByText(tt('savings.restored'))).toBeVisible();
  await expect(page.getByText(tt('savings.shouldBe', { amount: '80.000 đồng' }))).toBeVisible();
});

test('sixty chickens are worked out on the phone, with the reader’s own figures', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/tinh-lai/`);
  await expect(page.getByText(tt('trade.missing'))).toBeVisible();
  await page.getByLabel('Gà giống: Số tiền (đồng)').fill('900000');
  await page.getByLabel('Thức ăn: Số tiền (đồng)').fill('2.600.000');
  await page.getByLabel('Chuồng, máng: Số tiền (đồng)').fill('1500000');
  await page.getByLabel('Chuồng, máng: Dùng được mấy lứa').fill('5');
  for (const [id, value] of Object.entries({ loss: '10', sell: '2', price: '60000', months: '4', loan: '3000000', rate: '1' })) await fill(page, id, value);
  await expect(page.getByText('Lời 2.560.000 đ một lứa.', { exact: true })).toBeVisible();
  await expect(page.getByText(/Bán từ 36\.297 đ một kg thì không lỗ/)).toBeVisible();
});

for (const path of ['so-nhom', 'tinh-lai', 'tong-hop', 'nhom/s1', 'k-s1/bo-in', 'ap-phich', 'ke-chuyen']) {
  test(`nothing of /tap-huan/${path}/ sticks out of the smallest screen`, async ({ page, specimen }) => {
    for (const width of [240, 360]) {
      await page.setViewportSize({ width, height: 640 });
      await page.goto(`${specimen.url}/tap-huan/${path}/`);
      await page.waitForLoadState('networkidle');
      expect(await sideways(page), `at ${width}`).toEqual([]);
    }
  });
}
