import { expect, test } from '@playwright/test';
import { brief, changed, goodWorld, problemsWith } from './world.ts';

const quiz = 'quizzes/a1-1.yaml';
const lesson = 'lessons/a1-1.mdx';
/** What is said about one file of the good world after one change. */
const about = (path: string, changes: Record<string, string>) => problemsWith(changes).filter((problem) => problem.file === path);
const one = (path: string, changes: Record<string, string>) => about(path, changes)[0];

test('an editor who misspells the name of a field is told the nearest one and where', () => {
  const [missing, unknown] = about(lesson, changed(lesson, 'summary:', 'sumary:'));
  expect(missing).toMatchObject({ line: 2, rule: 'missing-field', message: 'Thiếu ô “Tóm tắt” (summary).' });
  expect(unknown).toMatchObject({ line: 3, column: 1, rule: 'unknown-field' });
  expect(unknown?.mend).toContain('Có phải là “summary”? Các ô được dùng: title, summary');
});

test('an editor who leaves out a field is told its name on the form', () => {
  expect(one('contacts/111.yaml', changed('contacts/111.yaml', 'hours: Cả ngày đêm\n', ''))).toMatchObject({ rule: 'missing-field', message: 'Thiếu ô “Giờ” (hours).' });
});

test('an editor who writes too much sees the schema’s own sentence and how long it is now', () => {
  const problem = one(lesson, changed(lesson, 'title: Việc nhẹ, lương cao', `title: ${'á'.repeat(75)}`));
  expect(problem).toMatchObject({ line: 2, column: 1, rule: 'bad-field' });
  expect(problem?.message).toContain('Ô “Tên bài” (title): Dài quá 70 ký tự. Hãy viết ngắn lại.');
  expect(problem?.message).toContain('(75 ký tự)');
});

test('an editor who chooses a picture with a slip is told the nearest one', () => {
  expect(one(lesson, changed(lesson, 'icon: message', 'icon: mesage'))?.mend).toBe('Có phải là “message”?');
});

test('an editor who writes a day the Vietnamese way is given it the way files use', () => {
  expect(one(lesson, changed(lesson, '2026-11-24', '24/11/2026'))?.mend).toBe('Viết: 2026-11-24.');
});

test('an editor who writes a day that does not exist is told', () => {
  expect(one(lesson, changed(lesson, '2026-11-24', '2026-02-30'))?.rule).toBe('bad-field');
});

test('an editor who forgets the quotes around a number is told to add them', () => {
  expect(one('contacts/111.yaml', changed('contacts/111.yaml', 'local: "111"', 'local: 111'))?.mend).toContain('dấu nháy kép');
});

test('an editor whose title is only a day is told to add quotes', () => {
  expect(one(lesson, changed(lesson, 'Việc nhẹ, lương cao', '2026-11-24'))?.mend).toContain('"2026-11-24"');
});

test('an editor who leaves a field empty is told to fill it or to take it out', () => {
  expect(one(lesson, changed(lesson, 'Việc nhẹ, lương cao', ''))?.mend).toBe('Viết giá trị sau dấu hai chấm. Ô không bắt buộc thì xóa cả dòng.');
});

test('an editor who writes a list in one line is shown how a list looks', () => {
  expect(one('glossary/co-do.yaml', { 'glossary/co-do.yaml': `${goodWorld['glossary/co-do.yaml']}synonyms: một, hai\n` })?.mend).toContain('- mục một');
});

test('a mistake deep in a quiz is found at its own line', () => {
  expect(one(quiz, changed(quiz, 'correct: true', 'corect: true'))).toBeDefined();
  const unknown = about(quiz, changed(quiz, 'correct: true', 'corect: true')).find((problem) => problem.rule === 'unknown-field');
  expect(unknown).toMatchObject({ line: 13, column: 9 });
  expect(unknown?.mend).toContain('correct');
});

test('a rule across fields speaks with its own words', () => {
  expect(one(quiz, changed(quiz, '        correct: true\n', ''))?.message).toContain('phải có đúng 1 lựa chọn đúng');
});

test('a kind of question that does not exist is answered with the kinds that do', () => {
  expect(one(quiz, changed(quiz, 'kind: single', 'kind: singel'))?.mend).toContain('Có phải là “single”?');
});

for (const [what, from, to, line, rule] of [
  ['two colons in a line', '"Chọn: gọi số nào?"', 'Chọn: gọi số nào?', 5, 'yaml-syntax'],
  ['a quote that is not closed', '"Chọn: gọi số nào?"', '"Chọn: gọi số nào?', 5, 'yaml-syntax'],
  ['a tab in front of a field', '    prompt', '\tprompt', 5, 'yaml-syntax'],
  ['a field written twice', 'title: Thử xem', 'title: Thử xem\ntitle: Thử nữa', 3, 'yaml-double-key'],
  ['an anchor', 'title: Thử', 'title: &a Thử', 2, 'yaml-special'],
  ['an alias', 'title: Thử xem', 'title: &a Thử\nother: *a', 2, 'yaml-special'],
  ['an alias to nothing', 'title: Thử xem', 'title: *a', 2, 'yaml-special'],
  ['a tag', 'title: Thử', 'title: !!str Thử', 2, 'yaml-special'],
  ['a tag that makes a function', 'title: Thử xem', 'title: !!js/function "x"', 2, 'yaml-syntax'],
  ['a merge', 'title: Thử xem', 'title: Thử xem\n<<:\n  a: b', 3, 'yaml-special'],
  ['a second document', 'title: Thử xem', '---\ntitle: Thử xem', 2, 'yaml-special'],
  ['a directive', 'id: a1-1\n', '%YAML 1.1\n---\nid: a1-1\n', 1, 'yaml-special'],
  ['a field without a name', 'title: Thử xem', 'title: Thử xem\n: x', 3, 'yaml-special'],
  ['a field named like the prototype', 'title: Thử xem', 'title: Thử xem\n__proto__: x', 3, 'unknown-field'],
] as const) {
  test(`a quiz with ${what} is stopped at that line`, () => {
    expect(brief(problemsWith(changed(quiz, from, to)))).toContain(`${quiz}:${line} ${rule}`);
  });
}

test('interface words are read for their syntax only', () => {
  expect(brief(problemsWith({ 'strings/vi.yaml': 'a: "Gọi 0981 848 484"\n' }))).toEqual([]);
  expect(brief(problemsWith({ 'strings/vi.yaml': 'a: "b\n' }))).toEqual(['strings/vi.yaml:1 yaml-syntax']);
});

for (const [what, text, line] of [
  ['begins with code in front matter', '---js\nmodule.exports = {}\n---\n', 1],
  ['has no front matter', 'Bà con nhớ.\n', 1],
  ['has a blank line first', '\n---\ntitle: a\n---\n', 1],
  ['has a space before the fence', ' ---\ntitle: a\n---\n', 1],
  ['never closes its front matter', '---\ntitle: a\n\nBà con nhớ.\n', 1],
  ['has words behind the closing fence', '---\ntitle: a\n---x\n', 3],
  ['has another fence inside', '---\ntitle: a\n+++\n---\n', 3],
] as const) {
  test(`a lesson that ${what} is stopped at that line`, () => {
    expect(brief(problemsWith({ [lesson]: text }))).toContain(`${lesson}:${line} front-matter`);
  });
}

test('a file saved on Windows, with its mark and its line ends, is as good as any', () => {
  const files = Object.fromEntries(Object.entries(goodWorld).map(([path, text]) => [path, `\uFEFF${text.replace(/\n/g, '\r\n')}`]));
  expect(brief(problemsWith(files))).toEqual([]);
});

test('in a file saved on Windows a mistake is found at its own line and column', () => {
  const text = (goodWorld[lesson] ?? '').replace('Vậy là đủ.', 'Vậy là {đủ}.').replace(/\n/g, '\r\n');
  expect(problemsWith({ [lesson]: `\uFEFF${text}` })[0]).toMatchObject({ line: 34, column: 8, rule: 'expression' });
});
