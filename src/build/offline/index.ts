import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cutBody, type ModuleList, type ModuleManifest, type Pack, type Root, type Scripts, type Top } from '../../shared/offline.ts';
import { paths } from '../../shared/paths.ts';
import type { Recall, RecalledNumber } from '../../shared/recall.ts';
import { branch } from './branch.ts';
import { buildNumber } from './build-number.ts';
import { idOf, ObjectFolder, wireBytes } from './objects.ts';
import { cutPages } from './pages.ts';
import { scriptName, trainerPacks, trainerScripts } from './trainer-packs.ts';

/** Text of one pack at most, in characters: about 20 KB on the wire, the unit of a download and of what a fault can waste. Smaller ones compress worse. */
const PACK_CHARACTERS = 150_000;

/** What the packs need to know of the catalogue that the site has written. */
interface CatalogueFile {
  /** `forms` are those that readers use: a third form travels with the trainers' group page, which holds its text. */
  modules: { id: string; title: string; url: string; lessons: string[]; scenarios: string[]; forms: string[] }[];
  courses: { url: string }[];
  plans: { id: string; title: string; module?: string }[];
  withdrawn?: { lessons: { id: string }[]; numbers: RecalledNumber[] };
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
  const forTrainers = trainerScripts(
    scriptsIn(out).map(([path]) => path),
    bodies,
  );
  const parts: Parts = { bodies, ids, folder, out, base, scripts: forTrainers };
  const local = (url: string) => url.slice(base.length);
  const isPage = (path: string) => bodies.has(path);

  const readers = catalogue.modules.map(({ id, title, url, lessons, scenarios, forms }) => {
    const pages = [local(url), ...lessons.flatMap((lesson) => [paths.lesson(lesson), paths.quiz(lesson), paths.send(lesson)]), ...scenarios.map(paths.scenario), ...forms.map(paths.quiz)];
    return { id, lessons, manifest: manifest(title, pages.filter(isPage), parts) };
  });
  const trainers = trainerPacks(catalogue.plans, [...bodies.keys()]).map(({ id, title, pages }) => ({ id, lessons: [] as string[], manifest: manifest(title, pages, parts) }));
  const modules = [...readers, ...trainers].sort((a, b) => (a.id < b.id ? -1 : 1));
  // About 25 KB in all, unasked: what helps in need and what leads on. Everything else comes when it is read or asked for.
  const core = [paths.home, paths.help, paths.offer, paths.safety, paths.calendar, paths.me, paths.offline, paths.courses, ...catalogue.courses.map((course) => local(course.url))].filter(isPage);
  // Trainers' pages stand in the rest as well: one that was only read is found there.
  const placed = new Set([...core, ...readers.flatMap((module) => Object.keys(module.manifest.pages))]);
  const rest = [...bodies.keys()].filter((path) => !placed.has(path) && path !== '/404.html');

  const list: ModuleList = Object.fromEntries(modules.map(({ id, lessons, manifest }) => [id, { title: manifest.title, lessons: lessons.length, bytes: wholeKilobytes(bytesOf(manifest)) }]));
  const groups = branch(
    modules.map(({ id, manifest }) => [id, folder.putJson(manifest)]),
    folder,
  );
  const top: Top = {
    shell: folder.putJson(shell),
    core: folder.putJson(withScripts(manifest('', core, parts, Number.POSITIVE_INFINITY), out)),
    rest: folder.putJson({ title: '', pages: Object.fromEntries(rest.map((path) => [path, ids.get(path) ?? ''])), files: {}, packs: [] } satisfies ModuleManifest),
    list: folder.putJson(list),
    scripts: folder.putJson(Object.fromEntries(scriptsIn(out).flatMap(([path, [id]]) => (forTrainers.includes(path) || ONLINE_SCRIPTS.test(path) ? [] : [[path, id]]))) satisfies Scripts),
    groups,
  };
  const recall = recallFrom(catalogue, ids);
  folder.putRoot({ build: buildNumber(), top: folder.putJson(top), ...(recall && { recall: folder.putJson(recall) }) } satisfies Root);
  return folder.count;
}

/** What is withdrawn, as phones are told; nothing when nothing is. */
function recallFrom({ withdrawn }: CatalogueFile, ids: Map<string, string>): Recall | undefined {
  if (!withdrawn || withdrawn.lessons.length + withdrawn.numbers.length === 0) return undefined;
  // What a lesson had to send on has no page any more: the lesson's own says why.
  const pages = withdrawn.lessons
    .flatMap(({ id }) => [
      [paths.lesson(id), ids.get(paths.lesson(id))],
      [paths.quiz(id), ids.get(paths.quiz(id))],
      [paths.send(id), ids.get(paths.lesson(id))],
    ])
    .filter(([, body]) => body);
  return { pages: Object.fromEntries(pages), numbers: withdrawn.numbers.map(({ written, instead }) => ({ written, instead })) };
}

/** Scripts that everybody keeps: the way out must know the month, and whoever wants to erase everything may be offline. All others wait until they are used. */
const CORE_SCRIPTS = /^\/js\/(?:calendar|discreet|safety)-/;

/** Scripts that are of no use without a network: nobody keeps them. */
const ONLINE_SCRIPTS = /^\/js\/tim-xa-/;

const scriptsIn = (out: string) => filesIn(join(out, 'js')).map((name): [string, [string, number]] => [`/js/${name}`, idAndSize(join(out, 'js', name))]);

const withScripts = (core: ModuleManifest, out: string): ModuleManifest => ({ ...core, files: { ...core.files, ...Object.fromEntries(scriptsIn(out).filter(([path]) => CORE_SCRIPTS.test(path))) } });

function idAndSize(file: string): [string, number] {
  const bytes = readFileSync(file);
  return [idOf(bytes), /\.(?:svg|js|css)$/.test(file) ? wireBytes(bytes.toString()) : bytes.length];
}

const bytesOf = (manifest: ModuleManifest) => [...manifest.packs, ...Object.values(manifest.files)].reduce((sum, [, bytes]) => sum + bytes, 0);

const wholeKilobytes = (bytes: number) => Math.ceil(bytes / 1024) * 1024;

const packOf = (pages: string[], bodies: Map<string, string>): Pack => Object.fromEntries(pages.map((path) => [path, bodies.get(path) ?? '']));

interface Parts {
  bodies: Map<string, string>;
  ids: Map<string, string>;
  folder: ObjectFolder;
  out: string;
  base: string;
  /** Addresses of scripts that only trainers' pages ask for: they travel with those. */
  scripts: string[];
}

function manifest(title: string, pages: string[], { bodies, ids, folder, out, base, scripts }: Parts, limit = PACK_CHARACTERS): ModuleManifest {
  const packs = cutIntoPacks(pages, bodies, limit).map((part): [string, number] => {
    const pack = packOf(part, bodies);
    return [folder.putJson(pack), wireBytes(JSON.stringify(pack))];
  });
  const pictures = [...new Set(pages.flatMap((path) => picturesIn(bodies.get(path) ?? '', base)))].sort();
  const needed = scripts.filter((path) => pages.some((page) => bodies.get(page)?.includes(`data-enhance="${scriptName(path)}"`)));
  const styles = [...new Set(pages.flatMap((path) => stylesIn(bodies.get(path) ?? '', base)))];
  const files = [...pictures, ...needed, ...styles].map((path): [string, [string, number]] => [path, idAndSize(join(out, path))]);
  const pieces = pages.flatMap((path): [string, string[]][] => {
    const cut = cutBody(bodies.get(path) ?? '');
    return cut.length > 1 ? [[path, cut.map((piece) => folder.putPiece(piece))]] : [];
  });
  return { title, pages: Object.fromEntries(pages.map((path) => [path, ids.get(path) ?? ''])), files: Object.fromEntries(files), packs, ...(pieces.length > 0 && { pieces: Object.fromEntries(pieces) }) };
}

/** The stylesheet that a page asks for: trainers' pages have one. */
const stylesIn = (body: string, base: string) => [...body.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => (match[1] ?? '').slice(base.length));

/** The pictures that a page shows; where there are two forms of one, the small one. */
const picturesIn = (body: string, base: string) => [...body.matchAll(/<picture>\s*(?:<source[^>]*srcset="([^"]+)"[^>]*>\s*)?<img src="([^"]+)"/g)].map((match) => (match[1] ?? match[2] ?? '').slice(base.length));

function cutIntoPacks(pages: string[], bodies: Map<string, string>, limit: number): string[][] {
  const packs: string[][] = [[]];
  let size = 0;
  for (const path of pages) {
    const length = bodies.get(path)?.length ?? 0;
    if (size > 0 && size + length > limit) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(path);
    size += length;
  }
  return packs;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
