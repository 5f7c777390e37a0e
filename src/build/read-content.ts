import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from '../lint/index.ts';

/** Everything in the content folder, as the checker takes it: text files with their paths, and the names of the pictures. */
export function readContent(folder: string): { files: ContentFile[]; media: string[] } {
  const files: ContentFile[] = [];
  const media: string[] = [];
  const walk = (path: string) => {
    for (const name of readdirSync(join(folder, path)).sort()) {
      const inner = path ? `${path}/${name}` : name;
      if (statSync(join(folder, inner)).isDirectory()) walk(inner);
      else if (inner.startsWith('media/')) media.push(inner.slice('media/'.length));
      else if (name !== 'README.md' && !name.startsWith('.')) files.push({ path: inner, text: readFileSync(join(folder, inner), 'utf8') });
    }
  };
  walk('');
  return { files, media };
}
