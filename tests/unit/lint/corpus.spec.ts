import { expect, test } from '@playwright/test';
import { clumsy } from '../../fixtures/hostile/clumsy.ts';
import { hostile } from '../../fixtures/hostile/hostile.ts';
import { brief, pieceLine, problemsOfPiece, problemsWith } from './world.ts';

test('a good body of content passes without a word', () => {
  expect(brief(problemsWith())).toEqual([]);
});

for (const { name, body, expectRule, line = 1 } of hostile) {
  test(`somebody who ${name} is stopped at that line`, () => {
    const errors = problemsOfPiece(body).filter((problem) => problem.severity === 'error');
    expect(brief(errors)).toContain(`lessons/a1-1.mdx:${pieceLine + line - 1} ${expectRule}`);
  });
}

for (const { name, body, expectRule, line = 1 } of clumsy) {
  test(`an editor who leaves ${name} ${expectRule ? 'is told at that line' : 'is left in peace'}`, () => {
    const problems = problemsOfPiece(body);
    if (expectRule === null) expect(brief(problems)).toEqual([]);
    else expect(brief(problems)).toContain(`lessons/a1-1.mdx:${pieceLine + line - 1} ${expectRule}`);
  });
}

test('the corpus is as large as promised', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(60);
  expect(clumsy.length).toBeGreaterThanOrEqual(40);
});
