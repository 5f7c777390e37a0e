import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { findForeign } from './find-foreign.ts';

/**
 * The last look, at the finished pages: whatever way it came, no page may carry a script, a style or a request of
 * another origin that the layout did not put there.
 */
export function htmlGate(): AstroIntegration {
  return {
    name: 'html-gate',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.html'))
          .sort();
        const found = pages.flatMap((page) => findForeign(readFileSync(join(out, page), 'utf8')).map((what) => `  ${page}: ${what}`));
        const inline = pages.map((page) => inlineParts(readFileSync(join(out, page), 'utf8')));
        // Every page has the layout's style and script. The pages around the lessons have one more style, and the trainers' pages another; each is the same on all of its pages.
        const seconds = [...new Set(inline.flatMap((parts) => parts.slice(2)))];
        const kinds = new Set(seconds.map((part) => part.slice(0, part.indexOf('>'))));
        if (new Set(inline.map((parts) => parts.slice(0, 2).join())).size > 1 || inline.some((parts) => parts.length > 3) || seconds.length > kinds.size || kinds.size > 2)
          found.push('  Phần style và script trong trang không giống nhau giữa các trang.');
        if (found.length > 0) throw new Error(`Trang đã dựng có thứ không được phép:\n${found.join('\n')}`);
      },
    },
  };
}

const inlineParts = (html: string) => [...html.matchAll(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g)].map((match) => match[0]);
