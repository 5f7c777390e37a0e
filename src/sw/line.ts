let last: Promise<unknown> = Promise.resolve();

/**
 * Work on the state, one piece after another: two tabs that ask for the same thing get it once. Where the browser has locks,
 * the line reaches across workers: a new one that comes in and an old one that is still downloading write to the same place.
 */
export function inLine<T>(work: () => Promise<T>): Promise<T> {
  const turn = (): Promise<T> => (navigator.locks ? (navigator.locks.request('sttb', work) as Promise<T>) : work());
  const next = last.then(turn, turn);
  last = next.catch(() => {});
  return next;
}
