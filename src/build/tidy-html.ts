import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Elements that begin and end a line anyway: white space before or after their tags is never drawn. */
const blocks =
  'html|head|body|title|meta|link|style|script|header|footer|main|nav|section|article|aside|h[1-6]|p|ul|ol|li|dl|dt|dd|div|figure|figcaption|form|fieldset|legend|details|summary|table|caption|thead|tbody|tr|td|th|select|option';
const before = new RegExp(`\\s+(?=</?(?:${blocks})\\b)`, 'g');
const after = new RegExp(`(</?(?:${blocks})\\b(?:"[^"]*"|[^">])*>)\\s+`, 'g');

/** Takes out the white space that no browser draws. Text inside style, script and pre stays as it is. */
export const tidyHtml = (html: string): string =>
  html
    .split(/(<(?:style|script|pre|textarea)\b[\s\S]*?<\/(?:style|script|pre|textarea)>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(before, '').replace(after, '$1')))
    .join('');

/** Every byte of a page is somebody's money. */
export function tidyPages(): AstroIntegration {
  return {
    name: 'tidy-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
          if (name.endsWith('.html')) writeFileSync(join(out, name), tidyHtml(readFileSync(join(out, name), 'utf8')));
        }
      },
    },
  };
}
