import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The two sites that browser tests open: what the portal publishes, and the specimen course with every component and
 * awkward Vietnamese. The day of the build is fixed, so that no test depends on the day it runs.
 */
export const bodies = {
  portal: { content: 'content', out: '.cache/test/portal', day: '2026-11-24' },
  specimen: { content: 'tests/fixtures/specimen', out: '.cache/test/specimen', day: '2026-11-24' },
} as const;

/** Astro keeps what it knows of the content in one folder of the project, so two builds at a time would mix two bodies. */
const LOCK = '.cache/build.lock';
const STALE_MS = 120_000;

async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      mkdirSync('.cache', { recursive: true });
      mkdirSync(LOCK);
      break;
    } catch {
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** Runs the real production build with these settings; gives back its exit code and everything it printed. */
export const buildSite = (settings: Record<string, string>): Promise<{ code: number; output: string }> => oneAtATime(() => runBuild(settings));

function runBuild(settings: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('node_modules/.bin/node', ['node_modules/astro/bin/astro.mjs', 'build'], {
      // The desk has tests of its own, and takes a few seconds to bundle.
      env: { CMS: 'off', ...process.env, ...settings, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
