import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type HeaderRule, parseHeaders } from './headers-file.ts';

/**
 * The rules of a site's own `_headers` file, read now and again whenever a rebuild has written it anew. A rebuild
 * may change the hashes in the Content-Security-Policy, and old rules would then block the new pages.
 *
 * @param dir the folder of the finished site; without a `_headers` file there are no rules
 * @throws {Error} at once when the file cannot be understood; later such a file leaves the rules as they were
 */
export function headersOfSite(dir: string): () => HeaderRule[] {
  const file = join(dir, '_headers');
  let { stamp, rules } = readRules(file);
  return () => {
    const now = stampOf(file);
    if (now !== undefined && now !== stamp) {
      try {
        ({ stamp, rules } = readRules(file));
      } catch {
        stamp = now;
      }
    }
    return rules;
  };
}

function readRules(file: string): { stamp: string | undefined; rules: HeaderRule[] } {
  const stamp = stampOf(file);
  return { stamp, rules: stamp === undefined ? [] : parseHeaders(readFileSync(file, 'utf8')) };
}

function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs} ${found.size}`;
}
