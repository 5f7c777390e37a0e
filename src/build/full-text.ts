import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { TextsName } from '../search/online.ts';
import { entriesOf } from '../search/pages.ts';
import { dealTexts } from '../search/texts.ts';
import { cutPages } from './offline/pages.ts';

/**
 * Writes the full text of all pages as an index in many small files under `/chu/`, for searching what is not on the phone, and
 * `moi.json`, which says what they are called: in a page it would make that page another one with every word that changes anywhere.
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
  writeFileSync(join(out, 'chu/moi.json'), JSON.stringify([version, shards.length] satisfies TextsName));
  return files.length;
}
