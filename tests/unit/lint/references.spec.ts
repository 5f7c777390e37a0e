import { expect, test } from '@playwright/test';
import { brief, changed, goodWorld, problemsOfPiece, problemsWith } from './world.ts';

const course = 'courses/ba-con.yaml';
const lesson = 'lessons/a1-1.mdx';
const quiz = 'quizzes/a1-1.yaml';
const draft = (path: string) => (path.endsWith('.mdx') ? changed(path, '\n---\n\n', '\ndraft: true\n---\n\n') : { [path]: `${goodWorld[path]}draft: true\n` });
/** A second good lesson with its quiz, not yet in a course. */
const second = {
  'lessons/a1-2.mdx': (goodWorld[lesson] ?? '').replace('<Quiz id="a1-1" />', '<Quiz id="a1-2" />'),
  'quizzes/a1-2.yaml': (goodWorld[quiz] ?? '').replace('id: a1-1', 'id: a1-2'),
};
const both = { ...second, ...changed(course, '      - a1-1\n', '      - a1-1\n      - a1-2\n') };

test('two lessons in one course are fine', () => {
  expect(brief(problemsWith(both))).toEqual([]);
});

test('a course that names a lesson nobody wrote is told, with the nearest name', () => {
  const [problem] = problemsWith(changed(course, '      - a1-1\n', '      - a1-1\n      - a1-11\n'));
  expect(problem).toMatchObject({ file: course, line: 14, column: 9, rule: 'missing-reference' });
  expect(problem?.mend).toContain('“a1-1”');
});

test('a course may keep the place of a lesson that is still a draft', () => {
  expect(brief(problemsWith({ ...both, 'lessons/a1-2.mdx': second['lessons/a1-2.mdx'].replace('updated:', 'draft: true\nupdated:') }))).toEqual([]);
});

test('a lesson of a later day is a draft for those who point at it, and keeps its place in a course', () => {
  const later = (text: string) => text.replace('updated:', 'publishAt: 2999-01-01\nupdated:');
  const lessons = { ...both, 'lessons/a1-2.mdx': later(second['lessons/a1-2.mdx']) };
  expect(brief(problemsWith(lessons))).toEqual([]);
  expect(brief(problemsWith({ ...lessons, ...changed(lesson, 'updated:', 'youthVersion: a1-2\nupdated:') }))).toContainEqual(expect.stringContaining('draft-reference'));
  // On its day it must be right without anybody looking: its mistakes are mistakes today.
  const [problem] = problemsWith({ ...second, 'lessons/a1-2.mdx': later(second['lessons/a1-2.mdx']) });
  expect(problem).toMatchObject({ rule: 'lesson-without-place', severity: 'error' });
});

test('a published lesson without a place in any course is told', () => {
  expect(brief(problemsWith(second))).toEqual(['lessons/a1-2.mdx:1 lesson-without-place']);
});

test('a lesson has one place only', () => {
  expect(brief(problemsWith(changed(course, '      - a1-1\n', '      - a1-1\n      - a1-1\n')))).toEqual([`${course}:14 double-place`]);
});

test('modules of two courses do not share a name', () => {
  const other = (goodWorld[course] ?? '').replace('id: ba-con', 'id: can-bo').replace('startWith:\n  - a1-1\n', '').replace('      - a1-1', '      - a1-2');
  expect(brief(problemsWith({ ...second, 'courses/can-bo.yaml': other }))).toEqual(['courses/can-bo.yaml:6 double-id']);
});

test('the lessons to begin with belong to their course', () => {
  expect(brief(problemsWith(changed(course, '  - a1-1\nmodules', '  - a1-9\nmodules')))).toEqual([`${course}:6 start-elsewhere`]);
});

for (const [what, changes, expected] of [
  ['a quiz', { [quiz]: undefined }, `${lesson}:42 missing-reference`],
  ['a fact', { 'facts/F1.1.yaml': undefined }, `${lesson}:17 missing-reference`],
  ['a word', { 'glossary/co-do.yaml': undefined }, `${lesson}:17 missing-reference`],
  ['a contact', { 'contacts/111.yaml': undefined }, `${lesson}:30 missing-reference`],
  ['a fact in a quiz', changed(quiz, '- F1.1', '- F1.9'), `${quiz}:7 missing-reference`],
  ['a fact of a word', { 'glossary/co-do.yaml': `${goodWorld['glossary/co-do.yaml']}fact: F1.9\n` }, 'glossary/co-do.yaml:4 missing-reference'],
  ['a fact of a contact', changed('contacts/111.yaml', 'fact: F1.1', 'fact: F1.9'), 'contacts/111.yaml:16 missing-reference'],
] as const) {
  test(`who points at ${what} that is not there is told where`, () => {
    expect(brief(problemsWith(changes))).toContain(expected);
  });
}

test('a lighter way that is not there is told', () => {
  const sensitive = 'updated: 2026-11-24\nsensitive: true\nneutralTitle: Bài đọc\nwarning: Bài hơi nặng.\nlighterWay: a9-9';
  expect(brief(problemsWith(changed(lesson, 'updated: 2026-11-24', sensitive)))).toEqual([`${lesson}:10 missing-reference`]);
});

test('what is published may not point at a draft', () => {
  expect(brief(problemsWith(draft(quiz)))).toEqual([`${lesson}:42 draft-reference`]);
  expect(brief(problemsWith(draft('glossary/co-do.yaml')))).toEqual([`${lesson}:17 draft-reference`]);
});

test('a draft may point at what is not written yet, with a warning', () => {
  const problems = problemsWith({ ...draft(lesson), [quiz]: undefined, 'facts/F1.1.yaml': undefined });
  expect(problems.filter((problem) => problem.file === lesson).map((problem) => `${problem.rule} ${problem.severity}`)).toEqual(['missing-reference warning', 'missing-reference warning']);
});

test('a draft with broken syntax is still an error', () => {
  const text = draft(lesson)[lesson]?.replace('Vậy là đủ.', '{x}') ?? '';
  expect(problemsWith({ [lesson]: text }).find((problem) => problem.rule === 'expression')?.severity).toBe('error');
});

test('a quiz that bears a lesson’s name is not placed in another lesson', () => {
  const other = second['lessons/a1-2.mdx'].replace('<Quiz id="a1-2" />', '<Quiz id="a1-1" />');
  expect(brief(problemsWith({ ...both, 'lessons/a1-2.mdx': other, 'quizzes/a1-2.yaml': undefined }))).toEqual(['lessons/a1-2.mdx:42 quiz-owner']);
});

test('a quiz that bears a lesson’s name but is not in that lesson is told', () => {
  const text = (goodWorld[lesson] ?? '').replace('<Quiz id="a1-1" />', '<Quiz id="chung" />');
  const common = { 'quizzes/chung.yaml': (goodWorld[quiz] ?? '').replace('id: a1-1', 'id: chung') };
  expect(brief(problemsWith({ ...common, [lesson]: text }))).toEqual([`${quiz}:1 quiz-owner`]);
});

for (const [what, piece, expected] of [
  ['an uncertain law', 'Luật nói vậy. <Fact id="F9.9" />', 'unsure-fact'],
  ['general knowledge of good practice', 'Nghe trọn rồi mới hỏi. <Fact id="F7.1" />', undefined],
  ['a contact that waits', 'Gọi <Contact id="cho" />.', 'unconfirmed-contact'],
  ['a card of a contact that waits', '<ContactCard id="cho" />', 'unconfirmed-contact'],
  ['an old number in a sentence', 'Số cũ là <Contact id="so-cu" />.', undefined],
  ['a card of an old number', '<ContactCard id="so-cu" />', 'retired-contact'],
  ['a lesson', '[Bài](/bai-hoc/a1-1/)', undefined],
  ['a lesson that is not there', '[Bài](/bai-hoc/a9-9/)', 'dead-link'],
  ['a module', '[Học phần](/hoc-phan/a1/)', undefined],
  ['a course', '[Khóa](/khoa-hoc/ba-con/)', undefined],
  ['a quiz', '[Thử](/trac-nghiem/a1-1/)', undefined],
  ['a word', '[Từ](/tu-kho/#co-do)', undefined],
  ['a word that is not there', '[Từ](/tu-kho/#co-xanh)', 'dead-link'],
  ['a fact', '[Căn cứ](/can-cu/#F7.1)', undefined],
  ['a search', '[Tìm](/tim-kiem/?q=viec-lam)', undefined],
  ['a page of its own', '[Về trang](/gioi-thieu/)', undefined],
  ['a question behind another page', '[Gọi](/goi-giup/?x=1)', 'link-address'],
  ['an anchor in the lesson', '[Xuống](#viec-lam)', undefined],
] as const) {
  test(`a lesson may ${expected ? 'not ' : ''}point at ${what}`, () => {
    expect(brief(problemsOfPiece(piece))).toEqual(expected ? [`${lesson}:34 ${expected}`] : []);
  });
}

test('a quiz may not rest on an uncertain law, nor offer a contact that waits', () => {
  expect(brief(problemsWith(changed(quiz, '- F1.1', '- F9.9')))).toEqual([`${quiz}:7 unsure-fact`]);
  expect(brief(problemsWith(changed(quiz, '[[so-cu]]', '[[cho]]')))).toEqual([`${quiz}:10 unconfirmed-contact`]);
});

test('a law that is no longer in force may not be cited', () => {
  const changes = changed('facts/F1.1.yaml', '  - document: Luật mẫu', '  - document: Luật mẫu\n    inForceUntil: 2026-11-24');
  expect(brief(problemsWith(changes))).toEqual([`${lesson}:17 expired-law`, `${quiz}:7 expired-law`]);
  expect(brief(problemsWith(changes, { buildDate: '2026-11-23' }))).toEqual([]);
});

test('a page may lead to another site over https, and no other way', () => {
  const page = 'pages/gioi-thieu.mdx';
  for (const address of [
    'http://example.org/',
    'https://user@example.org/',
    'https://example.org:8080/',
    'https://xn--gi-8ja.example/',
    'https://exаmple.org/',
    'https://127.0.0.1/',
    'https://example',
    'HTTPS://EXAMPLE.ORG/',
    'https:/\\example.org/',
  ]) {
    // A letter that passes for another is named besides.
    const besides = address.includes('\u0430') ? [`${page}:9 look-alike-letter`] : [];
    expect(brief(problemsWith(changed(page, 'https://example.org/trang?x=1', address))), address).toEqual([`${page}:9 link-address`, ...besides]);
  }
});

test('a file with mistakes of its own does not make those that point at it wrong', () => {
  expect(brief(problemsWith(changed('contacts/111.yaml', 'cost: free', 'cost: fre')))).toEqual(['contacts/111.yaml:7 bad-field']);
  expect(brief(problemsWith(changed('facts/F1.1.yaml', 'class: law', 'class: lw')))).toEqual(['facts/F1.1.yaml:7 bad-field']);
});
