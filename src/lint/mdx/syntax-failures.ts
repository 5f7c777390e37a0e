import type { Finding, Report } from '../report.ts';
import { explainPair } from './pair-failures.ts';
import { explainTag } from './tag-failures.ts';

/** What the MDX reader throws, as far as it is used here. */
export interface Failure {
  message?: string;
  reason?: string;
  ruleId?: string;
  place?: { line: number; column: number } | { start: { line: number; column: number } } | undefined;
}

/** A failure in an editor's words, and the offsets to cover so that reading can go on. */
export interface Explained {
  finding: Finding;
  cover: number[];
}

/** Turns a failure of the MDX reader into a finding at the sign that caused it. */
export function explainFailure(failure: Failure, text: string, report: Report): Explained {
  const reason = failure.reason ?? failure.message ?? '';
  const said = /\((\d+):(\d+)/.exec(reason);
  const inWords = said ? report.offsetOf(Number(said[1]), Number(said[2])) : undefined;
  const point = failure.place && ('start' in failure.place ? failure.place.start : failure.place);
  const at = point ? report.offsetOf(point.line, point.column) : (inWords ?? 0);
  if (failure.ruleId === 'end-tag-mismatch' || failure.ruleId?.startsWith('unexpected-closing')) return explainPair(reason, inWords ?? at, at, text);
  if (/expression|acorn|brace|spread/i.test(reason) || failure.ruleId === 'acorn') return explainExpression(at, text);
  return explainTag(at, text);
}

function explainExpression(at: number, text: string): Explained {
  const start = text.lastIndexOf('{', at);
  return {
    finding: { at: start >= 0 ? start : at, rule: 'expression', message: 'Có dấu ngoặc nhọn { hoặc }: máy hiểu là lệnh.', mend: 'Dùng ngoặc tròn ( ). Nếu thật sự cần ngoặc nhọn, viết \\{ và \\}.' },
    cover: start >= 0 ? [start] : [],
  };
}
