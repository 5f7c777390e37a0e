import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from './support/desk.ts';

test('a photograph is made small and forgets where it was taken; a film, a HEIC and a drawing with code are refused in words', async ({ desk, office }) => {
  test.setTimeout(120_000);
  const { page } = desk;
  const photo = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#3a7d44' } })
    .withExif({ IFD0: { Make: 'Máy ảnh' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 48/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  await page.getByRole('button', { name: 'Hình' }).click();
  const input = page.locator('input[type=file]');
  const refused = page.getByRole('dialog', { name: 'Chưa đưa lên được' });
  for (const [name, mimeType, words] of [
    ['IMG_1.HEIC', 'image/heic', 'ảnh HEIC của iPhone'],
    ['phim.mp4', 'video/mp4', 'Trang này không phát phim'],
    ['hinh.svg', 'image/svg+xml', 'hình SVG có mã bên trong'],
  ] as const) {
    await input.setInputFiles({ name, mimeType, buffer: Buffer.from('<svg onload="x()"></svg>') });
    await expect(refused).toContainText(words);
    await refused.getByRole('button', { name: 'Đóng' }).click();
  }
  await input.setInputFiles({ name: 'Ảnh chợ phiên (1).JPG', mimeType: 'image/jpeg', buffer: photo });
  await expect.poll(() => office.git('ls-tree', '--name-only', 'HEAD', '--', 'content/media/anh-cho-phien-1.webp')).toBe('content/media/anh-cho-phien-1.webp');
  const stored = execFileSync('git', ['-C', join(office.folder), 'show', 'HEAD:content/media/anh-cho-phien-1.webp']);
  const { width = 0, exif, format } = await sharp(stored).metadata();
  expect({ format, isSmall: width <= 1280, exif }).toEqual({ format: 'webp', isSmall: true, exif: undefined });
});
