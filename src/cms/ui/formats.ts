import config from 'desk:config';
import { DecapCmsCore as CMS } from 'decap-cms-core';
import { readAs } from '../lists/reader.ts';

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
