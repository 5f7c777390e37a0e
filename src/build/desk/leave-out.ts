import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** A package that a dependency asks for and the desk does not need. */
interface Spared {
  /** What is asked for, and by whom. */
  wanted: RegExp;
  by: RegExp;
  why: string;
  /** What it gets instead. */
  instead: { file: string } | { text: string };
}

const nothing = { text: 'export default function nothing() {}' };

/** Weight that would be carried for nothing: half of the desk's download. */
const spared: Spared[] = [
  { wanted: /^@jsquash\/webp$/, by: /decap-cms-core/, why: 'the browser encodes pictures itself; WebAssembly would need a wider policy', instead: { file: 'src/cms/ui/webp.ts' } },
  { wanted: /^rehype-(parse|remark|remove-comments)$/, by: /decap-cms-widget-markdown/, why: 'only an old way of pasting used it', instead: nothing },
  {
    wanted: /^yaml$/,
    by: /decap-cms-core/,
    why: 'the configuration is given, not read, and the page for a crash sends nothing to anybody',
    instead: { text: "export default { parse() { throw new Error('The configuration is given.'); }, stringify: () => '' };" },
  },
  {
    wanted: /^lodash\/fp$/,
    by: /decap-cms-lib-util/,
    why: 'a whole second lodash for four small functions',
    instead: {
      text: "export { default as flow } from 'lodash/flow'; export { default as fromPairs } from 'lodash/fromPairs'; export const map = (act) => (list) => list.map((one) => act(one)); export const filter = (test) => (list) => list.filter((one) => test(one));",
    },
  },
  {
    wanted: /^object\.entries$/,
    by: /node-polyglot/,
    why: 'every browser that runs the desk has it; its substitute throws while it loads, for which the browser reads the whole file again',
    instead: { text: 'module.exports = Object.entries;' },
  },
  {
    wanted: /^\.\/_getRawTag$/,
    by: /lodash/,
    why: 'it tries to write to every Map and Set it is asked about and catches the error: while the desk loads, the browser reads the whole file again to say where that was',
    instead: { text: "module.exports = (value) => (Object.prototype.hasOwnProperty.call(value, Symbol.toStringTag) ? '[object Object]' : Object.prototype.toString.call(value));" },
  },
  { wanted: /\/locales\/index\.js$/, by: /node_modules[\\/]zod/, why: 'messages of 50 languages; ours stand in the schemas', instead: { text: 'export {};' } },
];

/** Leaves {@link spared} out of the bundle; refuses to build when something on the list is no longer asked for. */
export const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad, onEnd }) {
    const seen = new Set<Spared>();
    for (const one of spared) {
      onResolve({ filter: one.wanted }, ({ importer }) => {
        if (!one.by.test(importer)) return undefined;
        seen.add(one);
        return 'file' in one.instead ? { path: resolve(one.instead.file) } : { path: String(spared.indexOf(one)), namespace: 'left-out' };
      });
    }
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => {
      const instead = spared[Number(path)]?.instead;
      return { contents: instead && 'text' in instead ? instead.text : '', resolveDir: process.cwd() };
    });
    onEnd(() => ({ errors: spared.filter((one) => !seen.has(one)).map(({ wanted, why }) => ({ text: `Nothing asks for ${wanted.source} any more (left out because: ${why}). Take it off the list in src/build/desk/leave-out.ts.` })) }));
  },
};
