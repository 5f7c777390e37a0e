import { SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';

/** Days are counted from 1970-01-01 in Vietnam's time, UTC+7: a whole number, no time zone left in it. */
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/** The day (counted) on which a moment falls in Vietnam. */
const dayOfMoment = (moment: Date) => Math.floor((moment.getTime() + OFFSET) / DAY);

/** Midnight in Vietnam at which a counted day begins. */
const momentOfDay = (day: number) => new Date(day * DAY - OFFSET);

/** `2026-11-24` as a counted day. Throws for anything that is not a day, such as `2026-02-30`. */
export function countDay(day: string): number {
  const counted = Date.parse(`${day}T00:00:00Z`) / DAY;
  if (Number.isNaN(counted) || writeCounted(counted) !== day) throw new Error(`"${day}" is not a day.`);
  return counted;
}

/** A counted day as `2026-11-24`. */
export const writeCounted = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day of the last new moon on or before a counted day. */
export function newMoonUpTo(day: number): number {
  // Any 31 days hold one new moon, some hold two.
  const first = nextNewMoon(day - 30);
  const second = nextNewMoon(first + 1);
  return second <= day ? second : first;
}

/** The day of the first new moon that falls on a counted day or after it. */
export function nextNewMoon(day: number): number {
  const moment = SearchMoonPhase(0, momentOfDay(day), 40);
  if (!moment) throw new Error('No new moon within forty days.');
  return dayOfMoment(moment.date);
}

/** The day on which the sun reaches a longitude (degrees) for the first time on or after a counted day. */
export function sunReaches(longitude: number, day: number): number {
  const moment = SearchSunLongitude(longitude, momentOfDay(day), 370);
  if (!moment) throw new Error(`The sun does not reach ${longitude}° within a year.`);
  return dayOfMoment(moment.date);
}

/** Which twelfth of its way the sun is in when a counted day begins: 0–11, from the spring equinox. */
export const sunTwelfth = (day: number): number => Math.floor(SunPosition(momentOfDay(day)).elon / 30);
