import { expect, test } from '@playwright/test';
import { gainOf } from '../../../src/session/gain.ts';
import { hideSmall } from '../../../src/session/hide-small.ts';
import { commonItems, type Item, newSession, parseSession, type Round, rightOf, type Score, scoreOf } from '../../../src/session/record.ts';
import { seeded } from './random.ts';

const score = (right: number, people: number, items = 10): Score => ({ right, of: people * items, items, people });

test('the normalised gain is the part of what was missing that came in', () => {
  const { gain, before, after, trust } = gainOf(score(120, 30), score(240, 30));
  expect([before, after, gain, trust]).toEqual([0.4, 0.8, (0.8 - 0.4) / (1 - 0.4), 'sure']);
});

test('a loss is the part of what was there that went', () => {
  expect(gainOf(score(200, 25), score(100, 25)).gain).toBeCloseTo(-0.5);
});

test('honest words for figures that say little', () => {
  expect(gainOf(undefined, score(10, 20)).trust).toBe('none');
  expect(gainOf(score(0, 20, 0), score(10, 20)).trust).toBe('none');
  expect(gainOf(score(10, 4), score(40, 4)).trust).toBe('few');
  expect(gainOf(score(280, 30), score(295, 30)).trust).toBe('full');
  expect(gainOf(score(150, 30), score(165, 30)).trust).toBe('chance');
  expect(gainOf(score(150, 30), score(150, 30)).trust).toBe('chance');
  expect(gainOf(score(30, 10), score(95, 10)).trust).toBe('hint');
});

test('a gain lies between -1 and 1 whatever was counted', () => {
  const random = seeded(7);
  for (let trial = 0; trial < 2000; trial += 1) {
    const people = 1 + Math.floor(random() * 60);
    const { gain } = gainOf(score(Math.floor(random() * (people * 10 + 1)), people), score(Math.floor(random() * (people * 10 + 1)), people));
    expect(gain).toBeGreaterThanOrEqual(-1);
    expect(gain).toBeLessThanOrEqual(1);
  }
});

const single: Item = { id: 'q1', lesson: 'a1-1', isMultiple: false, isRight: [false, true, false] };
const multiple: Item = { id: 'q2', lesson: 'a1-2', isMultiple: true, isRight: [true, false, true, false] };

test('of a choice question the hands at the right choice count', () => {
  expect(rightOf(single, [5, 20, 3], 30)).toBe(20);
  expect(rightOf(single, [5, 40, 3], 30)).toBe(30);
  expect(rightOf(single, [], 30)).toBe(0);
});

test('where several are right, every choice is a decision of its own', () => {
  expect(rightOf(multiple, [30, 0, 30, 0], 30)).toBe(30);
  expect(rightOf(multiple, [30, 30, 30, 30], 30)).toBe(15);
  expect(rightOf(multiple, [20, 10, 10, 0], 20)).toBe(15);
});

test('only items that both forms have asked are compared', () => {
  const before: Round = { form: 'A', people: 10, hands: { q1: [0, 10, 0], q2: [10, 0, 10, 0] } };
  const after: Round = { form: 'B', people: 10, hands: { q1: [0, 10, 0] } };
  expect(commonItems([before, after])).toEqual(['q1']);
  expect(scoreOf(before, [single, multiple], ['q1'])).toEqual({ right: 10, of: 10, items: 1, people: 10 });
  expect(scoreOf(before, [single, multiple])).toEqual({ right: 20, of: 20, items: 2, people: 10 });
});

test('a group of fewer than five people does not leave the phone', () => {
  expect(hideSmall({ 'nu-1': 3, 'nu-2': 9, 'nam-1': 7 })).toEqual({ 'nu-1': undefined, 'nu-2': 9, 'nam-1': undefined });
  expect(hideSmall({ 'nu-1': 6, 'nam-1': 7 })).toEqual({ 'nu-1': 6, 'nam-1': 7 });
  expect(hideSmall({ 'nu-1': 1, 'nu-2': 1, 'nam-1': 30 })).toEqual({ 'nu-1': undefined, 'nu-2': undefined, 'nam-1': undefined });
  expect(hideSmall({ 'nu-1': 0, 'nam-1': 8 })).toEqual({ 'nu-1': 0, 'nam-1': 8 });
});

test('a hidden group can never be worked out from the total', () => {
  const random = seeded(8);
  for (let trial = 0; trial < 1000; trial += 1) {
    const heads = Object.fromEntries(['nu-1', 'nu-2', 'nu-3', 'nam-1', 'nam-2', 'nam-3'].map((key) => [key, Math.floor(random() * 12)]));
    const shown = hideSmall(heads);
    const hidden = Object.keys(shown).filter((key) => shown[key] === undefined);
    for (const key of Object.keys(heads)) if ((heads[key] ?? 0) > 0 && (heads[key] ?? 0) < 5) expect(shown[key]).toBeUndefined();
    const isEverything = Object.keys(shown).every((key) => shown[key] === undefined || shown[key] === 0);
    if (hidden.length > 0 && !isEverything) {
      expect(hidden.length).toBeGreaterThanOrEqual(2);
      expect(hidden.reduce((sum, key) => sum + (heads[key] ?? 0), 0)).toBeGreaterThanOrEqual(5);
    }
  }
});

test('a stored session is read back whole, and a damaged one is not trusted', () => {
  const session = { ...newSession('a1', '2026-11-26'), commune: '14842', heads: { 'nu-1': 12 }, rounds: { before: { form: 'A' as const, people: 28, hands: { q1: [3, 20, 5] } } } };
  expect(parseSession(JSON.stringify(session))).toEqual(session);
  for (const text of [null, '', '{', '[]', '{"v":2}', '{"v":1,"module":"../x","day":"2026-11-26"}', '{"v":1,"module":"a1","day":"hôm nay"}']) expect(parseSession(text)).toBeUndefined();
  expect(parseSession(JSON.stringify({ ...session, rounds: { before: { form: 'D', people: 3, hands: {} }, after: { form: 'B', people: 9, hands: { q1: [-1], q2: [2, 7] } } } }))?.rounds).toEqual({
    after: { form: 'B', people: 9, hands: { q2: [2, 7] } },
  });
});
