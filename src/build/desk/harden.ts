import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** A change to one file of a dependency, made while it is bundled. */
export interface Patch {
  /** End of the file's path. */
  file: string;
  /** The back end, or those, without which the file is no part of the bundle. */
  backend?: string | string[];
  /** Why it is changed, for the message when the line is gone. */
  why: string;
  /** What stands there now, and what shall stand there; each must be found exactly once. */
  changes?: [now: string, then: string][];
  /** Or another text for the whole file; `exports` are names that the file must still export. */
  instead?: { exports: string[]; text: string };
}

/** Applies patches while esbuild reads the files; refuses to build when one of them no longer fits. */
export function hardenDecap(wanted: Patch[]): Plugin {
  return {
    name: 'harden-decap',
    setup(build) {
      const used = new Set<Patch>();
      for (const patch of wanted) {
        build.onLoad({ filter: new RegExp(`node_modules[\\\\/]${patch.file.replace(/[.]/g, '\\.').replaceAll('/', '[\\\\/]')}$`) }, ({ path }) => {
          used.add(patch);
          return { contents: applyPatch(patch, readFileSync(path, 'utf8')), loader: 'js' };
        });
      }
      build.onEnd(() => ({
        errors: wanted.filter((patch) => !used.has(patch)).map(({ file, why }) => ({ text: `${file} is no longer part of the bundle, but it was patched: ${why}. Look whether the patch is still needed.` })),
      }));
    },
  };
}

/** The text of a dependency's file after its patch. @throws {Error} when a line that it changes is not there exactly once */
export function applyPatch({ file, why, changes = [], instead }: Patch, text: string): string {
  const fail = (what: string): never => {
    throw new Error(`${file} has changed (${what}). It was patched because ${why}. Look whether the patch is still needed, then adapt it in src/build/desk/patches.ts.`);
  };
  if (instead) return instead.exports.every((name) => new RegExp(`export (?:function |const |class )?${name}\\b`).test(text)) ? instead.text : fail(`no ${instead.exports.join(', ')}`);
  return changes.reduce((result, [now, then]) => (result.split(now).length === 2 ? result.replace(now, () => then) : fail(`missing: ${now.trim().split('\n')[0]}`)), text);
}
