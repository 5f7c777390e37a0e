import { expect, test } from '@playwright/test';
import { repair } from '../../../src/search/repair.ts';
import { open, pack } from '../../../src/search/shelf.ts';
import { wordsOf } from '../../../src/search/words.ts';

const shelf = open(
  pack([
    { id: '/1/', title: 'Mua bán người là gì', body: 'Có người hứa việc nhẹ lương cao rồi thu hộ chiếu. Không ai được ép. Ở đâu, làm sao, uống nước.' },
    { id: '/2/', title: 'Sang Campuchia', body: 'Ủy ban nhân dân xã, công an, ban quản lý. Anh có số điện thoại của chồng không?' },
  ]),
);
const read = (query: string) =>
  repair(wordsOf(query), shelf.count)
    .map((word) => word.folded)
    .join(' ');

const meant: [typed: string, read: string][] = [
  ['mua bán người', 'mua ban nguoi'],
  ['mua bans nguwowif', 'mua ban nguoi'],
  ['mua ba1n ngu7o7i2', 'mua ban nguoi'],
  ['mua ban nguwoif', 'mua ban nguoi'],
  ['ko', 'khong'],
  ['dc', 'duoc'],
  ['sdt ck', 'so dien thoai chong'],
  ['ubnd', 'uy ban nhan dan'],
  ['mô', 'dau'],
  ['răng', 'sao'],
  ['nác', 'nuoc'],
  ['luogn cao', 'luong cao'],
  ['lươg cao', 'luong cao'],
  ['nguoif', 'nguoi'],
  ['campuchai', 'campuchia'],
  ['hochieu', 'ho chieu'],
  ['muaban nguoi', 'mua ban nguoi'],
];
for (const [typed, expected] of meant) {
  test(`“${typed}” is read as “${expected}”`, () => {
    expect(read(typed)).toBe(expected);
  });
}

test('a word that the texts have is never changed, whatever else it could be', () => {
  for (const word of ['an', 'gi', 'roi', 'anh', 'so', 'ai', 'chong']) expect(read(word)).toBe(word);
});

test('short words and numbers are never taken for a slip', () => {
  for (const word of ['xyz', 'bxn', '1567', 'qh15']) expect(read(word)).toBe(word);
});

test('nothing that can be typed makes it stumble', () => {
  for (const query of ['constructor', '__proto__', 'hasOwnProperty toString', ':*~^+-', 'a'.repeat(2000), '\ud800', '=ban2']) expect(() => read(query), query).not.toThrow();
});
