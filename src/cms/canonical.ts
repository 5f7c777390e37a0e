import { canonicalBody } from './body/round-trip.ts';
import { BROKEN } from './model/broken.ts';
import { readEntry, writeEntry } from './model/format.ts';
import { kindOfPath } from './model/kinds.ts';

export { canonicalBody, fromBlocks, fromText, getEditorComponents } from './body/round-trip.ts';

/**
 * A content file in the one form that the desk writes: opening and saving it there changes nothing.
 *
 * @param path inside the content folder
 * @returns undefined for what the desk does not edit, or cannot read (the content check says why)
 */
export function canonicalFile(path: string, text: string): string | undefined {
  const kind = kindOfPath(path);
  if (!kind) return undefined;
  const values = readEntry(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''), kind.ending);
  if (BROKEN in values) return undefined;
  return writeEntry({ ...values, ...(typeof values['body'] === 'string' && { body: canonicalBody(values['body']) }) }, kind.schema, kind.ending);
}
