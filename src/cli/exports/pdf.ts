/** What can be told of a PDF that Chromium has written, from its bytes. */
export interface PdfFacts {
  pages: number;
  /** It carries the structure that a screen reader needs. */
  isTagged: boolean;
  /** Names of fonts whose letters are not in the file. */
  fontsOutside: string[];
}

/** Looks into a PDF. Chromium writes its objects one by one and in clear text, only streams are packed; another writer's file may not be understood. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\s*([\s\S]*?)endobj/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const fonts = [...objects.values()].filter((object) => /\/Type\s*\/Font\b/.test(object) && !/\/Subtype\s*\/Type0/.test(object));
  const isInside = (font: string) => {
    if (/\/Subtype\s*\/Type3/.test(font)) return true;
    const descriptor = objects.get(/\/FontDescriptor (\d+) 0 R/.exec(font)?.[1] ?? '') ?? '';
    return /\/FontFile[23]? \d+ 0 R/.test(descriptor);
  };
  return {
    pages: [...objects.values()].filter((object) => /\/Type\s*\/Page\b(?!s)/.test(object)).length,
    isTagged: /\/MarkInfo\s*<<[^>]*\/Marked\s+true/.test(text) && /\/StructTreeRoot/.test(text),
    fontsOutside: fonts.filter((font) => !isInside(font)).map((font) => /\/BaseFont\s*\/(\S+)/.exec(font)?.[1] ?? '?'),
  };
}
