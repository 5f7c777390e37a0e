/** A day `YYYY-MM-DD` as people in Vietnam write it: 24/11/2026. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
}

/** Whether something is to appear on a later day than this one. */
export const isScheduled = ({ publishAt }: { publishAt?: string | undefined }, day: string): boolean => publishAt !== undefined && publishAt > day;
