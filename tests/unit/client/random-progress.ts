import type { Progress, QuizResult } from '../../../src/client/progress.ts';

/** A repeatable source of numbers in [0, 1): the same seed, the same run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(random: () => number, list: T[]): T => list[Math.floor(random() * list.length)] as T;

function randomResult(random: () => number): QuizResult {
  const total = 1 + Math.floor(random() * 6);
  const result: QuizResult = {
    right: Math.floor(random() * (total + 1)),
    total,
    passed: random() < 0.4,
    day: pick(random, ['2026-01-31', '2026-11-24', '2027-02-06']),
  };
  if (random() < 0.5) result.answers = { q1: pick(random, ['010', '100', '2134']) };
  return result;
}

/** Any progress that a phone could hold: few ids, so that two of them often speak of the same quiz. */
export function randomProgress(random: () => number): Progress {
  const progress: Progress = { v: 1, quizzes: {} };
  for (const id of ['a1-1', 'a1-2', 'b4-3']) if (random() < 0.6) progress.quizzes[id] = randomResult(random);
  if (random() < 0.5) progress.last = { id: pick(random, ['a1-1', 'b4-3']), title: 'Một bài' };
  return progress;
}

/** Text as damage, an old phone or a stranger might leave it: cut off, with a letter changed, or of another shape. */
export function damagedText(random: () => number): string {
  const text = JSON.stringify(randomProgress(random));
  const at = Math.floor(random() * text.length);
  return pick(random, [
    text.slice(0, at),
    text.slice(0, at) + pick(random, ['{', '"', '9', 'null', '-', '\u0000']) + text.slice(at + 1),
    JSON.stringify(pick<unknown>(random, [null, 7, [], 'x', { v: 1 }, { v: 1, quizzes: [] }, { v: 1, quizzes: { 'A/..': {} } }, { v: '1', quizzes: {} }])),
  ]);
}
