import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { sharePicture } from '../../src/bundle/share-picture.ts';
import { KB } from '../support/bytes.ts';
import { expect, t, test, worlds } from '../support/site.ts';

const MESSAGE = 'Bản mẫu: gọi 111, miễn phí & cả ngày đêm.';
const SMS = 'Ban mau: goi 111, mien phi & ca ngay dem.';

/** Pictures to send on, of every lesson of a finished site. */
const picturesIn = (dir: string) =>
  readdirSync(join(dir, 'gui'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.png'))
    .map((name) => join(dir, 'gui', name));

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson leads to what it has to send on: words to copy and an SMS that is already written', async ({ page, specimen }) => {
    await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
    await page.getByRole('link', { name: t('send.link') }).click();
    await expect(page.getByText(MESSAGE)).toBeVisible();
    await expect(page.getByText(SMS)).toBeVisible();
    const href = await page.getByRole('link', { name: t('send.sms') }).getAttribute('href');
    expect(decodeURIComponent(href ?? '')).toBe(`sms:?body=${SMS}`);
    await expect(page.getByRole('button')).toHaveCount(0);
  });

  test('a picture opens by itself', async ({ page, specimen }) => {
    await page.goto(`${specimen.url}/gui/sp-1/`);
    const link = page.getByRole('main').locator('a[href$=".png"]').first();
    await link.click();
    await expect(page).toHaveURL(/\/gui\/sp-1\/1\.png$/);
  });

  test('a heavy lesson makes no picture', async ({ page, specimen }) => {
    const answer = await page.goto(`${specimen.url}/gui/sp-2/1.png`);
    expect(answer?.status()).toBe(404);
    await page.goto(`${specimen.url}/bai-hoc/sp-2/`);
    await expect(page.getByRole('link', { name: t('send.link') })).toHaveCount(0);
  });
});

test('the message is copied at a tap', async ({ page, specimen, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${specimen.url}/gui/sp-1/`);
  await page.getByRole('button', { name: t('send.copy') }).click();
  await expect(page.getByRole('status')).toHaveText(t('send.copied'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(MESSAGE);
});

test('the message goes to the share sheet of a phone that has one', async ({ page, specimen }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: async (what: ShareData) => Object.assign(window, { shared: what.text }) });
  });
  await page.goto(`${specimen.url}/gui/sp-1/`);
  await page.getByRole('button', { name: t('send.share') }).click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { shared?: string }).shared)).toBe(MESSAGE);
});

test('a picture goes to the share sheet as a file, and opens where sharing fails', async ({ page, specimen }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'canShare', { value: () => true });
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: async ({ files }: ShareData) => Object.assign(window, { shared: `${files?.[0]?.type} ${(files?.[0]?.size ?? 0) > 1000}` }),
    });
  });
  await page.goto(`${specimen.url}/gui/sp-1/`);
  const link = page.getByRole('main').locator('a[href$=".png"]').first();
  await link.click();
  await expect.poll(() => page.evaluate(() => (window as unknown as { shared?: string }).shared)).toBe('image/png true');
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: () => Promise.reject(new Error('no')) }));
  await link.click();
  await expect(page).toHaveURL(/\/gui\/sp-1\/1\.png$/);
});

test('no page asks for a picture before somebody taps it', async ({ page, specimen }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${specimen.url}/gui/sp-1/`);
  await expect(page.getByRole('button', { name: t('send.copy') })).toBeVisible();
  expect(asked.filter((path) => path.endsWith('.png'))).toEqual([]);
});

for (const world of worlds) {
  test(`every picture of the ${world} to send on is a small square`, async ({ sites }) => {
    const pictures = picturesIn(sites[world].dir);
    expect(pictures.length).toBeGreaterThan(0);
    for (const file of pictures) {
      expect.soft(statSync(file).size, file).toBeLessThanOrEqual(40 * KB);
      const { width, height, format } = await sharp(readFileSync(file)).metadata();
      expect.soft([width, height, format], file).toEqual([720, 720, 'png']);
    }
  });
}

const words = { title: 'Bài mẫu', message: 'Ở ĐÂU NGHIÊNG NGƯỢC? Thuở ấy, ễnh ương kêu ồm ộp', number: '111', about: 'Miễn phí.', foot: 'Sổ tay · 24/11/2026' };

test('the same words make the same picture, other words another', async () => {
  const [first, again, other] = await Promise.all([sharePicture(words), sharePicture(words), sharePicture({ ...words, message: 'Ở ĐÂU' })]);
  expect(first?.equals(again ?? Buffer.alloc(0))).toBe(true);
  expect(first?.equals(other ?? Buffer.alloc(0))).toBe(false);
});

test('marks change the picture: they are drawn', async () => {
  const [marked, bare] = await Promise.all([sharePicture({ ...words, message: 'dừng lại hỏi' }), sharePicture({ ...words, message: 'dung lai hoi' })]);
  expect(marked?.equals(bare ?? Buffer.alloc(0))).toBe(false);
});

test('a message too long for a picture is refused with the reason', async () => {
  await expect(sharePicture({ ...words, message: 'Dừng lại hỏi cho rõ. '.repeat(20) })).rejects.toThrow(/ngắn lại/);
});
