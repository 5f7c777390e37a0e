/** A day `YYYY-MM-DD` as people in Vietnam write it: 24/11/2026. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
}
