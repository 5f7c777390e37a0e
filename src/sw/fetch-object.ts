import { idOf } from './names.ts';
import { base, readText } from './store.ts';

/** Silence for so long, and the connection counts as hung: an empty balance answers nothing rather than an error. */
export const STALL_MS = 8000;

/** What is being fetched at this moment. */
const underWay = new Set<AbortController>();

let isStopped = false;

/** Gives up all that is being fetched, and fetches nothing more: a wipe must not wait for a line that hangs, and a browser removes no worker that is still coming in. */
export function stopFetching(): void {
  isStopped = true;
  for (const abort of underWay) abort.abort();
}

/** The answer came and is not what it should be: a portal's page, half a file, an old copy, a missing one. */
export class WrongAnswerError extends Error {}

/**
 * Some bytes from the site's own origin, as long as they keep coming; gives up after {@link STALL_MS} of silence, never
 * by total time, because a slow link is not a dead one. Redirects and anything but 200 are refused.
 *
 * @throws WrongAnswerError or a DOMException, never a TypeError: that is a mistake in a script
 */
export async function fetchBytes(path: string, outer?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (isStopped) throw new WrongAnswerError(`${path}: wiped`);
  const abort = new AbortController();
  underWay.add(abort);
  let timer = setTimeout(() => abort.abort(), STALL_MS);
  const stop = () => abort.abort();
  outer?.addEventListener('abort', stop);
  if (outer?.aborted) stop();
  try {
    const response = await fetch(base + path, { cache: 'no-store', credentials: 'omit', redirect: 'error', signal: abort.signal });
    if (response.status !== 200 || response.redirected) throw new WrongAnswerError(`${path}: ${response.status}`);
    const reader = response.body?.getReader();
    if (!reader) return new Uint8Array(await response.arrayBuffer());
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), STALL_MS);
      parts.push(value);
      length += value.length;
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  } catch (error) {
    // A dead line is told with the same kind of error as a mistake in a script; nobody should take one for the other.
    throw error instanceof TypeError ? new DOMException(path, 'NetworkError') : error;
  } finally {
    clearTimeout(timer);
    underWay.delete(abort);
    outer?.removeEventListener('abort', stop);
  }
}

/** An object by its name: from what is kept, else from the network; in both cases only if its bytes match the name. */
export async function fetchObject(id: string, ending: 'json' | 'txt', signal?: AbortSignal): Promise<string> {
  const kept = await readText(id);
  if (kept !== undefined && (await idOf(new TextEncoder().encode(kept))) === id) return kept;
  return new TextDecoder().decode(await fetchNamed(`/goi/${id}.${ending}`, id, signal));
}

/** Bytes whose hash must be this, or begin with it. */
export async function fetchNamed(path: string, id: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fetchBytes(path, signal);
  if (!(await idOf(bytes)).startsWith(id)) throw new WrongAnswerError(`${path} is not ${id}`);
  return bytes;
}
