import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { siteUrl } from '../../shared/settings.ts';
import { hardenDecap, patches } from './harden.ts';
import { leaveOut } from './leave-out.ts';
import { type DeskBackend, deskBackend, deskContentDir, deskPatience } from './settings.ts';

/** What brings one back end into the bundle, and no other: a module and the name it exports. */
const backends: Record<DeskBackend['name'], [pack: string, name: string]> = {
  proxy: ['decap-cms-backend-proxy', 'ProxyBackend'],
  forgejo: ['./src/cms/forge/forgejo.ts', 'FourEyesForgejo'],
  gitlab: ['decap-cms-backend-gitlab', 'GitLabBackend'],
  github: ['decap-cms-backend-github', 'GitHubBackend'],
};

/** One file of the desk. */
export interface DeskFile {
  name: string;
  text: string;
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

/** The files that the desk's first one needs before anything happens: asked for together, they come one round trip earlier. */
export function neededAtOnce(files: DeskFile[], name = 'desk.js', seen: string[] = []): string[] {
  for (const [, next = ''] of (files.find((file) => file.name === name)?.text ?? '').matchAll(/(?:from|import)"\.\/([\w-]+\.js)"/g)) {
    if (seen.includes(next)) continue;
    seen.push(next);
    neededAtOnce(files, next, seen);
  }
  return seen;
}

/** Bundles the desk: Decap's core, the fields that the schemas need, one back end, one language. */
async function bundle(): Promise<DeskFile[]> {
  const backend = deskBackend();
  const settings = { backend: backend.block, contentDir: deskContentDir(), siteUrl: siteUrl().href, patience: deskPatience() };
  const options: BuildOptions = {
    entryPoints: { desk: 'src/cms/index.ts', 'desk-style': 'src/cms/desk.css' },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'admin',
    format: 'esm',
    splitting: true,
    chunkNames: 'phan-[hash]',
    target: ['chrome90', 'firefox90', 'safari15'],
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis', __DESK__: JSON.stringify(settings) },
    tsconfigRaw: {},
    logLevel: 'silent',
    plugins: [hardenDecap(patches.filter(({ backend: only }) => only === undefined || only === backend.name)), onlyBackend(backend.name), leaveOut],
  };
  const result = await build(options);
  return (result.outputFiles ?? []).map(({ path, text }) => ({ name: path.split(/[\\/]/).at(-1) ?? '', text }));
}

const onlyBackend = (name: DeskBackend['name']): Plugin => ({
  name: 'desk-backend',
  setup({ onResolve, onLoad }) {
    const [pack, exported] = backends[name];
    onResolve({ filter: /^desk:backend$/ }, () => ({ path: name, namespace: 'desk-backend' }));
    // For the one file of Decap's that asks for ours.
    onResolve({ filter: /^desk:paste$/ }, () => ({ path: resolve('src/cms/paste/into-editor.ts') }));
    onLoad({ filter: /.*/, namespace: 'desk-backend' }, () => ({
      contents: `import { ${exported} as Backend } from '${pack}'; export const backendName = '${name}'; export const registerBackend = (cms) => cms.registerBackend('${name}', Backend);`,
      resolveDir: process.cwd(),
    }));
  },
});
