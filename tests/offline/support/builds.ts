import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOf } from '../../../src/build/offline/objects.ts';
import type { Branch, Group, ModuleManifest, Root, Scripts, Top } from '../../../src/shared/offline.ts';

/** Three states of one site, as three real builds made them: in the second and third a sentence of the lesson `dai-2` has changed. */
export const builds = {
  v1: { content: '.cache/test/offline-content-1', out: '.cache/test/offline-v1', number: 1, editions: {} },
  v2: { content: '.cache/test/offline-content-2', out: '.cache/test/offline-v2', number: 2, editions: { 'dai-2': 2 } },
  v3: { content: '.cache/test/offline-content-3', out: '.cache/test/offline-v3', number: 3, editions: { 'dai-2': 3 } },
} as const;

export const [V1, V2, V3] = [builds.v1.out, builds.v2.out, builds.v3.out];

/** What a finished site says about itself, read from its files, not from the worker. */
export interface Build {
  root: Root;
  top: Top;
  core: ModuleManifest;
  modules: Record<string, ModuleManifest>;
  /** Every page with the id of its body, and every script and picture with the id of its bytes. */
  pages: Record<string, string>;
  files: Record<string, string>;
  /** Names of everything that may be kept. */
  ids: Set<string>;
}

const json = <T>(dir: string, id: string): T => JSON.parse(readFileSync(join(dir, 'goi', `${id}.json`), 'utf8'));

/** Reads a finished site, by the same path that a phone would go. */
export function readBuild(dir: string): Build {
  const root: Root = json(dir, 'moi');
  const top = json<Top>(dir, root.top);
  const core = json<ModuleManifest>(dir, top.core);
  const modules: Record<string, ModuleManifest> = {};
  const walk = (branch: Branch): void => {
    for (const [, next] of branch) {
      const way = json<Branch | Group>(dir, next);
      if (Array.isArray(way)) walk(way);
      else for (const [id, manifest] of Object.entries(way)) modules[id] = json(dir, manifest);
    }
  };
  walk(top.groups);
  const all = [core, json<ModuleManifest>(dir, top.rest), ...Object.values(modules)];
  const pictures = all.flatMap((manifest) => Object.entries(manifest.files).map(([path, [id]]) => [path, id]));
  const files: Record<string, string> = { ...json<Scripts>(dir, top.scripts), ...Object.fromEntries(pictures) };
  const objects = readdirSync(join(dir, 'goi')).map((name) => name.replace(/\.\w+$/, ''));
  return { root, top, core, modules, pages: Object.assign({}, ...all.map(({ pages }) => pages)), files, ids: new Set([...objects, ...Object.values(files)]) };
}

/** Path of one object as it is asked for. */
export const objectPath = (id: string): RegExp => new RegExp(`/goi/${id}\\.(json|txt)$`);

export { idOf };
