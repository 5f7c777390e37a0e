/**
 * Marks today in the farm calendar. `root` holds (or is) a `[data-month="2026-11"]` whose day cells begin with the number
 * of the solar day. A month that is not on the page is no mistake: the page may be older than the day.
 */
export function start(root: HTMLElement): void {
  const now = new Date();
  const month = `${now.getFullYear()}-${`0${now.getMonth() + 1}`.slice(-2)}`;
  const cells = root.querySelectorAll(`[data-month="${month}"] td`);
  const cell = Array.from(cells).find((day) => !!day.firstChild && Number(day.firstChild.textContent) === now.getDate());
  if (cell) cell.setAttribute('aria-current', 'date');
}
