import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { cleanDrawing } from '../../src/bundle/drawing.ts';
import { picture } from '../../src/bundle/pictures.ts';

const svg = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8"${attributes}>${inside}</svg>`;

const active: [what: string, drawing: string][] = [
  ['a script', svg('<script>alert(1)</script>')],
  ['a script in another namespace', '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xhtml"><x:script>alert(1)</x:script></svg>'],
  ['a handler', svg('<path d="M0 0" onload="alert(1)"/>')],
  ['a handler on the root', svg('', ' onload="alert(1)"')],
  ['a handler in capitals', svg('<path ONCLICK="alert(1)"/>')],
  ['foreign HTML', svg('<foreignObject><body/></foreignObject>')],
  ['HTML that breaks out', svg('<p>x</p>')],
  ['an animation that makes an address', svg('<animate attributeName="href" to="javascript:alert(1)"/>')],
  ['a setter', svg('<set attributeName="href" to="javascript:alert(1)"/>')],
  ['a link', svg('<a href="javascript:alert(1)"><path/></a>')],
  ['a picture from elsewhere', svg('<image href="https://vi-du.invalid/a.png"/>')],
  ['a part from elsewhere', svg('<use href="https://vi-du.invalid/a.svg#b"/>')],
  ['a part from elsewhere by the old name', svg('<use xlink:href="//vi-du.invalid/a.svg#b"/>')],
  ['a part from data', svg('<use href="data:image/svg+xml,x#b"/>')],
  ['a fill from elsewhere', svg('<path fill="url(https://vi-du.invalid/a.svg#b)"/>')],
  ['a fill from elsewhere in a style', svg('<path style="fill:url(//vi-du.invalid/a)"/>')],
  ['a style sheet', svg('<style>@import url(//vi-du.invalid/a.css);</style>')],
  ['letters spelt with backslashes', svg('<path style="fill:u\\72l(//vi-du.invalid)"/>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>${svg('&a;')}`],
  ['a style sheet in an instruction', `<?xml-stylesheet href="//vi-du.invalid/a.css"?>${svg('')}`],
  ['two roots', svg('') + svg('')],
  ['a page', '<html><body>x</body></html>'],
];

for (const [what, drawing] of active) {
  test(`a drawing with ${what} is refused`, () => {
    expect(() => cleanDrawing(drawing)).toThrow(/hình vẽ|SVG/);
  });
}

test('a drawing keeps its shapes and loses everything else', () => {
  const drawing = svg('<!-- ai vẽ --><metadata><x>tên người vẽ</x></metadata><title>Chợ</title><path style="fill:#a83a17;-inkscape-x:1" d="M0 0h8v8z" inkscape:label="nhà chị H" data-x="1"/><use xlink:href="#a"/>');
  expect(cleanDrawing(drawing)).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>Chợ</title><path fill="#a83a17" d="M0 0h8v8z"/><use href="#a"/></svg>');
});

test('a photo leaves where and with what it was taken behind, and its name', async ({}, info) => {
  const content = info.outputPath('content');
  mkdirSync(join(content, 'media'), { recursive: true });
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#23407d' } })
    .withExif({ IFD0: { Make: 'Dien thoai cua chi H', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 48/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 46/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Dien thoai cua chi H');
  writeFileSync(join(content, 'media/nha-chi-h.jpg'), photo);
  process.env.CONTENT_DIR = content;
  const { fallback, avif } = await picture('nha-chi-h.jpg');
  delete process.env.CONTENT_DIR;
  for (const file of [fallback, avif]) {
    const { exif, xmp, iptc } = await sharp(file?.bytes).metadata();
    expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
    expect(file?.name).toMatch(/^[0-9a-f]{12}\.(jpg|avif)$/);
  }
});

test('a file that only calls itself a picture is refused in words', async ({}, info) => {
  const content = info.outputPath('content');
  mkdirSync(join(content, 'media'), { recursive: true });
  writeFileSync(join(content, 'media/gia.png'), '<script>alert(1)</script>');
  process.env.CONTENT_DIR = content;
  await expect(picture('gia.png')).rejects.toThrow(/media\/gia\.png: không dùng được tệp hình này/);
  delete process.env.CONTENT_DIR;
});
