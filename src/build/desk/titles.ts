import { createHash } from 'node:crypto';
import { readEntry } from '../../cms/model/format.ts';
import { kindOfPath } from '../../cms/model/kinds.ts';
import { collectKnown } from '../../lint/index.ts';
import { buildDate, contentDir } from '../../shared/settings.ts';
import { readContent } from '../read-content.ts';
import { isPublicEntry } from './known.ts';

/**
 * The titles of everything published, by the hash that git gives to the file: `{ "9f86d08…": "Bài A1.1" }`. With it the
 * desk lists a folder without reading its files. As public as the site: of drafts and of what is not sure nothing is in it.
 */
export function titlesFile(folder = contentDir()): Record<string, string> {
  const { files, media } = readContent(folder);
  const known = collectKnown(files, { buildDate: buildDate(), media });
  return Object.fromEntries(
    files.flatMap(({ path, text }) => {
      const kind = kindOfPath(path);
      const entry = kind && [...(known.entries[kind.name as keyof typeof known.entries]?.values() ?? [])].find(({ id }) => `${kind.name}/${id}.${kind.ending}` === path);
      return kind && entry && isPublicEntry(entry) ? [[hashOf(text), titleOf(path, text)]] : [];
    }),
  );
}

/** The title that a file is listed by; nothing when it has none or cannot be read. */
export function titleOf(path: string, text: string): string {
  const kind = kindOfPath(path);
  const title = kind && readEntry(text, kind.ending)[kind.title];
  return typeof title === 'string' ? title : '';
}

/** The name that git has for a file with this text. */
function hashOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
