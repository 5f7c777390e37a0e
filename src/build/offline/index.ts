import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Group, ModuleList, ModuleManifest, Pack, Root, Top } from '../../shared/offline.ts';
import { paths } from '../../shared/paths.ts';
import { buildNumber } from './build-number.ts';
import { idOf, ObjectFolder, wireBytes } from './objects.ts';
import { cutPages } from './pages.ts';
import { trainerPacks, trainerScripts } from './trainer-packs.ts';

/** Text of one pack at most, in characters: the unit of a download and of what a fault can waste. */
const PACK_CHARACTERS = 60_000;

/** What the packs need to know of the catalogue that the site has written. */
export interface CatalogueFile {
  modules: { id: string; title: string; url: string; lessons: string[] }[];
  courses: { url: string }[];
  plans: { id: string; title: string; module?: string }[];
}

/**
 * Writes the offline form of the finished site under `/goi/`: see `src/shared/offline.ts` for its shape.
 * Which lessons make up a module is read from `catalogue.json`; everything else from the pages themselves, so a pack
 * cannot forget a picture.
 */
export function offlinePacks(): AstroIntegration {
  let base = '';
  return {
    name: 'offline-packs',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/+$/, '');
      },
      'astro:build:done': ({ dir, logger }) => {
        const count = writeOffline(fileURLToPath(dir), base);
        logger.info(`${count} objects under /goi/`);
      },
    },
  };
}

/** Writes everything and gives back the number of objects. */
export function writeOffline(out: string, base: string): number {
  const folder = new ObjectFolder(out);
  const { shell, bodies } = cutPages(out);
  const catalogue: CatalogueFile = JSON.parse(readFileSync(join(out, 'catalogue.json'), 'utf8'));
  const ids = new Map([...bodies].map(([path, body]) => [path, folder.putText(body)]));
  const scripts = filesIn(join(out, 'js'));
  const forTrainers = trainerScripts(scripts, bodies);
  const parts: Parts = { bodies, ids, folder, out, base, scripts: forTrainers };
  const local = (url: string) => url.slice(base.length);
  const isPage = (path: string) => bodies.has(path);

  const lessons = catalogue.modules.map(({ id, title, url, lessons }) => ({ id, lessons, manifest: manifest(title, [local(url), ...lessons.flatMap((lesson) => [paths.lesson(lesson), paths.quiz(lesson)])].filter(isPage), parts) }));
  const training = trainerPacks(catalogue.plans, isPage).map(({ id, title, pages }) => ({ id, lessons: [] as string[], manifest: manifest(title, pages, parts) }));
  const modules = [...lessons, ...training].sort((a, b) => (a.id < b.id ? -1 : 1));
  const core = [paths.home, paths.help, paths.calendar, paths.me, paths.offline, paths.courses, paths.privacy, ...catalogue.courses.map((course) => local(course.url))].filter(isPage);
  // Trainers' pages stand in the rest as well: one that was only read is found there.
  const placed = new Set([...core, ...lessons.flatMap((module) => Object.keys(module.manifest.pages))]);
  const rest = [...bodies.keys()].filter((path) => !placed.has(path) && path !== '/404.html');

  const list: ModuleList = Object.fromEntries(modules.map(({ id, lessons, manifest }) => [id, { title: manifest.title, lessons: lessons.length, bytes: bytesOf(manifest) }]));
  const groups = deal(modules).map((group): [string, string] => [group[0]?.id ?? '', folder.putJson(Object.fromEntries(group.map(({ id, manifest }) => [id, folder.putJson(manifest)])) satisfies Group)]);
  const top: Top = {
    shell: folder.putJson(shell),
    core: folder.putJson(manifest('', core, parts)),
    rest: folder.putJson({ title: '', pages: Object.fromEntries(rest.map((path) => [path, ids.get(path) ?? ''])), files: {}, packs: [] } satisfies ModuleManifest),
    list: folder.putJson(list),
    scripts: Object.fromEntries(scripts.filter((name) => !forTrainers.includes(name)).map((name) => [`/js/${name}`, idOf(readFileSync(join(out, 'js', name)))])),
    groups,
  };
  folder.putRoot({ build: buildNumber(), top: folder.putJson(top) } satisfies Root);
  return folder.count;
}

const bytesOf = (manifest: ModuleManifest) => [...manifest.packs, ...Object.values(manifest.files)].reduce((sum, [, bytes]) => sum + bytes, 0);

const packOf = (pages: string[], bodies: Map<string, string>): Pack => Object.fromEntries(pages.map((path) => [path, bodies.get(path) ?? '']));

interface Parts {
  bodies: Map<string, string>;
  ids: Map<string, string>;
  folder: ObjectFolder;
  out: string;
  base: string;
  /** Scripts that only trainers' pages ask for: they travel with those. */
  scripts: string[];
}

function manifest(title: string, pages: string[], { bodies, ids, folder, out, base, scripts }: Parts): ModuleManifest {
  const packs = cutIntoPacks(pages, bodies).map((part): [string, number] => {
    const pack = packOf(part, bodies);
    return [folder.putJson(pack), wireBytes(JSON.stringify(pack))];
  });
  const pictures = [...new Set(pages.flatMap((path) => picturesIn(bodies.get(path) ?? '', base)))].sort();
  const needed = scripts.filter((name) => pages.some((path) => bodies.get(path)?.includes(`data-enhance="${name.replace(/-[0-9a-f]+\.js$/, '')}"`))).map((name) => `/js/${name}`);
  const files = [...pictures, ...needed].map((path): [string, [string, number]] => {
    const bytes = readFileSync(join(out, path));
    return [path, [idOf(bytes), bytes.length]];
  });
  return { title, pages: Object.fromEntries(pages.map((path) => [path, ids.get(path) ?? ''])), files: Object.fromEntries(files), packs };
}

/** The pictures that a page shows; where there are two forms of one, the small one. */
const picturesIn = (body: string, base: string) => [...body.matchAll(/<picture>\s*(?:<source[^>]*srcset="([^"]+)"[^>]*>\s*)?<img src="([^"]+)"/g)].map((match) => (match[1] ?? match[2] ?? '').slice(base.length));

function cutIntoPacks(pages: string[], bodies: Map<string, string>): string[][] {
  const packs: string[][] = [[]];
  let size = 0;
  for (const path of pages) {
    const length = bodies.get(path)?.length ?? 0;
    if (size > 0 && size + length > PACK_CHARACTERS) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(path);
    size += length;
  }
  return packs;
}

/** About √n groups of √n, in order, so that no manifest on the way to a lesson grows faster than √n. */
function deal<T>(items: T[]): T[][] {
  const size = Math.max(1, Math.ceil(Math.sqrt(items.length)));
  const groups: T[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
