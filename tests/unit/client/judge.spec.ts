import { expect, test } from '@playwright/test';
import { type Control, judge, sumUp } from '../../../src/client/judge.ts';

/** Writes a question as one sign per control: `R` right, `w` wrong, followed by `*` when it is chosen. */
const controls = (kind: Control['kind'], text: string, names = 'q'): Control[] =>
  [...text.matchAll(/([Rw])(\*?)/g)].map(([, sign, star], index) => ({ kind, name: names[index % names.length] ?? '', isRight: sign === 'R', isChosen: star === '*' }));
const short = (list: Control[]) => {
  const { isStarted, isAnswered, isRight } = judge(list);
  return isRight ? 'right' : isAnswered ? 'not yet' : isStarted ? 'under way' : 'untouched';
};

test('one of several: right or not yet as soon as one is picked', () => {
  expect(short(controls('radio', 'wRw'))).toBe('untouched');
  expect(short(controls('radio', 'wR*w'))).toBe('right');
  expect(short(controls('radio', 'w*Rw'))).toBe('not yet');
});

test('a set: right only when it is exactly the set', () => {
  expect(short(controls('checkbox', 'RwR'))).toBe('untouched');
  expect(short(controls('checkbox', 'R*wR'))).toBe('under way');
  expect(short(controls('checkbox', 'R*wR*'))).toBe('right');
  expect(short(controls('checkbox', 'R*w*R'))).toBe('not yet');
  expect(short(controls('checkbox', 'R*w*R*'))).toBe('not yet');
});

test('matching: every thing needs its group', () => {
  expect(short(controls('radio', 'R*wwR', 'aabb'))).toBe('under way');
  expect(short(controls('radio', 'R*wwR*', 'aabb'))).toBe('right');
  expect(short(controls('radio', 'R*ww*R', 'aabb'))).toBe('not yet');
});

test('an order: every place has to be set, and right', () => {
  expect(short(controls('select-one', 'wwww'))).toBe('untouched');
  expect(short(controls('select-one', 'R*R*ww'))).toBe('under way');
  expect(short(controls('select-one', 'R*R*w*w*'))).toBe('not yet');
  expect(short(controls('select-one', 'R*R*R*R*'))).toBe('right');
});

const quiz = (text: string) => sumUp([...text].map((sign) => ({ isAnswered: sign !== '.', isRight: sign === 'r' || sign === 'R', mustPass: sign === 'R' || sign === 'W' })));

test('a quiz is passed with 70 % right', () => {
  expect(quiz('rrrrrrrwww')).toMatchObject({ right: 7, total: 10, isPassed: true });
  expect(quiz('rrrrrrwwww')).toMatchObject({ isFinished: true, isPassed: false, isMustOpen: false });
  expect(quiz('rrw')).toMatchObject({ isPassed: false });
  expect(quiz('rrrw')).toMatchObject({ isPassed: true });
});

test('a question that must be right holds the pass back, whatever the share', () => {
  expect(quiz('rrrrrrrrrW')).toMatchObject({ right: 9, isPassed: false, isMustOpen: true });
  expect(quiz('rrrrrrrrwR')).toMatchObject({ isPassed: true, isMustOpen: false });
});

test('nothing is said about passing before the last answer', () => {
  expect(quiz('rrrrrrrrr.')).toMatchObject({ isFinished: false, isPassed: false });
  expect(quiz('W.')).toMatchObject({ isMustOpen: false });
});
