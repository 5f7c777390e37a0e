/** One weakness that npm knows in a package of the lock file. */
export interface Advisory {
  /** The name it has everywhere: `GHSA-w5p7-h5w8-2hfq`. */
  id: string;
  package: string;
  title: string;
}

/**
 * Weaknesses that do not concern us, by their name, each with the reason. A new one fails `npm run check` until it is gone
 * or stands here.
 */
const explained: Record<string, string> = {};

/**
 * Reads what `npm audit --json` prints.
 *
 * @returns what is known and not explained; nothing at all when the registry gave no answer, as some mirrors do
 */
export function readAdvisories(printed: string, known: Record<string, string> = explained): Advisory[] | undefined {
  let answer: { vulnerabilities?: Record<string, { via: (string | { url: string; name: string; title: string })[] }> };
  try {
    answer = JSON.parse(printed);
  } catch {
    return undefined;
  }
  if (!answer.vulnerabilities) return undefined;
  const all = Object.values(answer.vulnerabilities).flatMap(({ via }) => via.flatMap((cause) => (typeof cause === 'string' ? [] : [{ id: cause.url.replace(/^.*\//, ''), package: cause.name, title: cause.title }])));
  const byId = new Map(all.filter(({ id }) => !Object.hasOwn(known, id)).map((advisory) => [advisory.id, advisory]));
  return [...byId.values()];
}
