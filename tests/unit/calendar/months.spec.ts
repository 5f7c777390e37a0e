import { expect, test } from '@playwright/test';
import { type CalendarMonth, calendarMonths, lunarDate } from '../../../src/calendar/index.ts';

const month = (id: string): CalendarMonth => calendarMonths(id, 1)[0] as CalendarMonth;
const notes = (id: string) => month(id).notes.map(({ solar, text }) => `${solar} ${text}`);
const daysOf = (one: CalendarMonth) => one.weeks.flat().filter((day) => day !== undefined);

test('two years of months follow each other over the turn of the year', () => {
  const months = calendarMonths('2026-11', 24);
  expect(months.map(({ year, month }) => `${month}/${year}`)).toEqual([...'11/2026 12/2026'.split(' '), ...Array.from({ length: 12 }, (_, index) => `${index + 1}/2027`), ...Array.from({ length: 10 }, (_, index) => `${index + 1}/2028`)]);
});

test('every day stands under its weekday, Monday first', () => {
  for (const one of calendarMonths('2026-01', 40)) {
    expect(one.weeks.every((week) => week.length === 7)).toBe(true);
    for (const week of one.weeks) {
      week.forEach((day, place) => {
        if (day) expect((new Date(Date.UTC(one.year, one.month - 1, day.solar)).getUTCDay() + 6) % 7).toBe(place);
      });
    }
    const length = new Date(Date.UTC(one.year, one.month, 0)).getUTCDate();
    expect(daysOf(one).map(({ solar }) => solar)).toEqual(Array.from({ length }, (_, index) => index + 1));
  }
});

test('a lunar day stands under its solar day, with its month on the first', () => {
  const one = month('2026-11');
  for (const { solar, lunar, isMarked } of daysOf(one)) {
    const date = lunarDate(`2026-11-${String(solar).padStart(2, '0')}`);
    expect(lunar).toBe(date.day === 1 ? `1/${date.month}` : String(date.day));
    expect(isMarked).toBe(date.day === 1 || date.day === 15);
  }
  expect(one.weeks[2]?.[0]).toMatchObject({ solar: 9, lunar: '1/10', isMarked: true });
});

test('a family reads when Tết comes, from the kitchen gods to the first full moon', () => {
  expect(notes('2027-01')).toContain('30 Ông Công, ông Táo');
  expect(notes('2027-02')).toEqual(['4 Tiết Lập xuân (vào xuân)', '5 Giao thừa', '6 Tết Nguyên đán Đinh Mùi', '19 Tiết Vũ thủy (mưa ẩm)', '20 Rằm tháng Giêng']);
});

test("New Year's Eve is the 30th when the last month has thirty days, else the 29th", () => {
  expect(lunarDate('2024-02-09')).toMatchObject({ day: 30, month: 12 });
  expect(notes('2024-02')).toContain('9 Giao thừa');
  expect(lunarDate('2025-01-28')).toMatchObject({ day: 29, month: 12 });
  expect(notes('2025-01')).toContain('28 Giao thừa');
});

test('the feasts of 2026 and the holidays of the state are on their days', () => {
  const year = calendarMonths('2026-01', 12).flatMap((one) => one.notes.filter(({ text }) => !text.startsWith('Tiết ')).map(({ solar, text }) => `${solar}/${one.month} ${text}`));
  expect(year).toEqual([
    '1/1 Tết Dương lịch',
    '10/2 Ông Công, ông Táo',
    '16/2 Giao thừa',
    '17/2 Tết Nguyên đán Bính Ngọ',
    '3/3 Rằm tháng Giêng',
    '8/3 Ngày Quốc tế Phụ nữ',
    '9/4 Giỗ Bà Triệu',
    '19/4 Tết Hàn thực',
    '26/4 Giỗ Tổ Hùng Vương',
    '30/4 Ngày Giải phóng miền Nam',
    '1/5 Ngày Quốc tế Lao động',
    '31/5 Lễ Phật đản',
    '1/6 Ngày Quốc tế Thiếu nhi',
    '19/6 Tết Đoan Ngọ',
    '27/8 Rằm tháng Bảy, lễ Vu Lan',
    '2/9 Quốc khánh',
    '25/9 Tết Trung thu',
    '2/10 Giỗ vua Lê Lợi, hội Lam Kinh',
    '20/10 Ngày Phụ nữ Việt Nam',
    '20/11 Ngày Nhà giáo Việt Nam',
    '23/11 Rằm tháng Mười, cúng cơm mới',
  ]);
});

test('a feast is kept once when its month comes twice, and the list says where the second begins', () => {
  const summer = calendarMonths('2028-05', 3).flatMap((one) => one.notes.map(({ text }) => text));
  expect(summer.filter((text) => text === 'Tết Đoan Ngọ')).toHaveLength(1);
  expect(notes('2028-06')).toContain('23 Mùng 1 tháng 5 nhuận');
});

test('days with a feast and days with a solar term are marked as such', () => {
  const marked = daysOf(month('2026-12')).filter(({ isTerm }) => isTerm);
  expect(marked.map(({ solar }) => solar)).toEqual([7, 22]);
  expect(
    daysOf(month('2026-09'))
      .filter(({ isFeast }) => isFeast)
      .map(({ solar }) => solar),
  ).toEqual([2, 25]);
});

test('the lunar months of a month are named as people name them', () => {
  expect(month('2026-11').lunarMonths).toBe('Bính Ngọ (tháng 9, tháng 10)');
  expect(month('2027-02').lunarMonths).toBe('Bính Ngọ (tháng Chạp), Đinh Mùi (tháng Giêng)');
  expect(month('2028-07').lunarMonths).toBe('Mậu Thân (tháng 5 nhuận, tháng 6)');
});

test('what is not a month is refused', () => {
  for (const from of ['2026-13', '2026', '11/2026']) expect(() => calendarMonths(from, 1), from).toThrow('is not a day');
});
