import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { bodies } from '../support/build.ts';
import { KB } from '../support/bytes.ts';
import { attribute, readPages } from '../support/html.ts';

/** A picture of the library at the width of a phone's column, in the form that today's browsers take. */
const MOST = 6 * KB;

/** Finished pictures that weigh too much. JPEG is the fallback for old browsers and only asked for by those. */
function heavyPictures(dir: string): string[] {
  const folder = join(dir, 'anh');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => /\.(avif|svg)$/.test(name));
  return files.map((name) => ({ name, bytes: readFileSync(join(folder, name)).length })).flatMap(({ name, bytes }) => (bytes > MOST ? [`${name}: ${bytes} bytes, ${bytes - MOST} too many`] : []));
}

for (const [world, { out }] of Object.entries(bodies)) {
  test(`every picture of the ${world} weighs at most 6 KB`, () => {
    expect(heavyPictures(out)).toEqual([]);
  });

  test(`every picture of the ${world} says how big it is and waits until it is needed`, () => {
    const pictures = readPages(out).flatMap(({ elements }) => elements.filter(({ tagName }) => tagName === 'img'));
    for (const picture of pictures) {
      const [width, height, loading] = ['width', 'height', 'loading'].map((name) => attribute(picture, name));
      expect.soft([Number(width) <= 320, Number(height) > 0, loading], attribute(picture, 'src')).toEqual([true, true, 'lazy']);
    }
  });
}

test('a picture that is too heavy is named with its weight', async () => {
  const dir = test.info().outputPath('site');
  const pixels = Buffer.from(Array.from({ length: 320 * 240 * 3 }, (_, index) => (index * 2654435761) >>> 24));
  mkdirSync(join(dir, 'anh'), { recursive: true });
  await sharp(pixels, { raw: { width: 320, height: 240, channels: 3 } })
    .avif({ quality: 90 })
    .toFile(join(dir, 'anh', 'on.avif'));
  expect(heavyPictures(dir)).toEqual([expect.stringMatching(/^on\.avif: \d+ bytes/)]);
});
