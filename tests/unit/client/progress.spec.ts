import { expect, test } from '@playwright/test';
import { emptyProgress, mergeProgress, type Progress, parseProgress, type QuizResult, withoutQuiz } from '../../../src/client/progress.ts';
import { damagedText, randomFrom, randomProgress } from './random-progress.ts';

const ROUNDS = 500;
const result = (right: number, total: number, passed = false, day = '2026-11-24'): QuizResult => ({ right, total, passed, day });
const having = (quizzes: Record<string, QuizResult>): Progress => ({ v: 1, quizzes });
/** What counts when two tabs are compared: the results without the answers. */
const resultsOf = (progress: Progress) => Object.fromEntries(Object.entries(progress.quizzes).map(([id, { answers, ...rest }]) => [id, rest]));

/** Runs a claim over many pairs of random progress; the round's number repeats it. */
function always(claim: (a: Progress, b: Progress, c: Progress) => void): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = randomFrom(round);
    claim(randomProgress(random), randomProgress(random), randomProgress(random));
  }
}

test('a learner who does worse the second time keeps the better result', () => {
  const merged = mergeProgress(having({ 'a1-1': result(4, 4, true) }), having({ 'a1-1': result(1, 4) }));
  expect(merged.quizzes['a1-1']).toEqual(result(4, 4, true));
});

test('a learner who passed stays passed when a question is added later', () => {
  const merged = mergeProgress(having({ 'a1-1': result(3, 4, true) }), having({ 'a1-1': result(4, 5, false, '2027-01-02') }));
  expect(merged.quizzes['a1-1']).toEqual(result(4, 5, true, '2027-01-02'));
});

test('of equal shares the one over more questions is kept', () => {
  expect(mergeProgress(having({ x: result(2, 2) }), having({ x: result(4, 4) })).quizzes.x).toEqual(result(4, 4));
});

test('the latest answers are kept, also when they were cleared for another try', () => {
  const before = having({ x: { ...result(1, 2), answers: { q1: '10', q2: '01' } } });
  const after = having({ x: { ...result(0, 2), answers: {} } });
  expect(mergeProgress(before, after).quizzes.x?.answers).toEqual({});
});

test('merging the same thing twice changes nothing', () => {
  always((a, b) => {
    expect(mergeProgress(a, a)).toEqual(a);
    expect(mergeProgress(mergeProgress(a, b), b)).toEqual(mergeProgress(a, b));
  });
});

test('two tabs come to the same results, whichever writes first', () => {
  always((a, b, c) => {
    expect(resultsOf(mergeProgress(a, b))).toEqual(resultsOf(mergeProgress(b, a)));
    expect(resultsOf(mergeProgress(mergeProgress(a, b), c))).toEqual(resultsOf(mergeProgress(a, mergeProgress(b, c))));
  });
});

test('no merge makes any result worse', () => {
  always((a, b) => {
    const merged = mergeProgress(a, b);
    for (const [id, before] of [...Object.entries(a.quizzes), ...Object.entries(b.quizzes)]) {
      const after = merged.quizzes[id] as QuizResult;
      expect(after.right * before.total).toBeGreaterThanOrEqual(before.right * after.total);
      expect(after.passed || !before.passed).toBe(true);
      expect(after.day >= before.day).toBe(true);
    }
  });
});

test('merging leaves what it was given untouched', () => {
  always((a, b) => {
    const before = JSON.stringify([a, b]);
    mergeProgress(a, b);
    withoutQuiz(a, 'a1-1');
    expect(JSON.stringify([a, b])).toBe(before);
  });
});

test('what is written is read back the same', () => {
  always((a) => expect(parseProgress(JSON.stringify(a))).toEqual(a));
});

test('damaged text never throws and never gives an impossible result', () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const progress = parseProgress(damagedText(randomFrom(round)));
    if (progress === 'future') continue;
    for (const [id, { right, total, day }] of Object.entries(progress.quizzes)) {
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(right).toBeLessThanOrEqual(total);
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  }
});

test('a broken entry is left out and the whole ones are kept', () => {
  const text =
    '{"v":1,"quizzes":{"a1-1":{"right":9,"total":4,"passed":true,"day":"2026-11-24"},"a1-2":{"right":1,"total":4,"passed":false,"day":"2026-11-24","answers":{"q1":"010","q2":"<b>","__proto__":"1"}}},"last":{"id":"../x","title":"x"}}';
  expect(parseProgress(text)).toEqual(having({ 'a1-2': { ...result(1, 4), answers: { q1: '010' } } }));
});

test('nothing stored reads as nothing known', () => {
  for (const text of [null, '', 'null', '[]', '{}']) expect(parseProgress(text)).toEqual(emptyProgress());
});

test('what a newer version wrote is recognised and left alone', () => {
  expect(parseProgress('{"v":2,"quizzes":{}}')).toBe('future');
});

test('dropping a quiz also drops the way back to its lesson', () => {
  const known: Progress = { ...having({ 'a2-4': result(1, 1), 'a1-1': result(1, 1) }), last: { id: 'a2-4', title: 'Bài 4' } };
  expect(withoutQuiz(known, 'a2-4')).toEqual(having({ 'a1-1': result(1, 1) }));
  expect(withoutQuiz(known, 'a1-1').last).toEqual(known.last);
});
