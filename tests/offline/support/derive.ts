import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { branch } from '../../../src/build/offline/branch.ts';
import { writeOffline } from '../../../src/build/offline/index.ts';
import { idOf, ObjectFolder } from '../../../src/build/offline/objects.ts';
import type { Root, Top } from '../../../src/shared/offline.ts';
import { readBuild } from './builds.ts';

/** A copy of a finished site with something done to it; `at` is its folder. */
function copy(from: string, at: string): string {
  rmSync(at, { recursive: true, force: true });
  cpSync(from, at, { recursive: true });
  return at;
}

/** Lines that a worker runs before its own: another clock, fewer abilities. */
export function withWorkerPrelude(from: string, at: string, prelude: string): string {
  copy(from, at);
  const file = join(at, 'sw.js');
  writeFileSync(file, `${prelude}\n${readFileSync(file, 'utf8')}`);
  return at;
}

/** Another worker at the same address. */
export function withWorker(from: string, at: string, code: string): string {
  copy(from, at);
  writeFileSync(join(at, 'sw.js'), code);
  return at;
}

/**
 * Makes the worker's own patience shorter: what it waits 8 seconds for, it waits 1 second for. What it does is the same;
 * only tests that want to see the last of five tries need it.
 */
export const hurried = (from: string, at: string, times = 8): string => withWorkerPrelude(from, at, `{const real=setTimeout;self.setTimeout=(work,ms,...rest)=>real(work,ms/${times},...rest)}`);

/** The same site published again under another number: a rollback. */
export function renumbered(from: string, at: string, build: number): string {
  copy(from, at);
  const file = join(at, 'goi/moi.json');
  const root: Root = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...root, build } satisfies Root));
  return at;
}

/** The same site with one level more on the way to its modules, as a library of many has. */
export function branched(from: string, at: string): string {
  copy(from, at);
  const root: Root = JSON.parse(readFileSync(join(at, 'goi/moi.json'), 'utf8'));
  const top: Top = JSON.parse(readFileSync(join(at, `goi/${root.top}.json`), 'utf8'));
  const folder = new ObjectFolder(at);
  const groups = top.groups.map((group): Top['groups'][number] => [group[0], folder.putJson([group])]);
  folder.putRoot({ ...root, top: folder.putJson({ ...top, groups } satisfies Top) } satisfies Root);
  return at;
}

/** The same site as one among so many modules, under another number. The others are names only: enough for whoever looks for one of its own. */
export function crowded(from: string, at: string, build: number, count: number): string {
  copy(from, at);
  const { root, top, modules } = readBuild(at);
  const folder = new ObjectFolder(at);
  const own = Object.entries(modules).map(([id, manifest]): [string, string] => [id, folder.putJson(manifest)]);
  const others = Array.from({ length: count - own.length }, (_, number): [string, string] => [`c${number + 1}`, idOf(`c${number}`)]);
  const groups = branch(
    [...own, ...others].sort(([one], [other]) => (one < other ? -1 : 1)),
    folder,
  );
  folder.putRoot({ ...root, build, top: folder.putJson({ ...top, groups } satisfies Top) } satisfies Root);
  return at;
}

/**
 * A release that changes what all pages share: other names for all scripts, other words in the footer. The old scripts are gone
 * from the server, as with a host that keeps only the last release.
 */
export function redressed(from: string, at: string, build: number): string {
  copy(from, at);
  const scripts = readdirSync(join(at, 'js'));
  const [, old = ''] = /-([0-9a-f]+)\.js$/.exec(scripts[0] ?? '') ?? [];
  const fresh = createHash('sha256').update(`${old} ${build}`).digest('hex').slice(0, old.length);
  for (const name of scripts) renameSync(join(at, 'js', name), join(at, 'js', name.replace(old, fresh)));
  const pages = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => /\.html$|^_headers$/.test(name));
  // Each page runs one script of its own, and says in its policy which; with other names in it, it is another one.
  const script = (html: string) => /<script[^>]*>([^]*?)<\/script>/.exec(html)?.[1] ?? '';
  const home = readFileSync(join(at, 'index.html'), 'utf8');
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const [before, after] = [hash(script(home)), hash(script(home).replaceAll(old, fresh))];
  for (const name of pages) {
    const file = join(at, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(old, fresh).replaceAll(before, after).replace('</footer>', `<p>Bản ${build}</p></footer>`));
  }
  rmSync(join(at, 'goi'), { recursive: true });
  process.env.BUILD_NUMBER = String(build);
  writeOffline(at, '');
  delete process.env.BUILD_NUMBER;
  return at;
}
