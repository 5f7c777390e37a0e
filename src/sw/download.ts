import type { Scripts, Top } from '../shared/offline.ts';
import { fetchNamed, WrongAnswerError } from './fetch-object.ts';
import { inLine } from './line.ts';
import type { Progress } from './messages.ts';
import { has, readState, type State, sweep, WipedError, writer } from './store.ts';
import { fetchJson, findModule, keepPack, lostModules, typeOf } from './update.ts';

/** Waiting times after a failure that may pass, in milliseconds. */
const PAUSES = [1000, 2000, 4000, 8000];

/** Small files fetched at a time: together less than a pack, which is what a fault may waste. */
const LANES = 4;

let abort: AbortController | undefined;

/** Whether a write failed because the phone has no room left. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Asks for modules: remembered first, so that a killed worker or a closed tab only interrupts. */
export async function want(modules: readonly string[]): Promise<void> {
  await inLine(async () => {
    const state = await readState();
    const lost = state ? await lostModules(state) : [];
    await changeNow((now) => ({ ...now, wanted: [...new Set([...now.wanted, ...modules.filter((id) => !now.modules[id] || lost.includes(id))])] }));
  });
}

/** Stops fetching; what is kept stays, and the wish is forgotten until the reader asks again. */
export async function pause(): Promise<void> {
  abort?.abort();
  await change((state) => ({ ...state, wanted: [] }));
}

/** Gives a module's space back. Pages that another kept module needs stay. */
export async function remove(module: string): Promise<void> {
  await inLine(async () => {
    const state = await readState();
    const id = state?.modules[module];
    if (!state || !id) return;
    const gone = await fetchJson<{ pages: Record<string, string>; files: Record<string, unknown> }>(id);
    const leaving = { pages: { ...gone.pages }, files: { ...gone.files } };
    // What another kept module needs as well (trainers' packs share some pages) stays.
    for (const other of Object.keys(state.modules).filter((name) => name !== module)) {
      const kept = await fetchJson<typeof gone>(state.modules[other] ?? '');
      for (const path of Object.keys(kept.pages)) delete leaving.pages[path];
      for (const path of Object.keys(kept.files)) delete leaving.files[path];
    }
    const without = <T>(all: Record<string, T>, some: object) => Object.fromEntries(Object.entries(all).filter(([path]) => !(path in some)));
    const next: State = { ...state, pages: without(state.pages, leaving.pages), files: without(state.files, leaving.files), modules: without(state.modules, { [module]: 1 }), before: [] };
    await writer().put('state', JSON.stringify(next), 'application/json');
    await sweep(next);
  });
}

/**
 * Fetches what is wanted, module by module and pack by pack, telling `tell` how far it is. Ends when all is kept, or when
 * it cannot go on; it never throws and never loops without waiting.
 */
export async function fetchWanted(tell: (progress: Progress) => void): Promise<void> {
  for (;;) {
    const state = await readState();
    const [module, next] = state?.wanted ?? [];
    if (!state || !module) return;
    // Where the next one's packs are is asked while this one's come: on a slow line the waiting costs more than the bytes.
    if (next) lookAhead(state, next).catch(() => {});
    const stopped = await fetchModule(module, tell);
    if (stopped) return tell({ module, done: 0, total: 0, stopped });
  }
}

const lookAhead = async (state: State, module: string) => findModule(await fetchJson<Top>(state.top), module);

async function fetchModule(module: string, tell: (progress: Progress) => void): Promise<Progress['stopped']> {
  abort = new AbortController();
  const { signal } = abort;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await inLine(() => keepModule(module, tell, signal));
      return undefined;
    } catch (error) {
      if (error instanceof WipedError || signal.aborted) return 'paused';
      if (isFull(error)) return 'full';
      const wait = PAUSES[attempt];
      if (wait === undefined) return error instanceof WrongAnswerError ? 'wrong' : 'network';
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (signal.aborted) return 'paused';
    }
  }
}

async function keepModule(module: string, tell: (progress: Progress) => void, signal: AbortSignal): Promise<void> {
  const write = writer();
  const state = await readState();
  if (!state) throw new WrongAnswerError('nothing is installed yet');
  const top = await fetchJson<Top>(state.top, signal);
  const found = await findModule(top, module, signal);
  if (!found) return forget(module);
  const { id, manifest } = found;
  const files = Object.entries(manifest.files);
  // With a first module comes what else a reader without a network can use: search and the like.
  const scripts = Object.entries(await fetchJson<Scripts>(top.scripts, signal)).filter(([path]) => !state.files[path]);
  const total = manifest.packs.length + files.length + scripts.length;
  let done = 0;
  const step = () => tell({ module, done: (done += 1), total });
  for (const [pack] of manifest.packs) {
    // When all its pages have been read one by one, nothing is left to fetch.
    if (!(await allKept(Object.values(manifest.pages)))) await keepPack(pack, manifest, write, signal);
    step();
  }
  const small = [...files.map(([path, [name]]): [string, string] => [path, name]), ...scripts];
  await sideBySide(small, async ([path, name]) => {
    if (!(await has(name))) await write.put(name, await fetchNamed(path, name, signal), typeOf(path));
    step();
  });
  await write.put(id, JSON.stringify(manifest));
  const now = (await readState()) ?? state;
  const next: State = {
    ...now,
    pages: { ...now.pages, ...manifest.pages },
    files: { ...now.files, ...Object.fromEntries(files.map(([path, [name]]) => [path, name])), ...Object.fromEntries(scripts) },
    modules: { ...now.modules, [module]: id },
    wanted: now.wanted.filter((other) => other !== module),
  };
  await write.put('state', JSON.stringify(next), 'application/json');
  await sweep(next);
}

/** Does something with each, a few at a time: for small files, of which a slow line would wait for each. Ends when nothing is under way any more. */
async function sideBySide<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const failed: unknown[] = [];
  const lane = async () => {
    for (let item = left.shift(); item && failed.length === 0; item = left.shift()) await work(item).catch((error) => failed.push(error));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed.length > 0) throw failed[0];
}

async function allKept(ids: string[]): Promise<boolean> {
  for (const id of ids) if (!(await has(id))) return false;
  return true;
}

const forget = (module: string) => changeNow((state) => ({ ...state, wanted: state.wanted.filter((other) => other !== module) }));

const change = (edit: (state: State) => State) => inLine(() => changeNow(edit));

async function changeNow(edit: (state: State) => State): Promise<void> {
  const state = await readState();
  if (state) await writer().put('state', JSON.stringify(edit(state)), 'application/json');
}
