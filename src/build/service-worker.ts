import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';

/**
 * Writes `sw.js`. With `WORKER=off` it is the kill switch: a worker at the same address that takes everything away that
 * an earlier one kept, and itself. Publish that, and every phone that comes by is back to plain pages.
 */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const entry = process.env.WORKER === 'off' ? 'src/sw/kill-switch.ts' : 'src/sw/index.ts';
        const result = await build({
          entryPoints: [entry],
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          target: ['es2017', 'chrome64', 'safari12', 'firefox67'],
          supported: { destructuring: true },
          charset: 'utf8',
          legalComments: 'none',
          tsconfigRaw: {},
        });
        writeFileSync(join(fileURLToPath(dir), 'sw.js'), result.outputFiles[0]?.text ?? '');
      },
    },
  };
}
