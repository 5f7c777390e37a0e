import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { paths } from '../shared/paths.ts';
import { strings, t, trainerStrings } from '../strings/index.ts';
import { leaner } from './leaner.ts';

/**
 * Turns `src/styles` and `src/client` into strings for the pages: one stylesheet and one inline script, the same on
 * every page so that one hash of each covers the whole site in the Content-Security-Policy, and the scripts that
 * the inline one fetches on demand.
 */
export interface Assets {
  /** The stylesheet of every page, minified. */
  css: string;
  /** What the pages around the lessons need besides. */
  more: string;
  /** What the trainers' pages need besides, in its place: a file of its own, which nobody else fetches or keeps. */
  wing: { file: string; css: string };
  /** The inline script, minified. */
  loader: string;
  /** Scripts fetched on demand: file name → code. Names carry a hash of the code. */
  scripts: Map<string, string>;
}

/** The oldest browsers whose shipped syntax we promise (see the design's floor). */
const target = ['es2017', 'chrome64', 'safari12', 'firefox67'];
const chunkNames = ['quiz', 'me', 'home', 'calendar', 'keep', 'shelf', 'offline', 'story', 'check', 'send', 'exit', 'discreet', 'safety', 'search', 'deck', 'group', 'merge', 'savings', 'trade'] as const;

let made: Promise<Assets> | undefined;

/** Makes the assets once per build; while developing, anew each time. `base` is the site's base path. */
export function assets(base: string): Promise<Assets> {
  if (import.meta.env.DEV) return make(base);
  made ??= make(base);
  return made;
}

async function make(base: string): Promise<Assets> {
  const sheets = await Promise.all(['index', 'more', 'wing'].map((name) => bundle({ entryPoints: [`src/styles/${name}.css`] })));
  const [css = '', more = '', wings = ''] = shorten(sheets);
  // Every printed page of a trainer says what to do when somebody tells their story; only the style knows where a page ends.
  const wingCss = wings.replace('__FOOT__', trainerStrings().disclosure.foot.replace(/["\\]/g, ''));
  const scripts = new Map<string, string>();
  const root = base.replace(/\/+$/, '');
  const codes = new Map<string, string>();
  // Three that are not enhancers: the thread that searches, and what feeds it from the phone and from afar. The script that starts them has to know their names.
  const searcher = await bundle(searchThread(root));
  const searchFile = `tim-kiem-${hash(searcher)}.js`;
  const shelves = await bundle({ entryPoints: ['src/client/shelves.ts'], format: 'esm', define: { __BASE__: JSON.stringify(root), __VERSION__: JSON.stringify(hash(searcher)) } });
  const shelvesFile = `tim-bai-${hash(shelves)}.js`;
  const texts = await bundle({ entryPoints: ['src/client/texts.ts'], format: 'esm', define: { __BASE__: JSON.stringify(root) } });
  const textsFile = `tim-xa-${hash(texts)}.js`;
  const names = { __TEXTS__: JSON.stringify(`${root}/js/${textsFile}`), __SEARCHER__: JSON.stringify(`${root}/js/${searchFile}`), __SHELVES__: JSON.stringify(`${root}/js/${shelvesFile}`) };
  for (const name of chunkNames) codes.set(name, await bundle({ entryPoints: [`src/client/${name}.ts`], format: 'esm', define: { __WORDS__: JSON.stringify(wordsOf(name)), __BASE__: JSON.stringify(root), ...names } }));
  // One hash for all of them keeps the inline script, which every page carries, short.
  const version = hash([...codes.values()].join(''));
  for (const [name, code] of codes) scripts.set(`${name}-${version}.js`, code);
  scripts.set(searchFile, searcher).set(shelvesFile, shelves).set(textsFile, texts);
  const exit = [root + paths.calendar, t('calendar.title')];
  const loader = await bundle({ entryPoints: ['src/client/loader.ts'], format: 'iife', define: { __JS__: JSON.stringify([`${root}/js/`, `-${version}.js`]), __EXIT__: JSON.stringify(exit) } });
  const wing = { file: `tap-huan-${hash(wingCss)}.css`, css: wingCss };
  return { css, more, wing, loader: loader.trim(), scripts };
}

/** The search engine as it runs on a phone: lunr's own files, without those that are never used (see `src/search/core`). */
export const searchThread = (root: string): BuildOptions => ({
  entryPoints: ['src/client/searcher.ts'],
  format: 'iife',
  alias: { lunr: './src/search/core/index.js', 'lunr/lib': './node_modules/lunr/lib' },
  inject: ['src/search/core/base.js'],
  plugins: [leaner],
  // lunr's inner names, which no minifier may touch by itself; none of them is part of a message or of what is kept.
  mangleProps:
    /^(?:invertedIndex|fieldVectors|fieldTermFrequencies|fieldLengths|averageFieldLength|documentCount|metadataWhitelist|createFieldVectors|calculateAverageFieldLengths|createTokenSet|positionForIndex|_magnitude|fieldName|docRef|_stringValue|matchData|allFields|clauses|upsert|similarity|tokenizer|searchPipeline|pipeline|termIndex|isNegated|joiner|fromString|TRAILING|LEADING|REQUIRED|PROHIBITED|OPTIONAL|NONE|FieldRef|MatchData|TokenSet|tokenSet|Builder|Vector|fromClause|runString|extractor|_documents|_fields|_ref|_b|_k1|folded|marked|isFull|lacks|hits|each|likeness)$/,
  define: { __BASE__: JSON.stringify(root) },
});

/** What only a script says travels with the script that says it, not with every page that may need it. */
function wordsOf(script: (typeof chunkNames)[number]): Partial<Record<string, string>> {
  if (script === 'keep' || script === 'shelf') return strings().keep;
  if (script === 'send' || script === 'check') {
    const { share, copy, copied } = strings().send;
    return { share, copy, copied };
  }
  if (script === 'safety') return strings().safety;
  if (script === 'exit') return { more: strings().site.exitMore };
  if (script === 'discreet') return { title: t('site.name') };
  if (script === 'search') {
    const { urgent, title, intro, label, button, list, jump, toFacts, question, ...words } = strings().search;
    return words;
  }
  if (script === 'deck') {
    const { where, timer, over, noNotes, lost } = trainerStrings().deck;
    return { where, timer, over, noNotes, lost };
  }
  if (script === 'group' || script === 'merge' || script === 'savings' || script === 'trade') return trainerWords(script);
  if (script !== 'quiz') return {};
  const { soFar, more, drop, all, ordered, reorder, passed, passedAll, again, must, lookAgain, retry, kept, notKept } = strings().quiz;
  return { soFar, more, drop, all, ordered, reorder, passed, passedAll, again, must, lookAgain, retry, kept, notKept };
}

/** Words of the trainers' tools. A list is one text with its lines between bars. */
function trainerWords(script: 'group' | 'merge' | 'savings' | 'trade'): Record<string, string> {
  const { group, merge, savings, trade, result } = trainerStrings();
  // Two sections say "before": once as a button, once as the head of a column.
  const results = { ...result, beforeShort: result.before, afterShort: result.after, laterShort: result.later, headsTable: result.heads, peopleBoth: result.people, columns: result.columns.join('|') };
  const words = { group: { ...results, ...group, title: result.title }, merge: { ...results, ...merge }, savings, trade }[script];
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, Array.isArray(text) ? text.join('|') : text]));
}

/** Gives the custom properties short names, the same in all sheets: they travel with every page, long names would too. */
function shorten(sheets: string[]): string[] {
  const names = [...new Set(sheets[0]?.match(/--[a-z][\w-]*(?=:)/g))];
  const renames = names.map((name, index) => [new RegExp(`${name}(?![\\w-])`, 'g'), `--${index.toString(36)}`] as const);
  const rename = (text: string) =>
    renames
      .reduce((result, [name, short]) => result.replace(name, short), text)
      .replace(/(--\w+): /g, '$1:')
      .trim();
  return sheets.map(rename);
}

async function bundle(options: BuildOptions): Promise<string> {
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    target,
    charset: 'utf8',
    legalComments: 'none',
    // A script in a page's head is no module, and may fetch modules all the same.
    supported: { destructuring: true, 'dynamic-import': true },
    logLevel: 'warning',
    tsconfigRaw: {},
    jsx: 'automatic',
    jsxImportSource: 'preact',
    ...options,
  });
  const [file] = result.outputFiles ?? [];
  if (!file) throw new Error(`Nothing came out of bundling ${basename(String(options.entryPoints))}.`);
  return file.text;
}

/** A short name for a text: eight hex digits of its SHA-256. */
export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The CSP source expression for inline text: `'sha256-…'`. */
export const cspHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
