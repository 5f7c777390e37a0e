/** One block of a `_headers` file: which paths, and what is said about them. */
export interface HeaderRule {
  pattern: string;
  matches: RegExp;
  /** In the file's order. A value of `undefined` takes an earlier header away (`! Name`). */
  headers: [name: string, value: string | undefined][];
}

/**
 * Reads the `_headers` file of Cloudflare and Netlify: a path pattern at the start of a line, then indented
 * `Name: value` lines. In a pattern `*` stands for anything and `:name` for one segment; `#` starts a comment.
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim();
    if (words === '' || words.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: words, matches: toRegExp(words), headers: [] });
      continue;
    }
    const header = /^(?:! *([\w-]+)|([\w-]+) *: *(.*))$/.exec(words);
    if (!header || rules.length === 0) throw new Error(`_headers: cannot read the line "${words}"`);
    rules.at(-1)?.headers.push(header[1] ? [header[1], undefined] : [header[2] ?? '', header[3] ?? '']);
  }
  return rules;
}

/**
 * The headers for one path of the site. As on the real hosts, a header that two rules set is joined with a comma.
 *
 * @param path the whole path of the request, from its first slash
 * @returns names as written in the file
 */
export function headersFor(path: string, rules: HeaderRule[]): Record<string, string> {
  const found = new Map<string, [name: string, value: string]>();
  for (const [name, value] of rules.filter((rule) => rule.matches.test(path)).flatMap((rule) => rule.headers)) {
    const key = name.toLowerCase();
    const before = found.get(key)?.[1];
    if (value === undefined) found.delete(key);
    else found.set(key, [name, before === undefined ? value : `${before}, ${value}`]);
  }
  return Object.fromEntries(found.values());
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${source}$`);
}
