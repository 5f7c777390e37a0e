import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerOnlyPolicy } from '../../shared/policy.ts';
import { bundleDesk, neededAtOnce, neededForForm } from './bundle.ts';
import { healthData } from './health.ts';
import { helpPage } from './help-page.ts';
import { knownFile } from './known.ts';
import { deskPage, deskPolicy } from './page.ts';
import { previewData } from './preview-data.ts';
import { deskBackend, deskMode, deskPatience } from './settings.ts';
import { titlesFile } from './titles.ts';

/**
 * Writes the editors' desk into `admin/`, after everything else: no page, pack or worker knows of it. `CMS=off` leaves
 * it out; `CMS=only` leaves nothing else, for an address of its own.
 */
export function desk(): AstroIntegration {
  let base = '';
  return {
    name: 'desk',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/+$/, '');
        // Complains before a build, not after.
        if (deskMode() !== 'off' && deskBackend()) deskPatience();
      },
      'astro:build:done': async ({ dir, logger }) => {
        const mode = deskMode();
        if (mode === 'off') return;
        const out = fileURLToPath(dir);
        const bytes = await writeDesk(join(out, 'admin'), out);
        if (mode === 'only') keepOnlyDesk(out);
        appendFileSync(join(out, '_headers'), deskHeaders(base));
        logger.info(`admin/ ${Math.round(bytes / 1000)} kB`);
      },
    },
  };
}

/** Writes the desk's files into a folder and gives back how many bytes they are. @param out the finished site */
export async function writeDesk(folder: string, out: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const scripts = await bundleDesk();
  const files = [
    ...scripts,
    { name: 'index.html', text: deskPage(deskPolicy(deskBackend()), neededAtOnce(scripts), neededForForm(scripts), deskBackend().origins) },
    { name: 'known.json', text: JSON.stringify(knownFile()) },
    { name: 'titles.json', text: JSON.stringify(titlesFile()) },
    { name: 'health.json', text: JSON.stringify(healthData(out)) },
    { name: 'tro-giup.html', text: helpPage(deskPolicy(deskBackend())) },
    { name: 'preview.json', text: JSON.stringify(previewData(out)) },
  ];
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

/** What a host says of the desk's files, in the form of `_headers`. @param base the site's path, without a slash at its end */
export const deskHeaders = (base: string): string => `${base}/admin/*
  ! Content-Security-Policy
  Content-Security-Policy: ${deskPolicy(deskBackend())};${headerOnlyPolicy}
  X-Robots-Tag: noindex${deskBackend().hasPopup ? '\n  ! Cross-Origin-Opener-Policy\n  Cross-Origin-Opener-Policy: same-origin-allow-popups' : ''}
${base}/admin/phan-*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
`;

function keepOnlyDesk(out: string): void {
  for (const name of readdirSync(out)) if (name !== 'admin' && name !== '_headers') rmSync(join(out, name), { recursive: true });
}
