import config from 'desk:config';
import { DecapCmsCore as CMS } from 'decap-cms-core';
import { readerNow } from '../lists/reader.ts';
import { titleInStub } from '../lists/stub.ts';
import { BROKEN } from '../model/broken.ts';

/** What a kind's file ending says of how it is read. */
export type Ending = 'yaml' | 'mdx';

/** Registers how files of each kind are read; Decap's own readers are never used. Writing comes with the form. */
export function registerFormats(): void {
  for (const { format, extension = 'yaml', identifier_field: title = 'title' } of config.collections) {
    CMS.registerCustomFormat(format, extension, {
      fromFile: (text) => readAs(text, extension, title),
      toFile: () => {
        throw new Error('Nothing is written without a form.');
      },
    });
  }
}

/** The values of a file, or of what stands for it in a list: a stub could not be saved, whatever happens. */
export function readAs(text: string, ending: Ending, title: string): Record<string, unknown> {
  const stub = titleInStub(text);
  if (stub !== undefined) return { [title]: stub, [BROKEN]: text };
  const reader = readerNow();
  if (!reader) throw new Error('A file came before its reader.');
  return reader.readEntry(text, ending);
}
