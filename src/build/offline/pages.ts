import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compose, type Shell, split } from '../../shared/offline.ts';

/** The finished pages, cut along the layout's line: one shell and a body a page. */
export interface CutPages {
  shell: Shell;
  /** Bodies by root-relative path without the base. */
  bodies: Map<string, string>;
}

/**
 * Cuts all pages of a finished site and proves that shell and body give each page back byte for byte.
 * Throws when two pages do not share one shell: then a component has written into the layout's part.
 */
export function cutPages(out: string): CutPages {
  const bodies = new Map<string, string>();
  let shell: Shell | undefined;
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html') && !name.startsWith('admin/'))
    .sort();
  for (const file of files) {
    const html = readFileSync(join(out, file), 'utf8');
    const cut = split(html);
    if (!cut) throw new Error(`${file} is not a page of the layout: it has no title, head or main where the shell expects them.`);
    shell ??= cut.shell;
    shell = { ...shell, more: shell.more || cut.shell.more, wing: shell.wing || cut.shell.wing };
    if (compose(shell, cut.body) !== html) throw new Error(`${file} has another shell than the first page: something outside <title>… and <main> differs.`);
    bodies.set(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, cut.body);
  }
  if (!shell) throw new Error('There is no page to make offline packs from.');
  return { shell, bodies };
}
