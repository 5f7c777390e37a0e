/** A file of tests, or a group in it, in Playwright's JSON report. */
export interface TestSuite {
  suites?: TestSuite[];
  specs?: { title: string; file: string; line: number; tests: { status: string }[] }[];
}

/** The part of Playwright's JSON report that is counted. */
export interface TestReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites?: TestSuite[];
}

/** Tests that passed only when they were tried again, each as `file:line title`: nobody shall take them for steady. */
export function unsteady(report: TestReport | undefined): string[] {
  const within = ({ suites = [], specs = [] }: TestSuite): string[] => [...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ file, line, title }) => `${file}:${line} ${title}`), ...suites.flatMap(within)];
  return (report?.suites ?? []).flatMap(within);
}

/**
 * The last line of a test run: `12 passed, 0 failed`, with `, 3 skipped` only when something was skipped. A run that
 * ended badly without a failed test (it crashed, or was stopped) counts as one failure, so the line never says that
 * all is well when it is not. What passed at a second try counts as passed; {@link unsteady} names it.
 *
 * @param report undefined when the runner has left none
 * @param code the runner's exit code
 */
export function summarize(report: TestReport | undefined, code: number): string {
  const { expected, unexpected, flaky, skipped } = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const failed = Math.max(unexpected, code !== 0 || !report ? 1 : 0);
  return `${expected + flaky} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
