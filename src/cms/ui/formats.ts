import { DecapCmsCore as CMS } from 'decap-cms-core';
import { formatName } from '../model/config.ts';
import { readEntry, type Values, writeEntry } from '../model/format.ts';
import { deskKinds } from '../model/kinds.ts';

/** Registers how files of each kind are read and written; Decap's own readers are never used. */
export function registerFormats(): void {
  for (const kind of deskKinds()) {
    CMS.registerCustomFormat(formatName(kind), kind.ending, {
      fromFile: (text: string) => readEntry(text, kind.ending),
      toFile: (values: Values) => writeEntry(values, kind.schema, kind.ending),
    });
  }
}
