import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { strings } from '../strings/index.ts';

/**
 * Turns `src/styles` and `src/client` into strings for the pages: one stylesheet and one inline script, the same on
 * every page so that one hash of each covers the whole site in the Content-Security-Policy, and the scripts that
 * the inline one fetches on demand.
 */
export interface Assets {
  /** The whole stylesheet, minified. */
  css: string;
  /** The inline module script, minified. */
  loader: string;
  /** Scripts fetched on demand: file name → code. Names carry a hash of the code. */
  scripts: Map<string, string>;
}

/** The oldest browsers whose shipped syntax we promise (see the design's floor). */
const target = ['chrome64', 'safari12', 'firefox67'];
const chunkNames = ['quiz', 'me', 'home', 'calendar', 'keep', 'offline'] as const;

let made: Promise<Assets> | undefined;

/** Makes the assets once per build; while developing, anew each time. `base` is the site's base path. */
export function assets(base: string): Promise<Assets> {
  if (import.meta.env.DEV) return make(base);
  made ??= make(base);
  return made;
}

async function make(base: string): Promise<Assets> {
  const css = shorten(await bundle({ entryPoints: ['src/styles/index.css'] }));
  const scripts = new Map<string, string>();
  const root = base.replace(/\/+$/, '');
  const chunks: Record<string, string> = {};
  for (const name of chunkNames) {
    const code = await bundle({ entryPoints: [`src/client/${name}.ts`], format: 'esm', define: { __WORDS__: JSON.stringify(wordsOfScripts()), __BASE__: JSON.stringify(root) } });
    const file = `${name}-${hash(code)}.js`;
    scripts.set(file, code);
    chunks[name] = `${root}/js/${file}`;
  }
  const loader = await bundle({ entryPoints: ['src/client/loader.ts'], format: 'esm', define: { __CHUNKS__: JSON.stringify(chunks) } });
  return { css: css.trim(), loader: loader.trim(), scripts };
}

/** What only a script says travels with the script, not with every page that may need it. */
function wordsOfScripts(): Record<string, string> {
  const { soFar, more, drop, all, ordered, reorder, passed, passedAll, again, must } = strings().quiz;
  return { soFar, more, drop, all, ordered, reorder, passed, passedAll, again, must };
}

/** Gives the custom properties short names: the sheet travels with every page, their long names would too. */
function shorten(css: string): string {
  const names = [...new Set(css.match(/--[a-z][\w-]*(?=:)/g))];
  return names
    .map((name, index) => [name, `--${index.toString(36)}`] as const)
    .sort(([a], [b]) => b.length - a.length)
    .reduce((text, [name, short]) => text.replaceAll(new RegExp(`${name}(?![\\w-])`, 'g'), short), css)
    .replace(/(--\w+): /g, '$1:');
}

async function bundle(options: BuildOptions): Promise<string> {
  const result = await build({ bundle: true, minify: true, write: false, target, charset: 'utf8', legalComments: 'none', supported: { destructuring: true }, logLevel: 'warning', tsconfigRaw: {}, ...options });
  const [file] = result.outputFiles ?? [];
  if (!file) throw new Error(`Nothing came out of bundling ${basename(String(options.entryPoints))}.`);
  return file.text;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The CSP source expression for inline text: `'sha256-…'`. */
export const cspHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
