/** The farm calendar's door: the Vietnamese lunar calendar and the solar terms, computed while the site is built. */
export { canChi, firstDayOf, type LunarDate, lunarDate } from './lunar.ts';
export { type CalendarDay, type CalendarMonth, calendarMonths } from './months.ts';
export { type SolarTerm, solarTerms } from './terms.ts';
