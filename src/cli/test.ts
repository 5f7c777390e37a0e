/** `npm test`: runs every test, or those that further arguments choose (they go to Playwright), and counts them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, ensureLeanBrowser } from './browser.ts';
import { exitWhenStopped, runInForeground } from './children.mjs';
import { command } from './command.ts';
import { summarize, type TestReport, unsteady } from './test-summary.ts';

const given = process.argv.slice(2);
const onlyAsks = given.some((arg) => ['--help', '-h', '--list', '--version', '-V'].includes(arg));

const letRun = exitWhenStopped();
await command(async () => {
  const browser = await ensureBrowser();
  letRun();
  if (!browser) return end(undefined, 1);
  const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
  const file = join(folder, 'report.json');
  const env = { ...process.env, CHROMIUM_PATH: await ensureLeanBrowser(browser), CHROMIUM_WINDOWED: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { code } = await runInForeground('node_modules/.bin/playwright', ['test', '-c', 'tests/playwright.config.ts', ...withReport(given)], env);
  const report = readReport(file);
  rmSync(folder, { recursive: true, force: true });
  return onlyAsks ? code : end(report, code);
});

/** Keeps the reporter somebody asked for, and adds ours. */
function withReport(args: string[]): string[] {
  const at = args.findIndex((arg) => arg === '--reporter' || arg.startsWith('--reporter='));
  if (at < 0) return [...args, `--reporter=${process.stdout.isTTY ? 'line' : 'dot'},json`];
  const isApart = args[at] === '--reporter';
  const chosen = isApart ? (args[at + 1] ?? 'line') : (args[at] ?? '').slice('--reporter='.length);
  return [...args.slice(0, at), ...args.slice(at + (isApart ? 2 : 1)), `--reporter=${chosen},json`];
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TestReport;
  } catch {
    return undefined;
  }
}

/** Prints the summary and gives the exit code that fits it. */
function end(report: TestReport | undefined, code: number): number {
  const summary = summarize(report, code);
  const again = unsteady(report);
  if (again.length > 0) console.log(`\nPassed only when tried again:\n${again.map((name) => `  ${name}`).join('\n')}`);
  console.log(`\n${summary}`);
  return code === 0 && !report ? 1 : code;
}
