/// <reference lib="webworker" />
import { type Branch, type Group, KEPT, type Top } from '../shared/offline.ts';
import { idOf } from './names.ts';

/**
 * What the worker keeps, all in one cache, so that a browser that throws things away cannot take one half of it:
 *
 * - `<base>/-/state`   the one pointer: which build, which pages. Written last, in one put.
 * - `<base>/-/<id>`    objects by the hash of their bytes: shell, bodies, manifests.
 *
 * Nothing is put before its bytes have been compared with its name, and every answer is made from one state, so two
 * builds never mix. What only an older state pointed at is removed one generation later, for tabs still open on it.
 */
export interface State {
  build: number;
  /** Id of the build's top object. */
  top: string;
  /** Id of the shell. */
  shell: string;
  /** Kept pages: root-relative path → id of the body. */
  pages: Record<string, string>;
  /** Kept scripts and pictures: root-relative path → id of the bytes. */
  files: Record<string, string>;
  /** The last scripts and pictures of earlier builds, for tabs that stay open while the site is published again. */
  older?: Record<string, string>;
  /** Modules that are whole on the phone: id → id of the manifest they were taken from. */
  modules: Record<string, string>;
  /** Modules being fetched, in the order they were asked for; they go on after a closed tab or a killed worker. */
  wanted: string[];
  /** Kept lessons whose text the last edition that changed any has changed: paths. */
  news?: string[];
  /** When the network was last asked for news, in milliseconds since 1970 by this phone's clock, which may be wrong. */
  asked?: number;
  /** The recall that is being obeyed, the build that named it, and the bodies that say why: until that build, or a later one, is here itself. */
  recall?: { id: string; build: number; bodies: string[] };
  /** Ids that the state before this one needed. */
  before: string[];
}

const worker = self as unknown as ServiceWorkerGlobalScope;

/** The path under which the site stands, without a slash at its end. */
export const base = new URL(worker.registration.scope).pathname.replace(/\/$/, '');

const key = (name: string) => `${base}/-/${name}`;

/** Once everything has been wiped, this worker writes nothing any more: neither what was begun before nor what another tab asks for. */
let isWiped = false;

/** Thrown when the reader has wiped everything while work was under way. */
export class WipedError extends Error {}

/** Refuses a first worker that comes after everything has been wiped: its script was on its way when the wipe was asked for. */
export async function refuseAfterWipe(): Promise<void> {
  if (!worker.registration.active && !(await caches.has(KEPT))) throw new WipedError();
}

/** Work that has the cache open at this moment. Opening makes it anew, so a wipe waits for all of it before it removes anything. */
const open = new Set<Promise<unknown>>();

/** Does something with the cache; refuses after a wipe. */
async function withCache<T>(work: (cache: Cache) => Promise<T>): Promise<T> {
  if (isWiped) throw new WipedError();
  const doing = caches.open(KEPT).then(work);
  open.add(doing);
  try {
    return await doing;
  } finally {
    open.delete(doing);
  }
}

/** The way to write: `put` refuses after a wipe. */
export function writer(): { put: (name: string, body: BodyInit, type?: string) => Promise<void> } {
  return { put: (name, body, type = 'text/plain;charset=utf-8') => withCache((cache) => cache.put(key(name), new Response(body, { headers: { 'content-type': type } }))) };
}

/** A kept thing as text, or nothing. */
export async function readText(name: string): Promise<string | undefined> {
  return (await read(name))?.text();
}

/** A kept thing, or nothing; storage that is blocked or broken holds nothing. */
export async function read(name: string): Promise<Response | undefined> {
  try {
    return await caches.match(key(name), { cacheName: KEPT });
  } catch {
    return undefined;
  }
}

/** Whether an object is kept, whole and right: a phone's storage can fail too. */
export async function has(id: string): Promise<boolean> {
  const kept = await read(id);
  return kept !== undefined && (await idOf(await kept.arrayBuffer())) === id;
}

/** Names of all objects that are kept. */
export const keptNames = (): Promise<Set<string>> => withCache(async (cache) => new Set((await cache.keys()).map((request) => new URL(request.url).pathname.slice(key('').length))));

/** The state, or nothing before the first install is complete. */
export async function readState(): Promise<State | undefined> {
  const text = await readText('state');
  if (!text) return undefined;
  try {
    const state = JSON.parse(text) as State;
    return typeof state.build === 'number' && state.pages && state.files ? state : undefined;
  } catch {
    return undefined;
  }
}

/** Removes one object at once. */
export const drop = (name: string): Promise<unknown> => withCache((cache) => cache.delete(key(name)));

/** Removes every object that neither this state nor the one before it needs. What leads to pages is spared: it was paid for, and seldom changes. */
export async function sweep(state: State): Promise<void> {
  const top = JSON.parse((await readText(state.top)) ?? '{"groups":[]}') as Top;
  // Of a list that broken storage has altered nothing is spared: what it led to is fetched again.
  const ways = [top.core, top.rest, top.scripts, ...(await waysOf(top.groups).catch(() => []))];
  const needed = new Set(['state', 'list', ...ways, ...idsOf(state), ...Object.values(state.older ?? {}), ...(state.recall?.bodies ?? []), ...state.before].map(key));
  await withCache(async (cache) => {
    for (const request of await cache.keys()) if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  });
}

/** Ids of all that leads to the modules and is kept. */
async function waysOf(branch: Branch): Promise<string[]> {
  const further = branch.map(async ([, id]) => {
    const text = await readText(id);
    const way = text ? (JSON.parse(text) as Branch | Group) : {};
    return [id, ...(Array.isArray(way) ? await waysOf(way) : [])];
  });
  return (await Promise.all(further)).flat();
}

/** Ids of all objects a state needs. */
export const idsOf = (state: State): string[] => [...new Set([state.top, state.shell, ...(state.recall ? [state.recall.id] : []), ...Object.values(state.pages), ...Object.values(state.files), ...Object.values(state.modules)])];

/** Removes everything this worker ever kept and stops whatever is still being written. */
export async function wipe(): Promise<void> {
  isWiped = true;
  await Promise.all([...open].map((doing) => doing.catch(() => {})));
  for (const name of await caches.keys()) await caches.delete(name);
}
