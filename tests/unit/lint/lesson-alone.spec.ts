import { expect, test } from '@playwright/test';
import { checkLesson, collectKnown, formatProblems } from '../../../src/lint/index.ts';
import { brief, goodLesson, goodWorld, problemsWith, worldWith } from './world.ts';

const known = collectKnown(worldWith(), { buildDate: '2026-11-24', media: ['mau.png'] });
const path = 'lessons/a1-1.mdx';

test('a good lesson may be saved', () => {
  expect(checkLesson({ path, text: goodLesson }, known)).toEqual([]);
  expect(checkLesson({ path: 'pages/gioi-thieu.mdx', text: goodWorld['pages/gioi-thieu.mdx'] ?? '' }, known)).toEqual([]);
});

test('a lesson alone is held to the same rules as in the whole', () => {
  const text = goodLesson.replace('Vậy là đủ.', 'Gọi 0981 848 484, <Contact id="cho" />, <Fact id="F9.9" />, {x} và [bài](/bai-hoc/a9-9/).');
  const alone = checkLesson({ path, text }, known);
  expect(brief(alone)).toEqual([`${path}:34 typed-phone`, `${path}:34 unconfirmed-contact`, `${path}:34 unsure-fact`, `${path}:34 expression`, `${path}:34 dead-link`]);
  expect(problemsWith({ [path]: text })).toEqual(alone);
});

test('all mistakes of a lesson are told in one run, also those behind what cannot be read', () => {
  const text = goodLesson.replace('Vậy là đủ.', 'Một {x.\n\nHai a<b.\n\nBa <br> bốn.\n\nNăm <Fct id="F1.1" />.\n\nSáu 0981848484.');
  expect(brief(checkLesson({ path, text }, known))).toEqual([`${path}:34 expression`, `${path}:36 bare-less-than`, `${path}:38 html`, `${path}:40 unknown-component`, `${path}:42 typed-phone`]);
});

test('in a terminal each mistake has its place, what is wrong and how to mend it', () => {
  const problems = problemsWith({ [path]: goodLesson.replace('Vậy là đủ.', 'Gọi 0981848484.\n\nTrước\tsau.'), 'ghi-chu.txt': 'x' });
  expect(formatProblems(problems, 'content/')).toBe(
    [
      'content/ghi-chu.txt:1:1  lỗi: Tệp “ghi-chu.txt” nằm ngoài các thư mục nội dung.',
      '    Cách sửa: Chuyển tệp vào một trong các thư mục: courses, lessons, quizzes, facts, contacts, glossary, pages, scenarios, checks, style, plans, strings, media. Không cần thì xóa.',
      '',
      'content/lessons/a1-1.mdx:34:5  lỗi: Số gõ tay: “0981848484”. Số gọi chỉ lấy từ danh bạ, để không ai gọi nhầm.',
      '    Cách sửa: Xóa số này và viết <Contact id="…" /> với mã của số ấy trong danh bạ. Số chưa có trong danh bạ thì thêm một tệp ở contacts. Nếu đây là số tiền, viết như 20.000.000 đồng.',
      'content/lessons/a1-1.mdx:36:6  cảnh báo: Trong câu có dấu Tab, thường do chép bảng từ Word: các cột sẽ dính vào nhau.',
      '    Cách sửa: Viết lại thành danh sách: mỗi dòng một gạch đầu dòng.',
      '',
      'Có 2 lỗi phải sửa và 1 cảnh báo nên xem, trong 2 tệp.',
    ].join('\n'),
  );
  expect(formatProblems([], 'content')).toBe('Nội dung không có lỗi nào.');
});

test('nothing from a content file can speak to the terminal', () => {
  const problems = problemsWith({ 'pages/x\u001B[2J.mdx': 'x', [path]: goodLesson.replace('Vậy là đủ.', '<\u001B[31m/> [x](\u001B]0;y\u0007)') });
  expect(formatProblems(problems, 'content')).not.toMatch(/[^\P{C}\n]/u);
});
