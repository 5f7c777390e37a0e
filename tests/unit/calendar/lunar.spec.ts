import { expect, test } from '@playwright/test';
import { canChi, firstDayOf, lunarDate, solarTerms } from '../../../src/calendar/index.ts';
import { everyDay } from './every-day.ts';

/** Days of Tết from printed calendars; in 1968, 1969, 1985, 2007 and 2030 China's new year falls on another day. */
const tet =
  '1968-01-29 1969-02-16 1985-01-21 1987-01-29 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 ' +
  '2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 ' +
  '2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2033-01-31 2034-02-19 2035-02-08';

for (const day of tet.split(' ')) {
  test(`a family finds Tết ${day.slice(0, 4)} on ${day}`, () => {
    const year = Number(day.slice(0, 4));
    expect(firstDayOf(year, 1)).toBe(day);
    expect(lunarDate(day)).toEqual({ day: 1, month: 1, leap: false, year });
  });
}

/** Years with thirteen months and the month that comes twice; 1985 and 1987 are not as in China. */
const leapMonths: Record<number, number> = {
  1985: 2,
  1987: 7,
  1990: 5,
  1993: 3,
  1995: 8,
  1998: 5,
  2001: 4,
  2004: 2,
  2006: 7,
  2009: 5,
  2012: 4,
  2014: 9,
  2017: 6,
  2020: 4,
  2023: 2,
  2025: 6,
  2028: 5,
  2031: 3,
  2033: 11,
  2036: 6,
};

test('from 1985 to 2036 a month comes twice in the years of printed calendars, and in no other', () => {
  const found: Record<number, number> = {};
  for (let year = 1985; year <= 2036; year += 1) for (let month = 1; month <= 12; month += 1) if (firstDayOf(year, month, true)) found[year] = month;
  expect(found).toEqual(leapMonths);
});

test('days that newspapers date both ways come out the same', () => {
  // The anniversary of Bà Triệu in 2024 and 2025, mid-autumn 2024, Hùng Vương day 2025.
  expect(lunarDate('2024-03-31')).toEqual({ day: 22, month: 2, leap: false, year: 2024 });
  expect(lunarDate('2025-03-21')).toEqual({ day: 22, month: 2, leap: false, year: 2025 });
  expect(lunarDate('2024-09-17')).toEqual({ day: 15, month: 8, leap: false, year: 2024 });
  expect(lunarDate('2025-04-07')).toEqual({ day: 10, month: 3, leap: false, year: 2025 });
});

test('the first day of a leap month still belongs to its lunar year', () => {
  expect(lunarDate('2025-07-25')).toEqual({ day: 1, month: 6, leap: true, year: 2025 });
  expect(lunarDate('2033-12-22')).toEqual({ day: 1, month: 11, leap: true, year: 2033 });
  expect(lunarDate('2026-01-01')).toEqual({ day: 13, month: 11, leap: false, year: 2025 });
});

test('from 1990 to 2050 no day is left out and every month has 29 or 30 days', () => {
  const wrong: string[] = [];
  let before = lunarDate('1989-12-31');
  for (const day of everyDay(1990, 2050)) {
    const now = lunarDate(day);
    const isNext = now.day === before.day + 1 && now.month === before.month && now.leap === before.leap && now.year === before.year;
    const isFirst = now.day === 1 && (before.day === 29 || before.day === 30) && (now.leap ? now.month === before.month : now.month === (before.month % 12) + 1);
    const yearFits = now.year === before.year + (now.day === 1 && now.month === 1 && !now.leap ? 1 : 0);
    if (!(isNext || isFirst) || !yearFits || now.day > 30) wrong.push(day);
    before = now;
  }
  expect(wrong).toEqual([]);
});

test('the winter solstice always lies in the eleventh month', () => {
  for (let year = 1990; year <= 2050; year += 1) {
    const solstice = solarTerms(year)[23];
    expect(solstice?.name).toBe('Đông chí');
    expect(lunarDate(solstice?.day ?? ''), `${year}`).toMatchObject({ month: 11, leap: false, year });
  }
});

test('the first day of a month and the lunar date of that day are the same thing said twice', () => {
  for (let year = 1990; year <= 2050; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      expect(lunarDate(firstDayOf(year, month) as string)).toEqual({ day: 1, month, leap: false, year });
    }
  }
});

test('the year has its name of the cycle of sixty', () => {
  expect([1984, 1985, 2024, 2025, 2026, 2027, 2044].map(canChi)).toEqual(['Giáp Tý', 'Ất Sửu', 'Giáp Thìn', 'Ất Tỵ', 'Bính Ngọ', 'Đinh Mùi', 'Giáp Tý']);
});

test('what is not a day is refused', () => {
  for (const text of ['2026-13-01', '2026-02-30', '2026-11', '2026', '24/11/2026', '']) expect(() => lunarDate(text), text).toThrow('is not a day');
});
