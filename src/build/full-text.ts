import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { entriesOf } from '../search/pages.ts';
import { dealTexts } from '../search/texts.ts';
import { cutPages } from './offline/pages.ts';

/** Where a form says what names are called, and then what texts are. */
const FORM = /(data-titles="[^"]*")/;

/**
 * Writes the full text of all pages as an index in many small files under `/chu/`, for searching what is not on the phone, and
 * tells every search form what they are called. Runs before the pages are cut for the phone.
 */
export function fullText(): AstroIntegration {
  return {
    name: 'full-text',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        logger.info(`${writeTexts(fileURLToPath(dir))} files under /chu/`);
      },
    },
  };
}

/** Writes everything and gives back the number of files. */
function writeTexts(out: string): number {
  const { bodies } = cutPages(out);
  const pages = [...bodies].filter(([path]) => path !== '/404.html');
  const { shards, rows } = dealTexts(pages.flatMap(([path, body]) => entriesOf(path, body)));
  const version = createHash('sha256')
    .update(JSON.stringify([shards, rows]))
    .digest('hex')
    .slice(0, 8);
  const files = [...shards.map((text, number) => [String(number), text]), ...rows.map((text, number) => [`r${number}`, text])];
  mkdirSync(join(out, 'chu'), { recursive: true });
  for (const [name, text = ''] of files) writeFileSync(join(out, 'chu', `${version}-${name}.json`), text);
  for (const [path, body] of bodies) {
    if (!FORM.test(body)) continue;
    const file = join(out, path.endsWith('/') ? `${path}index.html` : path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(FORM, `$1 data-texts="${version}-${shards.length}"`));
  }
  return files.length;
}
