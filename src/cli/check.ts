/** `npm run check`: everything that can be judged without walking through the site. Goes on after a failure. */
import { readdirSync } from 'node:fs';
import { findBrowser } from './browser.ts';
import { exitWhenStopped, runInGroup } from './children.mjs';
import { command } from './command.ts';

/** A name to show, and what to do: gives 0 when all is well, and words when it could not be judged. */
type Step = [name: string, run: () => Promise<number | string>];

const steps: Step[] = [
  ['content', async () => (await import('../build/check-content.ts')).runContentCheck()],
  ['form of the content', async () => (await import('../build/desk/check-form.ts')).runFormCheck()],
  ['licences', checkLicences],
  ['advisories', checkAdvisories],
  ['style of the code', () => runTool('biome', 'check', '.')],
  ['types', () => runTool('astro', 'check', '--minimumSeverity', 'error')],
  ...tsconfigs().map((file): Step => [`types by ${file}`, () => runTool('tsc', '-p', file)]),
  ['contracts', () => runTests('contracts')],
  ['budgets', () => runTests('budgets')],
];

exitWhenStopped();
await command(async () => {
  const failed: string[] = [];
  const unjudged: string[] = [];
  for (const [name, run] of steps) {
    const code = await run().catch(told);
    if (typeof code === 'string') {
      unjudged.push(name);
      console.log(`?       ${name}: ${code}`);
      continue;
    }
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}`);
    if (code !== 0) failed.push(name);
  }
  const passed = unjudged.length === 0 ? `All ${steps.length} checks passed.` : `${steps.length - unjudged.length} checks passed; not judged: ${unjudged.join('; ')}.`;
  console.log(failed.length === 0 ? `\n${passed}` : `\n${failed.length} of ${steps.length} checks failed: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
});

/** Runs a tool; shows what it said only when it was not content. */
async function runTool(name: string, ...args: string[]): Promise<number> {
  let heard = '';
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CHROMIUM_PATH: findBrowser() };
  const code = await runInGroup(`node_modules/.bin/${name}`, args, { env, quiet: true, heard: (text) => (heard += text) });
  if (code !== 0) process.stdout.write(`\n${heard.trim()}\n`);
  return code;
}

function runTests(project: string): Promise<number> {
  return runTool('playwright', 'test', '-c', 'tests/playwright.config.ts', `--project=${project}`, '--reporter=dot');
}

/** Every package may be passed on by anybody; one that may not, or does not say, is named. */
async function checkLicences(): Promise<number> {
  const { licences } = await import('./exports/licences.ts');
  const bad = licences().filter(({ isFine }) => !isFine);
  for (const { name, version, licence } of bad) console.log(`${name}@${version}: giấy phép “${licence}” chưa được duyệt. Bỏ gói này, hoặc thêm giấy phép vào src/cli/exports/licences.ts.`);
  return bad.length === 0 ? 0 : 1;
}

/** Weaknesses that the registry knows in any package of the lock file. */
async function checkAdvisories(): Promise<number | string> {
  const { readAdvisories } = await import('./advisories.ts');
  let heard = '';
  await runInGroup('npm', ['audit', '--json', '--fetch-retries=0', '--fetch-timeout=15000'], { quiet: true, heard: (text) => (heard += text) });
  const found = readAdvisories(heard.slice(heard.indexOf('{'), heard.lastIndexOf('}') + 1));
  if (!found) return 'the registry gives no advisories';
  for (const { id, package: name, title } of found) console.log(`${name}: ${title} (${id}). Nâng gói này lên, hoặc ghi lý do vào src/cli/advisories.ts.`);
  return found.length === 0 ? 0 : 1;
}

/** The rooms that have their own globals (page, worker) are checked one by one. */
function tsconfigs(): string[] {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => /(^|\/)tsconfig\.json$/.test(path))
    .sort()
    .map((path) => `src/${path}`);
}

function told(problem: unknown): number {
  console.error(problem instanceof Error ? problem.message : problem);
  return 1;
}
