let last: Promise<unknown> = Promise.resolve();

/** Work on the state, one piece after another: two tabs that ask for the same thing get it once. */
export function inLine<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => {});
  return next;
}
