import { expect, test } from '@playwright/test';
import { createFinder } from '../../../src/search/finder.ts';
import { HELP, kindOf } from '../../../src/search/kinds.ts';
import { snippet } from '../../../src/search/snippet.ts';
import { deal, type Row, shardOf, type Titles } from '../../../src/search/titles.ts';
import { wordsOf } from '../../../src/search/words.ts';
import { paths } from '../../../src/shared/paths.ts';
import { strings } from '../../../src/strings/index.ts';

const titles: Titles = {
  urgent: strings()
    .search.urgent.split(/\s*,\s*/)
    .join('|'),
  places: [
    ['111', 'Tổng đài quốc gia 111', 'Khi cần hỏi hay cần giúp.', '111', '111'],
    ['bao-ho', 'Tổng đài bảo hộ', 'Khi gặp nạn ở nước ngoài.', '0981 84 84 84', '+84981848484'],
  ],
  asked: [['/bai-hoc/a1-1/', 'Mua bán người là gì?', '']],
  rows: [
    ['/bai-hoc/a1-1/', 'Mua bán người là gì?', 'Nhớ 3 phần'],
    ['/bai-hoc/a9-9/', 'Bài kín', 'Điều không nói ra', 1],
    ['/tu-kho/#mua-ban-nguoi', 'Mua bán người', 'buôn người|bán sang Tàu|lừa bán'],
    ['/tu-kho/#moi-gioi', 'Môi giới', 'cò|mối lái'],
    ['/can-cu/#F1.1', 'Nghiên cứu luật và con cừu', ''],
    [HELP, 'Gọi giúp', ''],
  ],
  shards: 0,
  common: '',
};
const finder = createFinder(titles);
const first = (query: string) => finder.ask(query).hits.map(({ id }) => id);

for (const query of ['cứu', 'cuu', 'cứu tôi với', 'bị đánh', 'bi danh', 'bij ddanhs', 'gọi ai', 'goi ai bay gio', 'goi so may', '111', 'gọi 111', 'chồng tôi đang bị đánh ở nhà']) {
  test(`“${query}” puts the number and the help page on top`, () => {
    expect(first(query).slice(0, 2)).toEqual([`${HELP}#so-111`, HELP]);
    expect(finder.ask(query).calls[0]?.[4]).toBe('111');
  });
}

test('a number that is typed in any grouping comes first, 111 after it', () => {
  for (const query of ['0981 84 84 84', '0981848484', '0981.84.84.84', '+84 981 84 84 84'])
    expect(
      finder.ask(query).calls.map(([id]) => id),
      query,
    ).toEqual(['bao-ho', '111']);
});

test('what only looks like a cry for help is none', () => {
  for (const query of ['nghiên cứu', 'con cừu', 'môi giới']) expect(finder.ask(query).calls, query).toEqual([]);
});

test('other words for a word lead to the lesson about it', () => {
  for (const query of ['buôn người', 'ban sang tau', 'lừa bán']) expect(first(query), query).toEqual(expect.arrayContaining(['/tu-kho/#mua-ban-nguoi', '/bai-hoc/a1-1/']));
  expect(first('cò')[0]).toBe('/tu-kho/#moi-gioi');
});

test('a query that was misread says how it was read, one that was right says nothing', () => {
  expect(finder.ask('mua bans nguwowif').read).toBe('mua bán người');
  expect(finder.ask('mua ban nguoi').read).toBeUndefined();
  expect(finder.ask('Mua bán người').read).toBeUndefined();
});

test('a heavy lesson is found by what it is about and shown by its neutral name', () => {
  expect(first('điều không nói ra')[0]).toBe('/bai-hoc/a9-9/');
  expect(finder.entry('/bai-hoc/a9-9/')).toMatchObject({ title: 'Bài kín', isQuiet: true });
});

test('nothing that can be typed makes it stumble', () => {
  for (const query of ['', ' ', '__proto__', 'constructor', ':*~^+-"', '\ud800', '🙂', 'a '.repeat(3000)]) expect(() => finder.ask(query), query.slice(0, 20)).not.toThrow();
});

test('the kinds are those of the addresses', () => {
  const expected = [paths.lesson('x'), paths.quiz('x'), `${paths.glossary}#x`, paths.fact('F1.1'), `${paths.help}#so-111`, paths.help, paths.privacy];
  expect(expected.map(kindOf)).toEqual(['lesson', 'quiz', 'word', 'fact', 'place', 'page', 'page']);
});

/** Names of many lessons, as a large library would have them. */
const many: Row[] = Array.from({ length: 10_000 }, (_, index) => {
  const word = (at: number) => `${'bcdghklmnt'[(index * 7 + at * 3) % 10]}${['a', 'e', 'i', 'o', 'u', 'ai', 'oi', 'ua'][Math.floor(index / (10 ** at || 1)) % 8]}${['', 'n', 'ng', 'm', 't', 'c'][(index + at) % 6]}`;
  return [`/bai-hoc/x-${index}/`, `Người ${word(0)} ${word(1)} ${word(2)} ${word(3)}`, ''];
});

test('every name in a library of ten thousand is in the shards of its rare words, and no shard is large', () => {
  const { shards, common } = deal(many);
  expect(common.split(' ')).toContain('nguoi');
  const sizes = shards.map((rows) => Buffer.byteLength(JSON.stringify(rows)));
  expect(Math.max(...sizes)).toBeLessThan(8_000);
  const [rare] = many.slice(0, 16);
  const words = wordsOf(rare?.[1] ?? '').map(({ folded }) => folded);
  expect(words.some((word) => shards[shardOf(word, shards.length)]?.some(([id]) => id === rare?.[0]))).toBe(true);
});

test('a search by shards finds what a search through all names finds', () => {
  const { shards, common } = deal(titles.rows);
  for (const query of ['mua ban nguoi', 'buôn người', 'mua bans nguwowif', 'môi giới', 'co']) {
    const parts = createFinder({ ...titles, rows: [], shards: shards.length, common });
    for (let round = 0; round < 3; round++) for (const shard of parts.lacks(query)) parts.add(shard, shards[shard] ?? []);
    expect(parts.ask(query).hits[0]?.id, query).toBe(first(query)[0]);
  }
});

test('the words looked for are marked in the text around them, whatever their marks', () => {
  const text = `${'Chữ ở đầu bài. '.repeat(30)}Hôm ấy người ta hứa việc nhẹ, lương cao rồi đưa đi. ${'Chữ ở cuối bài. '.repeat(30)}`;
  const pieces = snippet(text, wordsOf('viec nhe luong cao'));
  expect(pieces.filter(([, isMarked]) => isMarked).map(([word]) => word)).toEqual(['việc', 'nhẹ', 'lương', 'cao']);
  expect(pieces.map(([piece]) => piece).join('')).toMatch(/^Hôm ấy .* …$/);
  expect(pieces.map(([piece]) => piece).join('').length).toBeLessThan(200);
});
