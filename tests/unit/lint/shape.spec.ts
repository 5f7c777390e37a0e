import { expect, test } from '@playwright/test';
import { brief, changed, goodLesson, problemsOfPiece, problemsWith } from './world.ts';

const lesson = 'lessons/a1-1.mdx';
const message = '<KeyMessage title="Ý thêm">\n\nMột ý.\n\n</KeyMessage>';
const without = (part: RegExp) => brief(problemsWith({ [lesson]: goodLesson.replace(part, '') }));

test('a lesson needs its situation, its thing to do and its quiz', () => {
  expect(without(/<Situation>[\s\S]*<\/Situation>\n\n/)).toEqual([`${lesson}:8 lesson-shape`]);
  expect(without(/<DoNow>[\s\S]*<\/DoNow>\n\n/)).toEqual([`${lesson}:8 lesson-shape`]);
  expect(without(/<Quiz id="a1-1" \/>\n/)).toContain(`${lesson}:8 lesson-shape`);
});

test('a lesson has each of them once', () => {
  expect(brief(problemsOfPiece('<DoNow>\n\nViệc khác.\n\n</DoNow>'))).toEqual([`${lesson}:40 lesson-shape`]);
  expect(brief(problemsOfPiece('<Situation>\n\nChuyện khác.\n\n</Situation>'))).toEqual([`${lesson}:34 lesson-shape`]);
});

test('the situation stands first and the quiz last', () => {
  expect(brief(problemsWith(changed(lesson, '\n<Situation>', '\nMở đầu.\n\n<Situation>')))).toEqual([`${lesson}:11 lesson-shape`]);
  expect(brief(problemsWith({ [lesson]: `${goodLesson}\nCâu sau cùng.\n` }))).toEqual([`${lesson}:42 lesson-shape`]);
});

test('a lesson has three to five key messages', () => {
  expect(brief(problemsOfPiece(`${message}\n\n${message}`))).toEqual([]);
  expect(brief(problemsOfPiece(`${message}\n\n${message}\n\n${message}`))).toEqual([`${lesson}:46 lesson-shape`]);
  expect(without(/<KeyMessage title="Ý hai">[\s\S]*?<\/KeyMessage>\n\n/)).toEqual([`${lesson}:15 lesson-shape`]);
});

test('a half-written draft is only reminded', () => {
  const text = goodLesson.replace('updated:', 'draft: true\nupdated:').replace(/<DoNow>[\s\S]*<\/DoNow>\n\n/, '');
  expect(problemsWith({ [lesson]: text }).map((problem) => `${problem.rule} ${problem.severity}`)).toEqual(['lesson-shape warning']);
});

test('when something could not be read nobody is told that a part is missing', () => {
  expect(brief(problemsWith(changed(lesson, '</DoNow>', '')))).toEqual([`${lesson}:36 tag-pair`]);
});

test('a page needs none of these parts', () => {
  expect(brief(problemsWith({ 'pages/khac.mdx': '---\ntitle: Trang khác\nsummary: Một trang.\nupdated: 2026-11-24\n---\n\nChỉ một câu.\n' }))).toEqual([]);
});
