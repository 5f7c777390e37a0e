import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { brief, changed, goodWorld, problemsWith } from './world.ts';

interface Draft {
  id: string;
  lesson?: string;
  right?: number;
  mustPass?: boolean;
}

/** A form with one question for each entry; right answers take turns unless said otherwise. */
function form(letter: 'A' | 'B' | 'C', questions: Draft[], id = `a1-${letter.toLowerCase()}`, more: Record<string, unknown> = {}): string {
  return stringify({
    id,
    title: `Bộ ${letter}`,
    module: 'a1',
    form: letter,
    questions: questions.map(({ id, lesson = 'a1-1', right, mustPass }, index) => ({
      id,
      prompt: 'Gọi số nào?',
      ...(mustPass ? { mustPass } : {}),
      ...(lesson ? { lesson } : {}),
      kind: 'single',
      choices: [0, 1, 2].map((place) => ({ text: `Cách ${place + 1}`, ...((right ?? index % 3) === place ? { correct: true } : {}), feedback: 'Vì vậy.' })),
    })),
    ...more,
  });
}

const eight: Draft[] = Array.from({ length: 8 }, (_, index) => ({ id: `q${index + 1}` }));
const A = 'quizzes/a1-a.yaml';
const B = 'quizzes/a1-b.yaml';
const rules = (changes: Record<string, string>) => problemsWith(changes).map(({ file, rule, severity }) => `${file} ${rule} ${severity}`);

test('two equivalent forms pass without a word', () => {
  expect(brief(problemsWith({ [A]: form('A', eight), [B]: form('B', eight) }))).toEqual([]);
});

test('a form on its own is noticed', () => {
  expect(rules({ [A]: form('A', eight) })).toEqual([`${A} lonely-form warning`]);
});

test('a form bears the name of its module and its letter', () => {
  expect(rules({ 'quizzes/thu-1.yaml': form('A', eight, 'thu-1'), [B]: form('B', eight) })).toEqual(['quizzes/thu-1.yaml form-name error']);
});

test('module and form are written together', () => {
  expect(rules({ [A]: form('A', eight, 'a1-a', { form: undefined }) })).toContain(`${A} bad-field error`);
});

test('a form of a module that is not there is told', () => {
  expect(rules({ [A]: form('A', eight, 'a1-a', { module: 'a9' }), [B]: form('B', eight) })).toContain(`${A} missing-reference error`);
});

test('a form has eight questions at least', () => {
  const seven = eight.slice(1);
  expect(rules({ [A]: form('A', seven), [B]: form('B', seven) })).toEqual([`${A} form-size error`, `${B} form-size error`]);
});

test('every question of a form says which lesson it measures, one of its module', () => {
  const without = eight.map((question, index) => (index === 2 ? { ...question, lesson: '' } : question));
  expect(rules({ [A]: form('A', without), [B]: form('B', without) })).toEqual([`${A} form-lesson error`, `${B} form-lesson error`]);
  const elsewhere = eight.map((question, index) => (index === 2 ? { ...question, lesson: 'a1-2' } : question));
  const second = { 'lessons/a1-2.mdx': (goodWorld['lessons/a1-1.mdx'] ?? '').replace('updated:', 'draft: true\nupdated:').replace('<Quiz id="a1-1" />', '<Quiz id="chung" />') };
  const found = rules({ ...second, 'quizzes/chung.yaml': (goodWorld['quizzes/a1-1.yaml'] ?? '').replace('id: a1-1', 'id: chung'), [A]: form('A', elsewhere), [B]: form('B', elsewhere) });
  expect(found).toContain(`${A} form-lesson error`);
});

test('the forms of a module hold the same questions', () => {
  const other = eight.map((question) => (question.id === 'q8' ? { id: 'q9' } : question));
  const problems = problemsWith({ [A]: form('A', eight), [B]: form('B', other) });
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${B} form-pairs`, `${B} form-pairs`]);
  expect(problems.map(({ message }) => message).join()).toContain('q8');
});

test('the same question measures the same lesson, as strictly, in every form', () => {
  const measured = { ...changed('courses/ba-con.yaml', '      - a1-1\n', '      - a1-1\n      - a1-2\n') };
  const lesson = { 'lessons/a1-2.mdx': (goodWorld['lessons/a1-1.mdx'] ?? '').replaceAll('a1-1', 'a1-2'), 'quizzes/a1-2.yaml': (goodWorld['quizzes/a1-1.yaml'] ?? '').replace('id: a1-1', 'id: a1-2') };
  const other = eight.map((question) => (question.id === 'q3' ? { ...question, lesson: 'a1-2' } : question));
  expect(rules({ ...measured, ...lesson, [A]: form('A', eight), [B]: form('B', other) })).toEqual([`${B} form-pairs error`]);
  const strict = eight.map((question) => (question.id === 'q3' ? { ...question, mustPass: true } : question));
  expect(rules({ [A]: form('A', eight), [B]: form('B', strict) })).toEqual([`${B} form-pairs error`]);
});

test('a third form is held to the first two', () => {
  const third = eight.map((question) => (question.id === 'q1' ? { id: 'q9' } : question));
  expect(rules({ [A]: form('A', eight), [B]: form('B', eight), 'quizzes/a1-c.yaml': form('C', third) })).toContain('quizzes/a1-c.yaml form-pairs error');
});

test('a question of a form can be answered with raised hands', () => {
  const ordered = form('A', eight).replace(
    /kind: single\n {4}choices:[\s\S]*?(?=\n {2}- id: q2)/,
    'kind: order\n    items:\n      - text: Một\n        feedback: Vì vậy.\n      - text: Hai\n        feedback: Vì vậy.\n      - text: Ba\n        feedback: Vì vậy.',
  );
  expect(rules({ [A]: ordered, [B]: form('B', eight) })).toEqual([`${A} form-kind error`]);
});

test('a form stands in no lesson', () => {
  const lesson = (goodWorld['lessons/a1-1.mdx'] ?? '').replace('<Quiz id="a1-1" />', '<Quiz id="a1-a" />');
  expect(brief(problemsWith({ 'lessons/a1-1.mdx': lesson, [A]: form('A', eight), [B]: form('B', eight) }))).toContain('lessons/a1-1.mdx:42 quiz-owner');
});

test('right answers do not all stand in one place', () => {
  const always = eight.map((question) => ({ ...question, right: 1 }));
  expect(rules({ [A]: form('A', always), [B]: form('B', eight) })).toEqual([`${A} answer-places error`]);
  const mostly = eight.map((question, index) => ({ ...question, right: index < 5 ? 0 : 1 }));
  expect(rules({ [A]: form('A', mostly), [B]: form('B', eight) })).toEqual([`${A} answer-places warning`]);
});

test('a right answer that is always the longest gives itself away', () => {
  const long = form('A', eight).replace(/text: Cách (\d)\n(\s+)correct: true/g, 'text: Cách $1, sau khi đã hỏi nhà và hỏi xã\n$2correct: true');
  expect(rules({ [A]: long, [B]: form('B', eight) })).toEqual([`${A} answer-length warning`]);
});

test('statements are not all false', () => {
  const statements = (answers: boolean[]) =>
    stringify({ id: 'chung', title: 'Thử', questions: answers.map((answer, index) => ({ id: `q${index + 1}`, prompt: 'Câu này đúng không?', kind: 'truefalse', answer, whenTrue: 'Vì vậy.', whenFalse: 'Vì vậy.' })) });
  expect(rules({ 'quizzes/chung.yaml': statements([false, false, false, false]) })).toEqual(['quizzes/chung.yaml answer-places error']);
  expect(rules({ 'quizzes/chung.yaml': statements([false, true, false, false]) })).toEqual([]);
});

test('a version for the young is another lesson that says so', () => {
  const lesson = 'lessons/a1-1.mdx';
  expect(brief(problemsWith(changed(lesson, 'updated: 2026-11-24', 'youthVersion: a1-1\nupdated: 2026-11-24')))).toEqual([`${lesson}:6 youth-version`]);
  expect(brief(problemsWith(changed(lesson, 'updated: 2026-11-24', 'youthVersion: a1-1t\nupdated: 2026-11-24')))).toEqual([`${lesson}:6 missing-reference`]);
  const young = {
    'lessons/a1-1t.mdx': (goodWorld[lesson] ?? '').replaceAll('a1-1', 'a1-1t'),
    'quizzes/a1-1t.yaml': (goodWorld['quizzes/a1-1.yaml'] ?? '').replace('id: a1-1', 'id: a1-1t'),
    ...changed('courses/ba-con.yaml', '      - a1-1\n', '      - a1-1\n      - a1-1t\n'),
  };
  const pointing = changed(lesson, 'updated: 2026-11-24', 'youthVersion: a1-1t\nupdated: 2026-11-24');
  expect(brief(problemsWith({ ...young, ...pointing }))).toEqual([`${lesson}:6 youth-version`]);
  expect(brief(problemsWith({ ...young, ...pointing, 'lessons/a1-1t.mdx': young['lessons/a1-1t.mdx'].replace('updated:', 'youth: true\nupdated:') }))).toEqual([]);
});

test('a message to send on by SMS has no marks and fits one SMS', () => {
  const lesson = 'lessons/a1-1.mdx';
  expect(brief(problemsWith(changed(lesson, 'updated: 2026-11-24', 'sms: Goi 111 mien phi.\nmessage: Gọi 111, miễn phí.\nupdated: 2026-11-24')))).toEqual([]);
  expect(brief(problemsWith(changed(lesson, 'updated: 2026-11-24', 'sms: Gọi 111 miễn phí.\nupdated: 2026-11-24')))).toEqual([`${lesson}:6 bad-field`]);
  expect(brief(problemsWith(changed(lesson, 'updated: 2026-11-24', `sms: ${'Goi 111. '.repeat(18)}\nupdated: 2026-11-24`)))).toEqual([`${lesson}:6 bad-field`]);
});
