import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { deskConfig } from '../../cms/model/config.ts';
import { siteUrl } from '../../shared/settings.ts';
import { hardenDecap } from './harden.ts';
import { leaveOut } from './leave-out.ts';
import { patches } from './patches.ts';
import { type DeskBackend, deskBackend, deskContentDir, deskPatience } from './settings.ts';

/** What brings one back end into the bundle, and no other: a module and the name it exports. */
const backends: Record<DeskBackend['name'], [pack: string, name: string]> = {
  proxy: ['./src/cms/forge/local.ts', 'LocalDesk'],
  forgejo: ['./src/cms/forge/forgejo.ts', 'FourEyesForgejo'],
  gitlab: ['./src/cms/forge/gitlab.ts', 'FourEyesGitLab'],
  github: ['./src/cms/forge/github.ts', 'FourEyesGitHub'],
};

/** One file of the desk. */
export interface DeskFile {
  name: string;
  text: string;
  /** One of those that are fetched by themselves when an entry is opened: its form, and what reads its file. */
  isForm?: true;
}

/**
 * The desk's scripts and styles. They do not depend on the content, so a publish takes them from the last build: what
 * was bundled is kept in `.cache/` under a hash of everything that went in.
 */
export async function bundleDesk(): Promise<DeskFile[]> {
  const kept = join('.cache', 'desk', `bundle-${hashOfInputs()}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as DeskFile[];
  const files = await bundle();
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(files));
  renameSync(`${kept}.${process.pid}`, kept);
  return files;
}

function hashOfInputs(): string {
  const hash = createHash('sha256').update(JSON.stringify([deskBackend(), deskContentDir(), deskPatience(), siteUrl().href]));
  const inputs = ['src/cms', 'src/schemas', 'src/lint', 'src/shared', 'src/build/desk'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|css)$/.test(name))
      .sort()
      .map((name) => join(room, name)),
  );
  for (const file of [...inputs, 'package-lock.json']) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The files that the desk's first one needs before anything happens: asked for together, they come one round trip earlier. The
 * largest first: the connection that brought the page is the only one that stands already.
 */
export function neededAtOnce(files: DeskFile[]): string[] {
  const size = new Map(files.map(({ name, text }) => [name, text.length]));
  return importsOf(files, 'desk.js').sort((one, other) => (size.get(other) ?? 0) - (size.get(one) ?? 0));
}

/** The files that the form of an entry needs besides, for an idle moment. */
export function neededForForm(files: DeskFile[]): string[] {
  const before = ['desk.js', ...neededAtOnce(files)];
  const needed = files.filter(({ isForm }) => isForm).flatMap(({ name }) => [name, ...importsOf(files, name)]);
  return [...new Set(needed)].filter((name) => !before.includes(name));
}

function importsOf(files: DeskFile[], name: string, seen: string[] = []): string[] {
  for (const [, next = ''] of (files.find((file) => file.name === name)?.text ?? '').matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)) {
    if (seen.includes(next)) continue;
    seen.push(next);
    importsOf(files, next, seen);
  }
  return seen;
}

/** What comes by itself, when an entry is opened. */
const FORM = ['src/cms/editor.ts', 'src/cms/model/format.ts'];
/**
 * A file that is never run: what stands here becomes one of its own beside the rest of what a list needs. Over a line that begins
 * slowly two files come sooner than one, and are read side by side. Nothing of Decap's may stand here.
 */
const VENDOR = 'vendor';
const vendor = ['desk:config', 'immutable', 'react-dom', 'localforage', 'react-dnd', 'react-dnd-html5-backend', 'react-modal', 'react-redux', 'react-toastify', 'react-window'];

/** Bundles the desk: Decap's core, the fields that the schemas need, one back end, one language. */
async function bundle(): Promise<DeskFile[]> {
  const backend = deskBackend();
  const options: BuildOptions = {
    entryPoints: { desk: 'src/cms/index.ts', [VENDOR]: 'desk:vendor', 'desk-style': 'src/cms/desk.css' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'admin',
    format: 'esm',
    splitting: true,
    chunkNames: 'phan-[hash]',
    target: ['chrome90', 'firefox90', 'safari15'],
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', __DESK_PATIENCE__: String(deskPatience()) },
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [hardenDecap(patches.filter(({ backend: only }) => only === undefined || [only].flat().includes(backend.name))), deskModules(backend), leaveOut],
  };
  const result = await build(options);
  const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? '';
  const forms = FORM.map((source) => {
    const output = Object.entries(result.metafile?.outputs ?? {}).find(([, { entryPoint }]) => entryPoint === source)?.[0];
    if (!output) throw new Error(`${source} is no file of its own any more: something of the desk that a list needs imports it directly.`);
    return nameOf(output);
  });
  const files = (result.outputFiles ?? []).filter(({ path }) => nameOf(path) !== `${VENDOR}.js`);
  return files.map(({ path, text }) => ({ name: nameOf(path), text, ...(forms.includes(nameOf(path)) && { isForm: true as const }) }));
}

/** Modules that are made here: the one back end, the configuration, and the desk's own files for Decap's that ask for them. */
const deskModules = (backend: DeskBackend): Plugin => ({
  name: 'desk-modules',
  setup({ onResolve, onLoad }) {
    const [pack, exported] = backends[backend.name];
    const files: Record<string, string> = { hold: 'safe/hold-while-saving.ts', open: 'safe/is-open.ts', paste: 'paste/into-editor.ts', parts: 'ui/parts.ts', titles: 'lists/titles.ts' };
    onResolve({ filter: /^desk:/ }, ({ path }) => {
      const file = files[path.slice(5)];
      return file ? { path: resolve('src/cms', file) } : { path: path.slice(5), namespace: 'desk' };
    });
    onLoad({ filter: /^backend$/, namespace: 'desk' }, () => ({
      contents: `import { ${exported} as Backend } from '${pack}'; import { withPublishedAhead } from './src/cms/forge/ahead.ts'; import { withReader } from './src/cms/lists/reader.ts'; export const registerBackend = (cms) => cms.registerBackend('${backend.name}', withReader(withPublishedAhead(Backend)));`,
      resolveDir: process.cwd(),
    }));
    onLoad({ filter: /^vendor$/, namespace: 'desk' }, () => ({ contents: vendor.map((name) => `import '${name}';`).join('\n'), resolveDir: process.cwd() }));
    const contentDir = deskContentDir();
    onLoad({ filter: /^config$/, namespace: 'desk' }, () => ({ contents: JSON.stringify({ ...deskConfig({ backend: backend.block, contentDir, siteUrl: siteUrl().href }), contentDir }), loader: 'json' }));
  },
});
