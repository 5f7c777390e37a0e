import { lunarDate } from './lunar.ts';
import { countDay, writeCounted } from './sky.ts';
import { solarTerms } from './terms.ts';

/** One day of the table. */
export interface CalendarDay {
  /** Day of the solar month. */
  solar: number;
  /** What stands under it: the lunar day, with its month on the first of the month (`1/10`). */
  lunar: string;
  /** The first or the fifteenth of a lunar month. */
  isMarked: boolean;
}

/** One solar month, ready to be drawn. */
export interface CalendarMonth {
  year: number;
  /** 1–12. */
  month: number;
  /** Weeks from Monday; nothing where the week belongs to another month. */
  weeks: (CalendarDay | undefined)[][];
  /** Feasts, holidays and solar terms, in order. */
  notes: { solar: number; text: string }[];
}

const lunarDays: Record<string, string> = {
  '1/1': 'Tết Nguyên đán', '15/1': 'Rằm tháng Giêng', '10/3': 'Giỗ Tổ Hùng Vương', '15/4': 'Lễ Phật đản', '5/5': 'Tết Đoan Ngọ',
  '15/7': 'Rằm tháng Bảy, lễ Vu Lan', '15/8': 'Tết Trung thu', '23/12': 'Ông Công, ông Táo',
};
const solarDays: Record<string, string> = { '1/1': 'Tết Dương lịch', '8/3': 'Ngày Quốc tế Phụ nữ', '30/4': 'Ngày Giải phóng miền Nam', '1/5': 'Ngày Quốc tế Lao động', '1/6': 'Ngày Quốc tế Thiếu nhi', '2/9': 'Quốc khánh', '20/10': 'Ngày Phụ nữ Việt Nam', '20/11': 'Ngày Nhà giáo Việt Nam' };

/** So many months from a month (`YYYY-MM`) on. */
export function calendarMonths(from: string, count: number): CalendarMonth[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => oneMonth(Math.floor((first + index) / 12), ((first + index) % 12) + 1));
}

function oneMonth(year: number, month: number): CalendarMonth {
  const first = countDay(`${year}-${String(month).padStart(2, '0')}-01`);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const terms = new Map(solarTerms(year).map(({ name, day }) => [day, name]));
  const cells: (CalendarDay | undefined)[] = Array.from({ length: (first + 3) % 7 }, () => undefined);
  const notes: CalendarMonth['notes'] = [];
  for (let solar = 1; solar <= length; solar += 1) {
    const day = writeCounted(first + solar - 1);
    const lunar = lunarDate(day);
    cells.push({ solar, lunar: lunar.day === 1 ? `1/${lunar.month}${lunar.leap ? ' nhuận' : ''}` : String(lunar.day), isMarked: lunar.day === 1 || lunar.day === 15 });
    const feasts = [solarDays[`${solar}/${month}`], lunar.leap ? undefined : lunarDays[`${lunar.day}/${lunar.month}`], terms.get(day) && `Tiết ${terms.get(day)}`];
    for (const text of feasts) if (text) notes.push({ solar, text });
  }
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, index) => cells[week * 7 + index]));
  return { year, month, weeks, notes };
}
