import type { Score } from './record.ts';

/**
 * How far a change can be trusted.
 *
 * - `none`     nothing to compare
 * - `few`      fewer than five people: no figure is shown
 * - `full`     nearly everybody knew it before: there is no room to gain
 * - `chance`   the difference is no larger than chance makes by itself in a group of this size
 * - `hint`     a difference, in fewer than fifteen people
 * - `sure`     a difference larger than chance, in fifteen people or more
 */
export type Trust = 'none' | 'few' | 'full' | 'chance' | 'hint' | 'sure';

/** What changed between two askings. */
export interface Gain {
  /** Shares of right answers, from 0 to 1. */
  before: number;
  after: number;
  /** The smaller of the two numbers of people. */
  people: number;
  /**
   * Normalised gain: which part of what was still missing came in, `(after - before) / (1 - before)`; below zero the part of what was there that went,
   * `(after - before) / before`. From -1 to 1; 0 when there was no room.
   */
  gain: number;
  trust: Trust;
}

export const LEAST_PEOPLE = 5;
const ENOUGH_PEOPLE = 15;
/** Above this share nearly everybody knew it. */
const FULL = 0.9;
/** 95 % of what chance does lies within this many standard errors. */
const ERRORS = 1.96;

const share = (score: Score | undefined) => (score && score.of > 0 ? score.right / score.of : 0);

/**
 * Compares two scores of the same objective. The people are the independent draws, not their answers, so the test of chance is on the careful side: it
 * takes the share of right answers as if each person had given one.
 */
export function gainOf(before: Score | undefined, after: Score | undefined): Gain {
  const was = share(before);
  const is = share(after);
  const people = before && after ? Math.min(before.people, after.people) : 0;
  const change = is - was;
  const gain = change >= 0 ? (was < 1 ? change / (1 - was) : 0) : change / was;
  return { before: was, after: is, people, gain, trust: trustOf(before, after, was, change, people) };
}

function trustOf(before: Score | undefined, after: Score | undefined, was: number, change: number, people: number): Trust {
  if (!before || !after || before.of === 0 || after.of === 0) return 'none';
  if (people < LEAST_PEOPLE) return 'few';
  if (was >= FULL && change > -0.1) return 'full';
  const pooled = (was * before.people + (was + change) * after.people) / (before.people + after.people);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.people + 1 / after.people));
  if (change === 0 || Math.abs(change) <= ERRORS * error) return 'chance';
  return people < ENOUGH_PEOPLE ? 'hint' : 'sure';
}
