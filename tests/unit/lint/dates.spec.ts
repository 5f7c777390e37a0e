import { expect, test } from '@playwright/test';
import { changed, goodWorld, problemsWith } from './world.ts';

const fact = 'facts/F1.1.yaml';
const overdue = (changes: Record<string, string> = {}, buildDate = '2027-11-02') =>
  problemsWith(changes, { buildDate })
    .filter((problem) => problem.rule === 'overdue')
    .map((problem) => `${problem.file}:${problem.line} ${problem.severity}`);

test('on its last day nothing is overdue', () => {
  expect(overdue({}, '2027-11-01')).toEqual([]);
});

test('the day after, an editor is reminded of a fact and stopped for a confirmed number', () => {
  expect(overdue()).toEqual(['contacts/111.yaml:15 error', `${fact}:5 warning`, 'facts/F7.1.yaml:5 warning', 'facts/F9.9.yaml:5 warning']);
});

test('a fact that somebody’s safety hangs on stops the build', () => {
  expect(overdue({ [fact]: `${goodWorld[fact]}safety: true\n` })).toContain(`${fact}:5 error`);
});

test('a number that is not shown to be called may be old', () => {
  expect(overdue(changed('contacts/111.yaml', 'status: confirmed', 'status: retired'))).not.toContain('contacts/111.yaml:15 error');
});

test('the reminder says the day and what to do', () => {
  const [problem] = problemsWith({}, { buildDate: '2027-11-02' });
  expect(problem?.message).toContain('đã quá ngày 1/11/2027');
  expect(problem?.mend).toContain('confirmedOn và checkAgainBy');
});
