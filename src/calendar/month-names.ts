import { canChi, type LunarDate } from './lunar.ts';

/** The lunar years and months that some days lie in, in order, as people name them: `Bính Ngọ (tháng Chạp), Đinh Mùi (tháng Giêng)`. */
export function nameLunarMonths(dates: LunarDate[]): string {
  const years = new Map<number, Set<string>>();
  for (const { month, leap, year } of dates) {
    const months = years.get(year) ?? new Set();
    years.set(year, months.add(`tháng ${nameOf(month)}${leap ? ' nhuận' : ''}`));
  }
  return [...years].map(([year, months]) => `${canChi(year)} (${[...months].join(', ')})`).join(', ');
}

const nameOf = (month: number) => ({ 1: 'Giêng', 12: 'Chạp' })[month] ?? String(month);
