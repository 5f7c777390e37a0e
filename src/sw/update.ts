import { type Branch, branchOf, cutBody, type Group, type ModuleManifest, moduleHint, type Pack, pieceName, type Root, type Scripts, type Top } from '../shared/offline.ts';
import { fetchBytes, fetchNamed, fetchObject, WrongAnswerError } from './fetch-object.ts';
import { idOf } from './names.ts';
import { heedIfPossible } from './recall.ts';
import { has, idsOf, keptNames, readState, readText, type State, sweep, writer } from './store.ts';

type Writer = ReturnType<typeof writer>;

/** Asks what the newest build is: always from the network, and only something that is a root counts. */
export async function fetchRoot(signal?: AbortSignal): Promise<Root> {
  const text = new TextDecoder().decode(await fetchBytes('/goi/moi.json', signal));
  try {
    const root = JSON.parse(text) as Root;
    if (Number.isSafeInteger(root.build) && /^[0-9a-f]{32}$/.test(root.top) && /^([0-9a-f]{32})?$/.test(root.recall ?? '')) return root;
  } catch {
    // A portal's page is not JSON: the line below says so.
  }
  throw new WrongAnswerError('/goi/moi.json is not a root');
}

/** Files of earlier builds that are spared: about four builds' scripts, if all have changed each time. */
const OLDER_FILES = 64;

/** Manifests that this worker has read. A name says what it stands for, so they never grow old. */
const read = new Map<string, unknown>();

/** An object that is JSON; kept, so that it is asked for once, however many pages lead to it. On a full phone it is asked for once in a worker's life. */
export async function fetchJson<T>(id: string, signal?: AbortSignal): Promise<T> {
  if (!read.has(id)) {
    const text = await fetchObject(id, 'json', signal);
    await writer()
      .put(id, text)
      .catch(() => {});
    read.set(id, JSON.parse(text));
  }
  return read.get(id) as T;
}

/** The manifest of a module in a build, and its id; nothing when the build has no such module. */
export async function findModule(top: Top, module: string, signal?: AbortSignal): Promise<{ id: string; manifest: ModuleManifest } | undefined> {
  let way: Branch | Group = top.groups;
  while (Array.isArray(way)) {
    const next = branchOf(way, module);
    if (!next) return undefined;
    way = await fetchJson<Branch | Group>(next, signal);
  }
  const id = way[module];
  return id ? { id, manifest: await fetchJson<ModuleManifest>(id, signal) } : undefined;
}

/**
 * Brings what is kept up to the newest build, or makes the first state. The new state is put only when every object it
 * needs is kept and right; until then, and whatever fails on the way, the old one stands and serves.
 *
 * @returns The state that stands afterwards, and whether it is a new one.
 * @throws WrongAnswerError, a network error or a full phone's QuotaExceededError; nothing has changed then.
 */
export async function update(signal?: AbortSignal): Promise<{ state: State; isNew: boolean }> {
  const write = writer();
  const old = await readState();
  const root = await fetchRoot(signal);
  // An older build is a stale copy somewhere on the way, and a wrong clock has no say in it.
  if (old && (root.build < old.build || (root.top === old.top && (await isWhole(old))))) {
    // On a full phone this fails, and costs no more than asking again soon.
    await write.put('state', JSON.stringify({ ...old, asked: Date.now() } satisfies State), 'application/json').catch(() => {});
    return { state: old, isNew: false };
  }
  await heedIfPossible(root, signal);
  const top = await keepJson<Top>(root.top, write, signal);
  await keepJson(top.shell, write, signal);

  const core = await keepJson<ModuleManifest>(top.core, write, signal);
  const pages: Record<string, string> = { ...core.pages };
  const modules: Record<string, string> = {};
  const files: Record<string, string> = Object.fromEntries(Object.entries(core.files).map(([path, [id]]) => [path, id]));
  for (const path of Object.keys(old?.files ?? {})) if (path.endsWith('.js')) Object.assign(files, successor(path, await fetchJson<Scripts>(top.scripts, signal)));
  const pieces: Record<string, string[]> = {};
  for (const id of Object.keys(old?.modules ?? {})) {
    const found = await findModule(top, id, signal);
    if (!found) continue;
    await write.put(found.id, JSON.stringify(found.manifest));
    modules[id] = found.id;
    Object.assign(pages, found.manifest.pages);
    Object.assign(pieces, found.manifest.pieces);
    for (const [path, [name]] of Object.entries(found.manifest.files)) files[path] = name;
  }
  for (const path of Object.keys(old?.pages ?? {})) {
    if (pages[path]) continue;
    const body = await fetchObject(old?.pages[path] ?? '', 'txt', signal).catch(() => '');
    const found = await findPage(path, body, top, signal);
    if (!found) continue;
    pages[path] = found.id;
    if (found.pieces) pieces[path] = found.pieces;
  }
  if (!old) for (const [pack] of core.packs) await keepPack(pack, core, write, signal);
  for (const [path, id] of Object.entries(pages)) {
    if (!(await has(id))) await write.put(id, await fetchBody(path, id, pieces[path], old?.pages[path], signal));
  }
  for (const [path, id] of Object.entries(files)) if (!(await has(id))) await write.put(id, await fetchNamed(path, id, signal), typeOf(path));

  const gone = Object.entries({ ...old?.older, ...old?.files }).filter(([path]) => !files[path]);
  const older = Object.fromEntries(gone.slice(-OLDER_FILES));
  const changed = old ? Object.keys(pages).filter((path) => path.startsWith('/bai-hoc/') && pages[path] !== old.pages[path]) : [];
  const news = changed.length > 0 ? changed : (old?.news ?? []).filter((path) => pages[path]);
  // Heard while this was under way, or before an older copy of the site was met.
  const heard = (await readState())?.recall;
  const standing = heard && heard.build > root.build ? { recall: heard } : {};
  const state: State = { build: root.build, top: root.top, shell: top.shell, pages, files, older, modules, wanted: old?.wanted ?? [], news, asked: Date.now(), ...standing, before: old ? idsOf(old) : [] };
  await write.put('state', JSON.stringify(state), 'application/json');
  await sweep(state);
  return { state, isNew: true };
}

/** The script of this build that stands where one of an earlier build stood: the names differ in their hash only. */
function successor(path: string, scripts: Scripts): Record<string, string> {
  const stem = path.replace(/-[0-9a-f]+\.js$/, '-');
  const next = Object.keys(scripts).find((other) => other.replace(/-[0-9a-f]+\.js$/, '-') === stem);
  return next ? { [next]: scripts[next] as string } : {};
}

/** Whether everything that a state points at is there and right; eviction and broken storage take single entries too. */
export async function isWhole(state: State): Promise<boolean> {
  for (const id of idsOf(state)) if (!(await has(id))) return false;
  return true;
}

/** Modules that were whole once and of which something is gone: a browser short of space takes single entries too. */
export async function lostModules(state: State): Promise<string[]> {
  const here = await keptNames();
  const lost: string[] = [];
  for (const [module, id] of Object.entries(state.modules)) {
    const manifest = here.has(id) ? await fetchJson<ModuleManifest>(id) : undefined;
    const ids = manifest && [...Object.values(manifest.pages), ...Object.values(manifest.files).map(([file]) => file)];
    if (!ids?.every((part) => here.has(part))) lost.push(module);
  }
  return lost;
}

/** The id that a build gives to a page, and its pieces if it has any, looked for where the page's own text says it belongs; nothing when it is gone. */
export async function findPage(path: string, body: string, top: Top, signal?: AbortSignal): Promise<{ id: string; pieces?: string[] | undefined } | undefined> {
  const hint = moduleHint(`${path}\n${body}`);
  const manifest = hint ? (await findModule(top, hint, signal))?.manifest : undefined;
  const inModule = manifest?.pages[path];
  if (inModule) return { id: inModule, pieces: manifest?.pieces?.[path] };
  const core = await fetchJson<ModuleManifest>(top.core, signal);
  const id = core.pages[path] ?? (await fetchJson<ModuleManifest>(top.rest, signal)).pages[path];
  return id ? { id } : undefined;
}

/** More pieces than this cost more than the whole. */
const MOST_PIECES = 3;

/** A body from the network: whole, or only those of its pieces that an older text of the page does not have. */
async function fetchBody(path: string, id: string, pieces: string[] | undefined, older: string | undefined, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const before = (pieces && older && (await readText(older))) || '';
  const have = new Map(await Promise.all(cutBody(before).map(async (piece): Promise<[string, string]> => [pieceName(await idOf(new TextEncoder().encode(piece))), piece])));
  const missing = pieces?.filter((name) => !have.has(name)).length ?? 0;
  if (!pieces || missing > MOST_PIECES || missing === pieces.length) return fetchNamed(`/goi/${id}.txt`, id, signal).catch(rename(path));
  let text = '';
  for (const name of pieces) text += have.get(name) ?? new TextDecoder().decode(await fetchNamed(`/goi/${name}.txt`, name, signal).catch(rename(path)));
  const bytes = new TextEncoder().encode(text);
  if ((await idOf(bytes)) !== id) throw new WrongAnswerError(`${path} is not ${id} when joined`);
  return bytes;
}

/**
 * Takes a pack apart and keeps its bodies, each compared with the hash that the manifest gives it. The pack itself is kept
 * until the next sweep: a download that is interrupted goes on with the pack after it.
 */
export async function keepPack(pack: string, manifest: ModuleManifest, write: Writer, signal?: AbortSignal): Promise<void> {
  const bodies = await keepJson<Pack>(pack, write, signal);
  for (const [path, body] of Object.entries(bodies)) {
    const bytes = new TextEncoder().encode(body);
    const id = manifest.pages[path];
    if (!id || (await idOf(bytes)) !== id) throw new WrongAnswerError(`${path} in pack ${pack}`);
    await write.put(id, bytes);
  }
}

async function keepJson<T>(id: string, write: Writer, signal?: AbortSignal): Promise<T> {
  const text = await fetchObject(id, 'json', signal);
  await write.put(id, text);
  return JSON.parse(text);
}

const rename = (path: string) => (error: unknown) => {
  throw error instanceof WrongAnswerError ? new WrongAnswerError(`${path}: ${error.message}`) : error;
};

/** What a kept script or picture is, for the answer made from it. */
export function typeOf(path: string): string {
  const types: Record<string, string> = { js: 'text/javascript;charset=utf-8', css: 'text/css;charset=utf-8', avif: 'image/avif', jpg: 'image/jpeg', svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp' };
  return types[path.split('.').pop() ?? ''] ?? 'application/octet-stream';
}
