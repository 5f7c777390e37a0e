import { expect, test } from '@playwright/test';
import { calendarMonths, canChi, firstDayOf, lunarDate, solarTerms } from '../../../src/calendar/index.ts';

/** Days of Tết from printed calendars; in 1968, 1985, 2007 and 2030 China's new year falls on another day. */
const tet = { 1968: '1968-01-29', 1985: '1985-01-21', 2000: '2000-02-05', 2007: '2007-02-17', 2020: '2020-01-25', 2021: '2021-02-12', 2022: '2022-02-01', 2023: '2023-01-22', 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17', 2027: '2027-02-06', 2028: '2028-01-26', 2030: '2030-02-02' };

for (const [year, day] of Object.entries(tet)) {
  test(`a family finds Tết ${year} on ${day}`, () => {
    expect(firstDayOf(Number(year), 1)).toBe(day);
    expect(lunarDate(day)).toEqual({ day: 1, month: 1, leap: false, year: Number(year) });
  });
}

test('the leap months stand where printed calendars have them', () => {
  const leaps = [2020, 2023, 2025, 2028, 2033].map((year) => [year, Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => firstDayOf(year, month, true))]);
  expect(leaps).toEqual([[2020, [4]], [2023, [2]], [2025, [6]], [2028, [5]], [2033, [11]]]);
});

test('from 1990 to 2050 no day is left out and every month has 29 or 30 days', () => {
  let before = lunarDate('1989-12-31');
  for (let time = Date.UTC(1990, 0, 1); time < Date.UTC(2051, 0, 1); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    const now = lunarDate(day);
    if (now.day === 1) expect([29, 30], day).toContain(before.day);
    else expect({ ...now, day: now.day - 1 }, day).toEqual(before);
    if (now.day === 1 && !now.leap) expect(now.month, day).toBe((before.month % 12) + 1);
    before = now;
  }
});

test('the year has its name of the cycle of sixty', () => {
  expect([1984, 2024, 2026].map(canChi)).toEqual(['Giáp Tý', 'Giáp Thìn', 'Bính Ngọ']);
});

test('the winter solstice and Thanh minh are on the days people keep', () => {
  const terms = Object.fromEntries(solarTerms(2026).map(({ name, day }) => [name, day]));
  expect(terms).toMatchObject({ 'Đông chí': '2026-12-22', 'Thanh minh': '2026-04-05', 'Hạ chí': '2026-06-21' });
  expect(solarTerms(2026)).toHaveLength(24);
});

test('a month begins on its weekday and carries its feasts', () => {
  const [february] = calendarMonths('2026-02', 1);
  expect(february?.weeks[0]?.findIndex(Boolean)).toBe(6);
  expect(february?.notes.map(({ solar, text }) => `${solar} ${text}`)).toContain('17 Tết Nguyên đán');
});

test('what is not a day is refused', () => {
  expect(() => lunarDate('2026-13-01')).toThrow('is not a day');
});
