import { MoonPhase, SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';

/** Days are counted from 1970-01-01 in Vietnam's time, UTC+7: a whole number, no time zone left in it. */
const OFFSET = 7 * 3_600_000;
const DAY = 86_400_000;

/** The day (counted) on which a moment falls in Vietnam. */
const dayOfMoment = (moment: Date) => Math.floor((moment.getTime() + OFFSET) / DAY);

/** Midnight in Vietnam at which a counted day begins. */
const momentOfDay = (day: number) => new Date(day * DAY - OFFSET);

/** `2026-11-24` as a counted day. Throws for anything that is not a day. */
export function countDay(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new Error(`"${day}" is not a day.`);
  return time / DAY;
}

/** A counted day as `2026-11-24`. */
export const writeCounted = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day of the last new moon on or before a counted day. */
export function newMoonUpTo(day: number): number {
  // From a little before the phase says it was, so that the search meets it.
  const age = (MoonPhase(momentOfDay(day + 1)) / 360) * 29.53;
  let found = nextNewMoon(day - Math.ceil(age) - 2);
  for (let next = nextNewMoon(found + 1); next <= day; next = nextNewMoon(found + 1)) found = next;
  return found;
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
