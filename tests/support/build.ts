import { spawn } from 'node:child_process';

/**
 * The two sites that browser tests open: what the portal publishes, and the specimen course with every component and
 * awkward Vietnamese. The day of the build is fixed, so that no test depends on the day it runs.
 */
export const bodies = {
  portal: { content: 'content', out: '.cache/test/portal', day: '2026-11-24' },
  specimen: { content: 'tests/fixtures/specimen', out: '.cache/test/specimen', day: '2026-11-24' },
} as const;

/** Runs the real production build with these settings; gives back its exit code and everything it printed. */
export function buildSite(settings: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn('node_modules/.bin/node', ['node_modules/astro/bin/astro.mjs', 'build'], {
      env: { ...process.env, ...settings, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
