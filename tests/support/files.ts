import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of all files of a folder, in order, with `/` between names. */
export function filesOf(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** All files of a folder by path, each with a hash of its bytes. */
export function fingerprint(dir: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(dir).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex'),
    ]),
  );
}

/** Files that hold a text somewhere in their bytes. */
export function filesWith(dir: string, text: string): string[] {
  return filesOf(dir).filter((file) => readFileSync(join(dir, file)).includes(text));
}
