import { expect, test } from '@playwright/test';
import { cleanName, hasCode } from '../../../src/cms/ui/pictures.ts';

test('a picture gets a name that can stand in an address', () => {
  const names = { 'Ảnh chụp màn hình (1).JPG': 'anh-chup-man-hinh-1.jpg', 'Đường về bản.png': 'duong-ve-ban.png', '…….webp': 'hinh.webp', 'a.b.c.svg': 'a-b-c.svg', [`${'Tiếng'.normalize('NFD')}.png`]: 'tieng.png' };
  for (const [name, clean] of Object.entries(names)) expect(cleanName(name)).toBe(clean);
});

test('a drawing that could do or fetch something is told from one that only draws', () => {
  const harmless = ['<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>', '<svg><use href="#a"/></svg>', '<svg><image href="data:image/png;base64,AA"/></svg>'];
  const harmful = [
    '<svg onload="x()">',
    '<svg><script>x()</script></svg>',
    '<svg><a href="javascript:x()"/></svg>',
    '<svg><image href="https://xau.vn/a.png"/></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><use xlink:href=//xau.vn/a></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    '<svg><set attributeName="href" to="javascript:x"/></svg>',
  ];
  expect(harmless.filter(hasCode)).toEqual([]);
  expect(harmful.filter((svg) => !hasCode(svg))).toEqual([]);
});
