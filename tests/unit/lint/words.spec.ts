import { expect, test } from '@playwright/test';
import { findPhones } from '../../../src/lint/text/phones.ts';
import { findShortNumbers } from '../../../src/lint/text/short-numbers.ts';
import { findLookAlike } from '../../../src/lint/text/unicode.ts';
import { brief, changed, problemsOfPiece, problemsWith } from './world.ts';

const found = (text: string) => findPhones(text).map(({ from, to }) => text.slice(from, to));

for (const text of [
  '0981848484',
  '0981 84 84 84',
  '0981.848.484',
  '0981-848-484',
  '(0981) 848 484',
  '0981 – 848 – 484',
  '0981\u00A0848\u00A0484',
  '+84 981 848 484',
  '+84 (0) 981 848 484',
  '84981848484',
  '84.981.848.484',
  '1800 1567',
  '18001567',
  '1800-599-920',
  '1900 1234 56',
  '024 3825 1234',
  '(024) 3825.1234',
  '0 9 8 1 8 4 8 4 8 4',
  '0981\n848484',
  '０９８１８４８４８４',
  '0981\u200B848484',
]) {
  test(`a reader could take ${JSON.stringify(text)} for a number to call`, () => {
    expect(found(`Gọi ${text} nhé`)).toEqual([text]);
    expect(findPhones(`Số5 ${text}`)).toHaveLength(1);
  });
}

test('two numbers in a row do not hide each other', () => {
  expect(findPhones('0981848484 0912345678')).toHaveLength(1);
  expect(findPhones('0981848484, 0912345678')).toHaveLength(2);
});

test('digits in the frames of keys are digits', () => {
  expect(findPhones('0️⃣9️⃣8️⃣1️⃣8️⃣4️⃣8️⃣4️⃣')).toHaveLength(1);
});

test('a number that begins with 0 does not become money by a currency behind it', () => {
  expect(found('0981848484 đồng')).toEqual(['0981848484']);
});

test('a number behind a house number is found', () => {
  expect(found('Tổ 5 0981848484')).toEqual(['0981848484']);
});

for (const text of [
  'ngày 01-07-2025',
  'ngày 1.7.2025',
  'ngày 2026-11-23',
  'từ 01-07-2025 - 30-07-2025',
  '20.000.000',
  '2.000.000.000 đồng',
  '84.000.000 đồng',
  '18.000.000 đồng',
  '2 000 000 000 đồng',
  '18000000 đồng',
  'năm 2024, 2025, 2026',
  '2011 - 2015',
  'Luật 53/2024/QH15',
  'Điều 150, 151, 152',
  '12–16 giờ',
  '53/2024, 86/2025, 162/2025',
  'F1.10, F2.14b',
  '35.000 – 40.000',
  '1.000, 2.000, 3.000',
  '7 giờ 30',
  '24/7',
  '100.000đ',
]) {
  test(`nobody takes ${JSON.stringify(text)} for a number to call`, () => {
    expect(found(text)).toEqual([]);
  });
}

for (const [text, codes] of [
  ['Gọi 111 ngay', ['111']],
  ['111.', ['111']],
  ['Số 113, 114 và 115', ['113', '114', '115']],
  ['Gọi 116 người ta nghe máy', ['116']],
  ['“112”', ['112']],
  ['Điều 113', []],
  ['112 người', []],
  ['115%', []],
  ['112/2025/NĐ-CP', []],
  ['1.113 vụ', []],
  ['113.000 đồng', []],
  ['2113', []],
  ['A112', []],
  ['120', []],
] as const) {
  test(`${JSON.stringify(text)} has ${codes.length ? codes.join(', ') : 'no number'} to call`, () => {
    expect(findShortNumbers(text).map(({ from, to }) => text.slice(from, to))).toEqual(codes);
  });
}

test('an editor who types a phone number is told to use the contact list', () => {
  expect(problemsOfPiece('Gọi 0981 84 84 84 nhé.')[0]).toMatchObject({ line: 34, column: 5, rule: 'typed-phone', severity: 'error', message: 'Số gõ tay: “0981 84 84 84”. Số gọi chỉ lấy từ danh bạ, để không ai gọi nhầm.' });
  expect(problemsOfPiece('Gọi 0981 84 84 84 nhé.')[0]?.mend).toContain('<Contact id="…" />');
});

test('an editor who types a phone number into a quiz is told to use double brackets', () => {
  const [problem] = problemsWith(changed('quizzes/a1-1.yaml', 'Số này miễn phí.', 'Gọi 0981 848 484.'));
  expect(problem).toMatchObject({ file: 'quizzes/a1-1.yaml', line: 14, column: 23, rule: 'typed-phone' });
  expect(problem?.mend).toContain('[[111]]');
});

test('an editor who types a phone number above a lesson or in a course is stopped too', () => {
  expect(brief(problemsWith(changed('lessons/a1-1.mdx', 'Đọc lại một lời mời', 'Gọi 0981 848 484')))).toEqual(['lessons/a1-1.mdx:3 typed-phone']);
  expect(brief(problemsWith(changed('courses/ba-con.yaml', 'Khóa mẫu.', 'Gọi 0981 848 484')))).toEqual(['courses/ba-con.yaml:3 typed-phone']);
});

test('the numbers of the contact list itself and web addresses are left in peace', () => {
  expect(brief(problemsWith(changed('facts/F1.1.yaml', 'https://example.org/luat', 'https://example.org/luat-0981848484')))).toEqual([]);
});

test('a short number may be typed only while somebody stands behind it', () => {
  expect(brief(problemsWith(changed('contacts/111.yaml', 'status: confirmed', 'status: waiting')))).toContain('quizzes/a1-1.yaml:12 unknown-call-number');
});

test('double brackets must name a contact', () => {
  const broken = problemsWith(changed('quizzes/a1-1.yaml', '[[so-cu]]', '[[so-ccu]]'));
  expect(brief(broken)).toEqual(['quizzes/a1-1.yaml:10 missing-reference']);
  expect(broken[0]?.mend).toContain('Có phải là “so-cu”?');
  expect(brief(problemsWith(changed('quizzes/a1-1.yaml', '[[so-cu]]', '[[ so-cu ]]')))).toEqual(['quizzes/a1-1.yaml:10 token-form']);
  expect(brief(problemsWith(changed('quizzes/a1-1.yaml', '[[so-cu]]', '[[so-cu]')))).toEqual(['quizzes/a1-1.yaml:10 token-form']);
});

test('double brackets where no page fills them in are refused', () => {
  expect(brief(problemsWith(changed('lessons/a1-1.mdx', 'title="Ý một"', 'title="Gọi [[111]]"')))).toEqual(['lessons/a1-1.mdx:15 token-not-filled']);
  expect(brief(problemsWith(changed('lessons/a1-1.mdx', 'summary: Đọc', 'summary: Gọi [[111]]. Đọc')))).toEqual(['lessons/a1-1.mdx:3 token-not-filled']);
});

test('a tag in a plain field is refused', () => {
  expect(brief(problemsWith(changed('quizzes/a1-1.yaml', 'Gọi [[so-cu]]', 'Gọi <Contact id="111" />')))).toEqual(['quizzes/a1-1.yaml:10 tag-in-field']);
});

test('one word with loose marks is named; a whole file of them is one problem', () => {
  const [one] = problemsOfPiece(`Bà con ${'tiếng'.normalize('NFD')} Việt`);
  expect(one).toMatchObject({ line: 34, column: 8, rule: 'loose-marks' });
  expect(one?.mend).toContain('“tiếng”');
  expect(problemsOfPiece('Tiếng Việt của bà con'.normalize('NFD')).filter((problem) => problem.rule === 'loose-marks')).toHaveLength(1);
});

test('loose marks and invisible letters hidden by escapes are found', () => {
  expect(brief(problemsOfPiece('Tie&#x301;ng'))).toEqual(['lessons/a1-1.mdx:34 loose-marks']);
  expect(brief(problemsWith(changed('quizzes/a1-1.yaml', 'title: Thử xem', 'title: "Thử\\u200b xem"')))).toEqual(['quizzes/a1-1.yaml:2 invisible-letter']);
});

test('other writings, and letters that Vietnamese and its neighbours need, pass for nothing else', () => {
  for (const text of ['Đắk Lắk, ươm mầm, Ồ, ƀôk, pīnyīn nǐ hǎo', '救命', 'ꪼꪕ', '20 °C, 5 m², ½ yến, №']) expect(findLookAlike(text), text).toBeUndefined();
  expect(findLookAlike('vào trang fаcebook.com')).toEqual({ letter: 'а', word: 'fаcebook', at: 11 });
});
