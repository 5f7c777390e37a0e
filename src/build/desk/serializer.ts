import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { hardenDecap, serializerPatches } from './harden.ts';

/** The rich text editor's own serializer, as the desk uses it. */
export interface Serializer {
  /** A file in the form the desk writes; undefined for what it does not edit or cannot read. */
  canonicalFile(path: string, text: string): string | undefined;
  /** A lesson's text as the editor would write it after merely opening it. */
  canonicalBody(body: string): string;
  /** What somebody typed as the words of one paragraph, as the editor writes it. */
  fromText(text: string): string;
}

let made: Promise<Serializer> | undefined;

/** Bundles the editor's serializer for Node: it is written for browsers and bundlers, and asks a React component for its parts. */
export function loadSerializer(): Promise<Serializer> {
  made ??= make();
  return made;
}

async function make(): Promise<Serializer> {
  const folder = join('.cache', 'desk');
  const result = await build({
    entryPoints: ['src/cms/canonical.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
    tsconfigRaw: {},
    plugins: [
      hardenDecap(serializerPatches),
      {
        name: 'components-without-react',
        setup: ({ onResolve }) => onResolve({ filter: /^\.\.\/MarkdownControl$/ }, ({ importer }) => (importer.includes('decap-cms-widget-markdown') ? { path: join(process.cwd(), 'src/cms/canonical.ts') } : undefined)),
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  const file = join(process.cwd(), folder, `serializer-${process.pid}.mjs`);
  writeFileSync(file, result.outputFiles[0]?.text ?? '');
  return (await import(pathToFileURL(file).href)) as Serializer;
}
