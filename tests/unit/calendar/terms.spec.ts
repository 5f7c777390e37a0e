import { expect, test } from '@playwright/test';
import { solarTerms } from '../../../src/calendar/index.ts';

const dayOf = (year: number, name: string) => solarTerms(year).find((term) => term.name === name)?.day;

test('the terms of 2026 are on the days of printed calendars', () => {
  const days = solarTerms(2026).map(({ name, day }) => `${name} ${Number(day.slice(8))}/${Number(day.slice(5, 7))}`);
  expect(days.join(', ')).toBe(
    'Tiểu hàn 5/1, Đại hàn 20/1, Lập xuân 4/2, Vũ thủy 18/2, Kinh trập 5/3, Xuân phân 20/3, Thanh minh 5/4, Cốc vũ 20/4, ' +
      'Lập hạ 5/5, Tiểu mãn 21/5, Mang chủng 5/6, Hạ chí 21/6, Tiểu thử 7/7, Đại thử 23/7, Lập thu 7/8, Xử thử 23/8, ' +
      'Bạch lộ 7/9, Thu phân 23/9, Hàn lộ 8/10, Sương giáng 23/10, Lập đông 7/11, Tiểu tuyết 22/11, Đại tuyết 7/12, Đông chí 22/12',
  );
});

test('the winter solstice comes on the 21st or the 22nd as people know it', () => {
  expect([2019, 2020, 2021, 2023, 2024, 2025, 2026, 2027].map((year) => dayOf(year, 'Đông chí'))).toEqual(['2019-12-22', '2020-12-21', '2021-12-21', '2023-12-22', '2024-12-21', '2025-12-21', '2026-12-22', '2027-12-22']);
});

test('Thanh minh comes on the 4th or the 5th of April as people know it', () => {
  expect([2020, 2021, 2022, 2023, 2024, 2025].map((year) => dayOf(year, 'Thanh minh'))).toEqual(['2020-04-04', '2021-04-04', '2022-04-05', '2023-04-05', '2024-04-04', '2025-04-04']);
});

test('terms that begin within minutes of midnight stay on the day that a finer ephemeris gives', () => {
  expect([dayOf(1980, 'Đông chí'), dayOf(1981, 'Xuân phân'), dayOf(2003, 'Hàn lộ'), dayOf(2004, 'Tiểu mãn'), dayOf(2014, 'Xuân phân'), dayOf(2014, 'Bạch lộ')]).toEqual([
    '1980-12-21',
    '1981-03-21',
    '2003-10-09',
    '2004-05-20',
    '2014-03-20',
    '2014-09-08',
  ]);
});

test('from 1990 to 2050 every year has its twenty-four terms, 14 to 16 days apart, each with a meaning', () => {
  for (let year = 1990; year <= 2050; year += 1) {
    const terms = solarTerms(year);
    expect(new Set(terms.map(({ name }) => name)).size).toBe(24);
    expect(terms.every(({ meaning, day }) => meaning.length > 0 && day.startsWith(`${year}-`))).toBe(true);
    const steps = terms.slice(1).map(({ day }, index) => (Date.parse(day) - Date.parse(terms[index]?.day ?? '')) / 86_400_000);
    expect(
      steps.filter((step) => step < 14 || step > 16),
      `${year}`,
    ).toEqual([]);
  }
});
