/** How long an answer that came before its question may wait for it, in milliseconds: as long as the desk takes to draw its first page. */
const FRESH = 20_000;

/**
 * Asks at once what will be asked for in a moment, so that questions which Decap asks one after the other are on their way together.
 *
 * @returns `ask`, whose first call takes the answer (or the failure) of the early question while that is fresh; every later call asks anew
 */
export function askAhead<T>(ask: () => Promise<T>): () => Promise<T> {
  const since = performance.now();
  let early: Promise<T> | undefined = ask();
  early.catch(() => undefined); // nobody may come for it
  return () => {
    const answer = performance.now() - since < FRESH ? early : undefined;
    early = undefined;
    return answer ?? ask();
  };
}
