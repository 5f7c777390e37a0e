import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { hardenDecap } from './harden.ts';
import { serializerPatches } from './patches.ts';

/** The rich text editor's own serializer, as the desk uses it. */
export interface Serializer {
  /** A file in the form the desk writes; undefined for what it does not edit or cannot read. */
  canonicalFile(path: string, text: string): string | undefined;
  /** A lesson's text as the editor would write it after merely opening it. */
  canonicalBody(body: string): string;
  /** What somebody typed as the words of one paragraph, as the editor writes it. */
  fromText(text: string): string;
  /** Pasted or imported blocks, in the editor's own shape, as the editor writes them. */
  fromBlocks(blocks: unknown[]): string;
}

let made: Promise<Serializer> | undefined;

/** Bundles the editor's serializer for Node: it is written for browsers and bundlers, and asks a React component for its parts. */
export function loadSerializer(): Promise<Serializer> {
  made ??= make();
  return made;
}

async function make(): Promise<Serializer> {
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
  const text = result.outputFiles[0]?.text ?? '';
  // A folder of packages: a test runner compiles what lies elsewhere once more, which takes longer than all its work.
  const folder = join(process.cwd(), 'node_modules', '.cache', 'desk');
  const file = join(folder, `serializer-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  }
  return (await import(pathToFileURL(file).href)) as Serializer;
}
