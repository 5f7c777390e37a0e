/** Every day `YYYY-MM-DD` of some years, the first and the last included. */
export function everyDay(from: number, to: number): string[] {
  const days: string[] = [];
  for (let time = Date.UTC(from, 0, 1); time < Date.UTC(to + 1, 0, 1); time += 86_400_000) days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}
