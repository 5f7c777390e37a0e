import { feastsOn } from './feasts.ts';
import { type LunarDate, lunarDate } from './lunar.ts';
import { nameLunarMonths } from './month-names.ts';
import { countDay, writeCounted } from './sky.ts';
import { type SolarTerm, solarTerms } from './terms.ts';

/** One day of the table. */
export interface CalendarDay {
  /** Day of the solar month. */
  solar: number;
  /** What stands under it: the lunar day, with its month on the first of the month (`1/10`). */
  lunar: string;
  /** The first or the fifteenth of a lunar month. */
  isMarked: boolean;
  /** A solar term begins. */
  isTerm: boolean;
  /** A feast or a holiday. */
  isFeast: boolean;
}

/** One solar month, ready to be drawn. */
export interface CalendarMonth {
  year: number;
  /** 1–12. */
  month: number;
  /** The lunar year and months it lies in, in words: `Bính Ngọ (tháng 9, tháng 10)`. */
  lunarMonths: string;
  /** Weeks from Monday; nothing where the week belongs to another month. */
  weeks: (CalendarDay | undefined)[][];
  /** Feasts, holidays, solar terms and the beginning of a leap month, in order. */
  notes: { solar: number; text: string }[];
}

/** So many months from a month (`YYYY-MM`) on. Throws when that is not a month. */
export function calendarMonths(from: string, count: number): CalendarMonth[] {
  countDay(`${from}-01`);
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => oneMonth(Math.floor((first + index) / 12), ((first + index) % 12) + 1));
}

function oneMonth(year: number, month: number): CalendarMonth {
  const first = countDay(`${year}-${String(month).padStart(2, '0')}-01`);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const terms = new Map(solarTerms(year).map((term) => [term.day, term]));
  // One day more than the month has: the last one's tomorrow.
  const dates = Array.from({ length: length + 1 }, (_, index) => lunarDate(writeCounted(first + index)));
  const days: CalendarDay[] = [];
  const notes: CalendarMonth['notes'] = [];
  for (const [index, lunar] of dates.slice(0, length).entries()) {
    const solar = index + 1;
    const term = terms.get(writeCounted(first + index));
    const feasts = feastsOn(`${solar}/${month}`, lunar, dates[index + 1] as LunarDate);
    days.push({ solar, lunar: writeLunar(lunar), isMarked: lunar.day === 1 || lunar.day === 15, isTerm: term !== undefined, isFeast: feasts.length > 0 });
    for (const text of [...feasts, ...remarks(lunar, term)]) notes.push({ solar, text });
  }
  // 1 January 1970, day 0, was a Thursday.
  return { year, month, lunarMonths: nameLunarMonths(dates.slice(0, length)), weeks: inWeeks(days, (first + 3) % 7), notes };
}

const writeLunar = ({ day, month }: LunarDate) => (day === 1 ? `1/${month}` : String(day));

/** A narrow cell has no room for the word "leap"; the list says it. */
function remarks({ day, month, leap }: LunarDate, term: SolarTerm | undefined): string[] {
  const beginning = leap && day === 1 ? [`Mùng 1 tháng ${month} nhuận`] : [];
  return term ? [...beginning, `Tiết ${term.name} (${term.meaning})`] : beginning;
}

function inWeeks(days: CalendarDay[], blank: number): CalendarMonth['weeks'] {
  return Array.from({ length: Math.ceil((blank + days.length) / 7) }, (_, week) => Array.from({ length: 7 }, (_, place) => days[week * 7 + place - blank]));
}
