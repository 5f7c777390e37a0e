import { canChi, type LunarDate } from './lunar.ts';

/** What is kept on a day of a lunar month, `day/month`. */
const lunarDays: Record<string, string> = {
  '15/1': 'Rằm tháng Giêng',
  '22/2': 'Giỗ Bà Triệu',
  '3/3': 'Tết Hàn thực',
  '10/3': 'Giỗ Tổ Hùng Vương',
  '15/4': 'Lễ Phật đản',
  '5/5': 'Tết Đoan Ngọ',
  '15/7': 'Rằm tháng Bảy, lễ Vu Lan',
  '15/8': 'Tết Trung thu',
  '22/8': 'Giỗ vua Lê Lợi, hội Lam Kinh',
  '15/10': 'Rằm tháng Mười, cúng cơm mới',
  '23/12': 'Ông Công, ông Táo',
};

const solarDays: Record<string, string> = {
  '1/1': 'Tết Dương lịch',
  '8/3': 'Ngày Quốc tế Phụ nữ',
  '30/4': 'Ngày Giải phóng miền Nam',
  '1/5': 'Ngày Quốc tế Lao động',
  '1/6': 'Ngày Quốc tế Thiếu nhi',
  '2/9': 'Quốc khánh',
  '20/10': 'Ngày Phụ nữ Việt Nam',
  '20/11': 'Ngày Nhà giáo Việt Nam',
};

/**
 * The names of what is kept on a day. A leap month has no feasts: they were kept in the month before it.
 *
 * @param date Day and month of the solar year, `2/9`.
 * @param lunar The lunar date of the day.
 * @param next The lunar date of the day after: the last day of a year is the 29th or the 30th, so New Year's Eve is known by what follows it.
 */
export function feastsOn(date: string, lunar: LunarDate, next: LunarDate): string[] {
  const found = [solarDays[date], isNewYear(next) ? 'Giao thừa' : undefined];
  if (isNewYear(lunar)) found.push(`Tết Nguyên đán ${canChi(lunar.year)}`);
  else if (!lunar.leap) found.push(lunarDays[`${lunar.day}/${lunar.month}`]);
  return found.filter((name) => name !== undefined);
}

const isNewYear = ({ day, month, leap }: LunarDate) => day === 1 && month === 1 && !leap;
