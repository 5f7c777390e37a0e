import { countDay, newMoonUpTo, nextNewMoon, sunReaches, sunTwelfth, writeCounted } from './sky.ts';

/** A day of the Vietnamese lunar calendar. */
export interface LunarDate {
  /** 1–30. */
  day: number;
  /** 1–12. */
  month: number;
  /** A month that comes a second time. */
  leap: boolean;
  /** The solar year in which the lunar year began. */
  year: number;
}

interface LunarMonth {
  /** Counted day on which it begins. */
  start: number;
  month: number;
  leap: boolean;
  year: number;
}

const known = new Map<number, LunarMonth[]>();

/** The eleventh month is the one with the winter solstice in it. */
const eleventhMonth = (year: number) => newMoonUpTo(sunReaches(270, countDay(`${year}-12-01`)));

/**
 * The months from the eleventh of the year before up to the tenth of this one: twelve, or thirteen, and then the first
 * without a principal term (the sun stays in one twelfth) is the leap month. All at UTC+7, which is why Tết is at times
 * another day than in China. Rules as Hồ Ngọc Đức describes them for the calendar in force in Vietnam.
 */
function monthsUpTo(year: number): LunarMonth[] {
  const made = known.get(year);
  if (made) return made;
  const end = eleventhMonth(year);
  const starts: number[] = [];
  for (let start = eleventhMonth(year - 1); start < end; start = nextNewMoon(start + 2)) starts.push(start);
  const leapAt = starts.length === 13 ? starts.findIndex((start, index) => index > 0 && sunTwelfth(start) === sunTwelfth(starts[index + 1] ?? end)) : -1;
  const months = starts.map((start, index): LunarMonth => {
    const place = index - (leapAt >= 0 && index >= leapAt ? 1 : 0);
    const month = ((place + 10) % 12) + 1;
    return { start, month, leap: index === leapAt, year: month >= 11 ? year - 1 : year };
  });
  known.set(year, months);
  return months;
}

/** The lunar date of a solar day (`YYYY-MM-DD`). Throws when that is not a day. */
export function lunarDate(day: string): LunarDate {
  const counted = countDay(day);
  const year = Number(day.slice(0, 4));
  const month = [...monthsUpTo(year), ...monthsUpTo(year + 1)].findLast(({ start }) => start <= counted);
  if (!month) throw new Error(`No lunar month for ${day}.`);
  return { day: counted - month.start + 1, month: month.month, leap: month.leap, year: month.year };
}

/** The solar day (`YYYY-MM-DD`) of the first day of a lunar month; nothing when that year has no such leap month. */
export function firstDayOf(year: number, month: number, leap = false): string | undefined {
  const found = [...monthsUpTo(year), ...monthsUpTo(year + 1)].find((each) => each.year === year && each.month === month && each.leap === leap);
  return found && writeCounted(found.start);
}

const stems = ['Canh', 'Tân', 'Nhâm', 'Quý', 'Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ'];
const branches = ['Thân', 'Dậu', 'Tuất', 'Hợi', 'Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi'];

/** The name of a lunar year in the cycle of sixty: 2026 → "Bính Ngọ". */
export const canChi = (lunarYear: number): string => `${stems[lunarYear % 10]} ${branches[lunarYear % 12]}`;
