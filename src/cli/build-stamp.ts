import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildDate, contentDir, outDir, siteUrl } from '../shared/settings.ts';

/**
 * Whether the site in OUT_DIR is already what a build would write now. The stamp lies in `.cache/`, one per OUT_DIR:
 *
 *     { "inputs": "<hash of everything a build reads>", "written": 1795490000000 }
 *
 * `written` is the time of the home page: a build made by other means is noticed by it. The stamp is taken away
 * before a build and written after it, so a build that was cut short counts for nothing.
 */
const inputs = () => ['src', 'public', contentDir(), 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

export function isBuilt(): boolean {
  const file = stampFile();
  return existsSync(file) && homePage() !== undefined && readFileSync(file, 'utf8') === stamp();
}

/** To be called before a build. */
export function forgetBuild(): void {
  rmSync(stampFile(), { force: true });
}

/** To be called after a build that went through. @param inputs what `hashInputs` said before it began */
export function rememberBuild(inputs: string): void {
  mkdirSync(dirname(stampFile()), { recursive: true });
  writeFileSync(stampFile(), stamp(inputs));
}

/**
 * One hash over everything a build reads: files by name and content, and the settings that change the outcome.
 * Without BUILD_DATE that includes today: facts fall due, so yesterday's site is not today's.
 */
export function hashInputs(): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([buildDate(), siteUrl().href, contentDir(), process.env.CMS]));
  for (const file of inputs().flatMap(filesIn)) {
    hash.update(`\0${file}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  if (!found.isDirectory()) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

const stamp = (inputs = hashInputs()) => JSON.stringify({ inputs, written: homePage() });

const homePage = () => statSync(join(outDir(), 'index.html'), { throwIfNoEntry: false })?.mtimeMs;

function stampFile(): string {
  const name = createHash('sha256').update(resolve(outDir())).digest('hex').slice(0, 12);
  return join('.cache', `build-stamp-${name}.json`);
}
