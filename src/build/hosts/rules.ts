import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HeaderRule, headersFor, parseHeaders } from '../serve/headers-file.ts';

/** The headers of some paths, ready for a host that knows no merging: every rule says all of them. */
export interface HostRule {
  /** A path, or with `*` at its end everything below it; the base included. */
  pattern: string;
  headers: [name: string, value: string][];
}

/**
 * What a finished site asks of its host, read from the `_headers` file that came with it.
 *
 * @throws {Error} in an editor's words when the folder holds no finished site
 */
export function hostRules(dir: string): { base: string; rules: HostRule[] } {
  const rules = readRules(dir);
  const [first] = rules;
  if (!first) throw new Error(`${dir}/_headers không có quy tắc nào. Hãy dựng lại trang: npm run build.`);
  const headers = ({ pattern }: HeaderRule) => Object.entries(headersFor(pattern.replace('*', 'x'), rules));
  return { base: first.pattern.replace(/\/\*$/, ''), rules: rules.map((rule) => ({ pattern: rule.pattern, headers: headers(rule) })) };
}

function readRules(dir: string): HeaderRule[] {
  try {
    return parseHeaders(readFileSync(join(dir, '_headers'), 'utf8'));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOENT') throw problem;
    throw new Error(`Chưa có trang đã dựng ở ${dir}. Hãy chạy npm run build trước.`);
  }
}
