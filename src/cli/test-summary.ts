/** The part of Playwright's JSON report that is counted. */
export interface TestReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/**
 * The last line of a test run: `12 passed, 0 failed`, with `, 3 skipped` only when something was skipped. A run that
 * ended badly without a failed test (it crashed, or was stopped) counts as one failure, so the line never says that
 * all is well when it is not.
 *
 * @param report undefined when the runner has left none
 * @param code the runner's exit code
 */
export function summarize(report: TestReport | undefined, code: number): string {
  const { expected, unexpected, flaky, skipped } = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const failed = Math.max(unexpected + flaky, code !== 0 || !report ? 1 : 0);
  return `${expected} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
