import { type Desk, expect, test } from './support/desk.ts';

/** Presses Tab (or Shift+Tab) until something of this name has the focus. */
async function tabTo({ page }: Desk, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      const labels = [...((at as HTMLInputElement).labels ?? [])].map((label) => label.innerText);
      return [at.getAttribute('aria-label') ?? '', ...labels, at.innerText ?? ''].join(' ').trim();
    });
  for (let presses = 0; presses < 90; presses++) {
    if (name.test(await focused())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(name)}.`);
}

/** Opens a menu and takes one of its lines, with the arrows. */
async function choose(desk: Desk, menu: RegExp, line: RegExp): Promise<void> {
  const { page } = desk;
  await tabTo(desk, menu);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  for (let presses = 0; presses < 8; presses++) {
    if (line.test(await page.evaluate(() => (document.activeElement as HTMLElement).innerText))) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

test('by keyboard alone an editor changes a title and publishes, and a reader sees it: one line in git, nothing else', async ({ desk, office }) => {
  test.setTimeout(240_000);
  const { page } = desk;
  const before = office.git('rev-parse', 'HEAD');
  await tabTo(desk, /^a1-1 ·/);
  await page.keyboard.press('Enter');
  await desk.expectUntouched();
  await expect(desk.field('Tên bài')).toHaveValue('Mua bán người là gì?');
  await tabTo(desk, /^Tên bài/i);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Thế nào là mua bán người?');
  await tabTo(desk, /^Lưu$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã lưu', { exact: true }).first()).toBeVisible();
  for (const step of ['Chờ duyệt', 'Sẵn sàng']) {
    await choose(desk, /^Bước: /, new RegExp(step));
    await expect(page.getByRole('button', { name: `Bước: ${step}` })).toBeVisible();
  }
  desk.agree();
  await choose(desk, /^Đăng$/, /Đăng ngay/);
  await desk.waitForSite();
  expect(await office.page('/bai-hoc/a1-1/')).toContain('Thế nào là mua bán người?');
  expect(office.git('diff', '--numstat', before, 'HEAD')).toBe('1\t1\tcontent/lessons/a1-1.mdx');
  expect(office.git('log', '-1', '--format=%s')).toBe('Sửa bài học “a1-1”');
  expect(office.git('status', '--porcelain')).toBe('');
});
