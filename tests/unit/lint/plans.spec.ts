import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { readContent } from '../../../src/build/read-content.ts';
import { checkContent, type Problem } from '../../../src/lint/index.ts';

const folder = 'tests/fixtures/specimen';
const { files, media } = readContent(folder);
const plan = 'plans/k-s1.mdx';
const form = 'quizzes/s1-b.yaml';

/** Problems of the specimen after some words of one file were changed; each must be there. */
function problemsAfter(path: string, ...changes: [from: string, to: string][]): Problem[] {
  const changed = files.map((file) => {
    if (file.path !== path) return file;
    const text = changes.reduce((all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`${path} does not say “${from}”`);
      return all.replace(from, to);
    }, file.text);
    return { ...file, text };
  });
  return checkContent(changed, { buildDate: '2026-11-24', media }).filter((problem) => problem.file === path);
}

test('a whole plan and its forms pass without a word', () => {
  expect([...problemsAfter(plan), ...problemsAfter(form)]).toEqual([]);
});

test('a plan whose steps do not add up is told both sums', () => {
  const [problem, ...more] = problemsAfter(plan, ['minutes: 60', 'minutes: 65']);
  expect(more).toEqual([]);
  expect([problem?.line, problem?.message]).toEqual([6, expect.stringContaining('65 phút mà các bước cộng lại là 60 phút')]);
});

for (const [what, from, to, said] of [
  ['a step that can be shortened but does not say how', '    short: Chỉ hỏi 2 câu.\n', '', 'thiếu giờ thì làm gì'],
  ['a lesson that is not there', '  - sp-5\n', '  - sp-9\n', 'sp-9'],
  ['a step with a lesson that the plan does not name', '    lesson: sp-5', '    lesson: sp-1', 'không nằm trong ô lessons'],
  ['a module that is not there', 'module: s1', 'module: s9', 's9'],
  ['an audience nobody knows', 'audience: villagers', 'audience: dan', 'một trong'],
  ['a flip page too long to be read from the last row', '  - Hỏi nhà trước đã', `  - ${'Hỏi nhà trước đã '.repeat(5)}`, '64'],
  ['a number typed by hand', 'Chào bà con. Cần', 'Chào bà con. Gọi 0981 84 84 84. Cần', 'Số gõ tay'],
  ['a tag of HTML', 'Lời dặn riêng', '<div>x</div> Lời dặn riêng', 'HTML'],
] as const) {
  test(`a plan with ${what} is refused`, () => {
    expect(
      problemsAfter(plan, [from, to])
        .map(({ message, mend }) => `${message} ${mend}`)
        .join('\n'),
    ).toContain(said);
  });
}

test('a draft plan may name lessons that are not written yet', () => {
  expect(
    problemsAfter('plans/k-nhap.mdx', ['  - sp-5\n', '  - sp-9\n'])
      .map(({ rule, severity }) => `${rule} ${severity}`)
      .sort(),
  ).toEqual(['bad-field error', 'missing-reference warning']);
});

test('a form that does not say its module is refused', () => {
  expect(
    problemsAfter(form, ['module: s1\n', ''])
      .map(({ message }) => message)
      .join('\n'),
  ).toContain('(module) lẫn bộ (form)');
});

test('a form with a question that hands cannot answer is refused', () => {
  const order = '    kind: order\n    items:\n      - text: Một\n        feedback: Vì vậy.\n      - text: Hai\n        feedback: Vì vậy.\n      - text: Ba\n        feedback: Vì vậy.\n';
  const text = readFileSync(`${folder}/${form}`, 'utf8');
  const second = /(\s+lesson: sp-4\n)( {4}kind: truefalse\n {4}answer: false\n {4}whenTrue: [^\n]*\n {4}whenFalse: [^\n]*\n)/.exec(text);
  expect(
    problemsAfter(form, [second?.[2] ?? '?', order])
      .map(({ message }) => message)
      .join('\n'),
  ).toContain('không giơ tay trả lời được');
});

test('every plan of the portal is short enough and its steps add up', () => {
  expect(readdirSync('content/plans').length).toBeGreaterThanOrEqual(8);
  const portal = readContent('content');
  const errors = checkContent(portal.files, { buildDate: '2026-11-26', media: portal.media }).filter(({ file, severity }) => file.startsWith('plans/') && severity === 'error');
  expect(errors).toEqual([]);
});
