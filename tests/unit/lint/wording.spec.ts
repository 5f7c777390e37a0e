import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import type { Problem } from '../../../src/lint/index.ts';
import { identifying, tracesIn } from '../../../src/lint/wording/identify.ts';
import { undatedNumbers } from '../../../src/lint/wording/numbers.ts';
import { sentencesOf } from '../../../src/lint/wording/sentences.ts';
import { brief, changed, ending, goodWorld, head, opening, pieceLine, problemsWith } from './world.ts';

const lesson = 'lessons/a1-1.mdx';
const list = 'style/loi-van.yaml';
const style = {
  id: 'loi-van',
  sentence: { good: 15, longest: 22, share: 20 },
  avoid: [{ words: ['nhẹ dạ', 'cả tin'], kind: 'blame', instead: 'điều gì cho thấy cần kiểm tra lại' }],
  promises: [{ words: ['chắc chắn được'] }, { words: ['không bị phạt'], unless: ['có thể'] }],
  lawTerms: ['tuyển mộ', 'cờ đỏ'],
  outdated: [{ words: ['công an huyện'], now: 'công an xã' }],
  outdatedMarks: ['cũ', 'nay là'],
  budget: { 'long-sentence': 0, 'many-long-sentences': 0, 'law-term': 0, 'unexplained-term': 0, 'avoid-word': 0, promise: 0, 'outdated-name': 0, 'number-without-year': 0, 'personal-name': 0 },
};
const withStyle = (changes: Partial<typeof style> = {}) => ({ [list]: stringify({ ...style, ...changes }) });
const ofPiece = (piece: string, more: Record<string, string> = withStyle()): Problem[] => problemsWith({ ...more, [lesson]: `${head}${opening}${piece}${ending}` });
const said = (piece: string) => ofPiece(piece).map(({ line, rule, severity }) => `${line - pieceLine + 1} ${rule} ${severity}`);

test('a good body of content has nothing to say against its wording', () => {
  expect(brief(problemsWith(withStyle()))).toEqual([]);
});

for (const [what, piece, expected] of [
  ['a name with an age', 'Chị Hoa 19 tuổi được mời đi làm.', 'identifies error'],
  ['a name with a hamlet', 'Hôm ấy anh Páo gặp người lạ.\nAnh ở bản Ngàm.', 'identifies error'],
  ['a family name with a commune', 'Nguyễn Thị Mai ở xã Trung Lý kể lại.', 'identifies error'],
  ['an age with a commune', 'Một chị 25 tuổi ở xã Trung Lý trở về.', 'identifies error'],
  ['a year of birth with a commune', 'Người sinh năm 2001 ở phường Tĩnh Gia.', 'identifies error'],
  ['a name alone', 'Chị Hoa được mời đi làm.', 'personal-name warning'],
  ['a role', 'Một chị ở bản vùng cao được mời đi làm.', undefined],
  ['a people', 'Một em Mông 15 tuổi học bài.', undefined],
  ['a rule about age', 'Công an xã Trung Lý giúp người dưới 18 tuổi.', undefined],
  ['an age and a place apart', 'Bạn nam 19 tuổi đi gặt. Xe đỗ ở xã Trung Lý.', undefined],
  ['an office after “bạn”', 'Cán bộ chỉ bạn Trung tâm Dịch vụ việc làm.', undefined],
  ['a sentence of 23 words', `${'một hai ba bốn '.repeat(5)}một hai ba.`, 'long-sentence warning'],
  ['a sentence of 22 words', `${'một hai ba bốn '.repeat(5)}một hai.`, undefined],
  ['blame', 'Chị ấy nhẹ dạ nên đi theo.', 'avoid-word warning'],
  ['blame in capitals', 'Cả tin là khổ.', 'avoid-word warning'],
  ['part of a word', 'Cả tinh thần đều vui.', undefined],
  ['a promise', 'Về nhà là chắc chắn được giúp.', 'promise warning'],
  ['a promise kept open', 'Người ấy có thể không bị phạt.', undefined],
  ['a promise not kept open', 'Người ấy không bị phạt.', 'promise warning'],
  ['an office that is gone', 'Hãy gọi công an huyện.', 'outdated-name warning'],
  ['an office said to be gone', 'Công an huyện là tên cũ, đừng tìm.', undefined],
  ['a term of the law nobody explains', 'Đó là tuyển mộ.', 'law-term warning'],
  ['a share without a year', 'Hơn 40% là nam giới.', 'number-without-year warning'],
  ['many people without a year', 'Có 1.200 người được giúp.', 'number-without-year warning'],
  ['a share with its year', 'Năm 2023, hơn 40% là nam giới.', undefined],
  ['a rate', 'Lãi 20%/năm là nhiều nhất.', undefined],
  ['a rate in words', 'Lãi cao nhất là 20% một năm.', undefined],
  ['a few people', 'Có 3 người biết mình đi đâu.', undefined],
  ['an old number', 'Gọi <Contact id="so-cu" /> ngay.', 'old-number error'],
  ['an old number said to be old', 'Số <Contact id="so-cu" /> là số cũ.', undefined],
] as const) {
  test(`${what} is ${expected ? 'noticed' : 'left in peace'}`, () => {
    expect(said(piece)).toEqual(expected ? [`1 ${expected}`] : []);
  });
}

test('a term that is in the list of words must be explained in the lesson', () => {
  const text = goodWorld[lesson]?.replace('<Term id="co-do">cờ đỏ</Term>', 'cờ đỏ') ?? '';
  const problems = problemsWith({ ...withStyle(), [lesson]: text });
  expect(brief(problems)).toEqual([`${lesson}:17 unexplained-term`]);
  expect(problems[0]?.mend).toContain('<Term id="co-do">');
});

test('a file with many long sentences is told once', () => {
  const long = `${'Một hai ba bốn '.repeat(4)}. `;
  const short = 'Một hai ba. '.repeat(6);
  expect(said(`${long.repeat(3)}${short}`)).toEqual([]);
  expect(said(`${long.repeat(5)}${short}`)).toEqual(['1 many-long-sentences warning']);
});

test('people and old numbers are looked for even without a list of wording', () => {
  expect(ofPiece('Chị Hoa 19 tuổi gọi <Contact id="so-cu" />.', {}).map(({ rule }) => rule)).toEqual(['identifies', 'old-number']);
  expect(ofPiece('Chị ấy nhẹ dạ.', {})).toEqual([]);
});

test('an old number in a quiz may be offered where its explanation says that it is old', () => {
  expect(brief(problemsWith(withStyle()))).toEqual([]);
  const quiz = changed('quizzes/a1-1.yaml', 'Số này là số cũ.', 'Chưa hẳn.');
  expect(brief(problemsWith({ ...withStyle(), ...quiz }))).toEqual(['quizzes/a1-1.yaml:10 old-number']);
});

test('an old number typed with other marks between its digits is found', () => {
  const found = ofPiece('Gọi 1800.0000 nhé.').map(({ rule }) => rule);
  expect(found).toContain('old-number');
});

test('facts may say what they say', () => {
  expect(brief(problemsWith({ ...withStyle(), ...changed('facts/F7.1.yaml', 'Một câu mẫu.', 'Công an huyện nói chị ấy nhẹ dạ.') }))).toEqual([]);
});

test('more warnings than the budget fail the check, and fewer ask to lower it', () => {
  const two = { [lesson]: `${head}${opening}Chị ấy nhẹ dạ, cả tin.${ending}` };
  const rules = (most: number, budgets: boolean) => problemsWith({ ...withStyle({ budget: { ...style.budget, 'avoid-word': most } }), ...two }, { budgets }).map(({ file, rule, severity }) => `${file} ${rule} ${severity}`);
  const warnings = [`${lesson} avoid-word warning`, `${lesson} avoid-word warning`];
  expect(rules(1, true)).toEqual([...warnings, `${list} wording-budget error`]);
  expect(rules(2, true)).toEqual(warnings);
  expect(rules(3, true)).toEqual([...warnings, `${list} wording-budget warning`]);
  expect(rules(1, false), 'a build lets them through').toEqual(warnings);
});

test('sentences end at full stops, not inside numbers', () => {
  expect(sentencesOf('Có 9.300 người. Thật à? “Vâng.” Rồi thôi').map(({ text, words }) => `${text}|${words}`)).toEqual(['Có 9.300 người.|3', 'Thật à?|2', '“Vâng.”|1', 'Rồi thôi|2']);
  expect(sentencesOf('¤ ¤')).toEqual([]);
});

test('what gives somebody away is named', () => {
  expect(identifying('Chị Hoa 19 tuổi ở bản Ngàm.').map(({ text }) => text)).toEqual(['Hoa', '19 tuổi', 'bản Ngàm']);
  expect(tracesIn('Từ đủ 18 tuổi, dưới 16 tuổi, 11–15 tuổi.')).toEqual([]);
});

test('statistics are told from prices and hours', () => {
  expect(undatedNumbers('Lương 22 triệu, làm 16 giờ, cách 200 km. Gọi +84. Người nhà gọi hộ cũng được.')).toEqual([]);
  expect(undatedNumbers('Lãi cao nhất 20% một năm, có nơi ghi 20%/năm.')).toEqual([]);
  expect(undatedNumbers('Có 1.200 người, 30.170 cuộc gọi.').map(({ text }) => text)).toEqual(['1.200 người', '30.170 cuộc gọi']);
  expect(undatedNumbers('Trong 785 nạn nhân có 30%.').map(({ text }) => text)).toEqual(['785 nạn nhân', '30%']);
});

test('no text makes the rules of wording slow', () => {
  const hostile = ['Chị Hoa 18 tuổi ở bản Ngàm ', 'công an huyện ', 'nhẹ dạ cả tin ', '18 tuổi ', '1800 0000 ', '40% ', 'Nguyễn Thị ', 'tuyển mộ. '];
  for (const piece of hostile) {
    const text = `${head}${opening}${piece.repeat(Math.floor(150_000 / piece.length))}${ending}`;
    const before = performance.now();
    problemsWith({ ...withStyle(), [lesson]: text });
    test.info().annotations.push({ type: piece.trim(), description: `${Math.round(performance.now() - before)} ms` });
  }
});

test('the list of wording that ships names no word twice', () => {
  const text = readFileSync('content/style/loi-van.yaml', 'utf8');
  const words = [...text.matchAll(/^ {6}- (.+)$/gm)].map((match) => match[1]);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(words.length).toBeGreaterThan(30);
});
