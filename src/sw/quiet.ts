import type { ModuleManifest, Top } from '../shared/offline.ts';
import { inLine } from './line.ts';
import { readState, type State, sweep, writer } from './store.ts';
import { fetchJson } from './update.ts';

/** Pages that somebody reads in discreet mode at this moment; forgotten with the worker, which lives for half a minute. */
const quiet = new Set<string>();

/**
 * Whether a page may be kept because it has been read. Not one that search engines are told to pass over (heavy lessons and
 * their quizzes: those come in whole modules or not at all), and not one that is being read in discreet mode.
 */
export const mayKeep = (path: string, body: string): boolean => !quiet.has(path) && !/<meta name="?robots/.test(body);

/** A page is being read in discreet mode: having been read leaves nothing. What everybody has, and what belongs to a kept module, stays. */
export async function keepQuiet(path: string): Promise<void> {
  quiet.add(path);
  await inLine(async () => {
    const state = await readState();
    if (!state?.pages[path]) return;
    const top = await fetchJson<Top>(state.top);
    const manifests = await Promise.all([top.core, ...Object.values(state.modules)].map((id) => fetchJson<ModuleManifest>(id)));
    if (manifests.some(({ pages }) => path in pages)) return;
    const { [path]: _, ...pages } = state.pages;
    const next: State = { ...state, pages, before: [] };
    await writer().put('state', JSON.stringify(next), 'application/json');
    await sweep(next);
  });
}
