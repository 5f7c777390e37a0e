import { compose, type Scripts, type Shell, split, type Top } from '../shared/offline.ts';
import { paths } from '../shared/paths.ts';
import { strikeNumbers } from '../shared/recall.ts';
import { inLine } from './line.ts';
import { idOf } from './names.ts';
import { mayKeep } from './quiet.ts';
import { recallOf } from './recall.ts';
import { base, read, readState, readText, type State, writer } from './store.ts';
import { passOn } from './stream.ts';
import { fetchJson, findPage, typeOf } from './update.ts';

/** How long an answer may take to begin before the reader is told what can be read instead. */
const PATIENCE_MS = 8000;

const html = { 'content-type': 'text/html;charset=utf-8' };

/** A request's path without the base, as the state writes it: `/bai-hoc/a1-1/`. */
export const localPath = (url: URL): string =>
  decodeURIComponent(url.pathname)
    .slice(base.length)
    .replace(/index\.html$/, '');

/** The page from what is kept, or nothing. */
export async function keptPage(path: string): Promise<Response | undefined> {
  const state = await readState();
  const id = state && ((await recallOf(state))?.pages[path] ?? state.pages[path]);
  return state && id ? page(state, readText(id)) : undefined;
}

/** Shell and body are read side by side: a worker that has just started on a slow phone has no time to lose. */
async function page(state: State, coming: Promise<string | undefined> | string): Promise<Response | undefined> {
  const [shell, body, recall] = await Promise.all([readText(state.shell), coming, recallOf(state)]);
  if (!body) return undefined;
  const numbers = recall?.numbers ?? [];
  return shell ? new Response(compose(JSON.parse(shell) as Shell, strikeNumbers(body, numbers)), { headers: html }) : undefined;
}

/** A script or picture from what is kept, or nothing. */
export async function keptFile(path: string): Promise<Response | undefined> {
  const state = await readState();
  const id = state?.files[path] ?? state?.older?.[path];
  return id ? read(id) : undefined;
}

/** A script or picture from the network; a script that this build names is kept from then on. */
export async function fetchFile(request: Request, keep: (work: Promise<unknown>) => void): Promise<Response> {
  const response = await fetch(request);
  if (response.ok && !response.redirected && !isThrifty()) keep(keepScript(localPath(new URL(request.url)), response.clone()));
  return response;
}

async function keepScript(path: string, response: Response): Promise<void> {
  const known = await readState();
  const id = known && (await fetchJson<Scripts>((await fetchJson<Top>(known.top)).scripts))[path];
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!known || !id || (await idOf(bytes)) !== id) return;
  await addTo(known, id, bytes, typeOf(path), (state) => ({ ...state, files: { ...state.files, [path]: id } }));
}

/**
 * The page from the network, or, when none comes in time, the page that says what can be read now.
 * The answer is passed on as it streams in; what it says is kept only after it has been compared with the manifest.
 */
export async function networkPage(request: Request, keep: (work: Promise<unknown>) => void): Promise<Response> {
  const abort = new AbortController();
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS));
  const inTime = <T>(coming: Promise<T>): Promise<T> => {
    coming.catch(() => {});
    return Promise.race([coming, late]);
  };
  try {
    const response = await inTime(fetch(request, { signal: abort.signal }));
    // A redirect is the browser's to follow, and has no body.
    if (!response.body) return response;
    const rest = response.body.getReader();
    // Headers alone are no answer: behind an empty balance often nothing follows.
    const { value } = await inTime(rest.read());
    const { stream, whole } = passOn(value ?? new Uint8Array(0), rest, cutWords);
    keep(whole.then((text) => (text !== undefined && response.ok ? keepRead(localPath(new URL(request.url)), text) : undefined)));
    const { status, statusText } = response;
    const headers = new Headers(response.headers);
    // What is passed on is unpacked, and may end early.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    return new Response(stream, { status, statusText, headers });
  } catch {
    abort.abort();
    return (await offlinePage()) ?? Response.error();
  }
}

/** Keeps a page that has just been read, if the build we know says that its text is right. */
export async function keepRead(path: string, html: string): Promise<void> {
  const cut = split(html);
  const known = await readState();
  if (!cut || !known || isThrifty() || !mayKeep(path, cut.body)) return;
  const bytes = new TextEncoder().encode(cut.body);
  const id = await idOf(bytes);
  if (known.pages[path] === id) return;
  if ((await findPage(path, cut.body, await fetchJson<Top>(known.top)))?.id !== id) return;
  await addTo(known, id, bytes, undefined, (state) => (mayKeep(path, cut.body) ? { ...state, pages: { ...state.pages, [path]: id } } : state));
}

/** Keeps one more thing, and writes into the state that it is there. */
const addTo = (known: State, id: string, bytes: Uint8Array<ArrayBuffer>, type: string | undefined, edit: (state: State) => State): Promise<void> =>
  inLine(async () => {
    const write = writer();
    const state = await readState();
    // What was right in the build we asked about need not be in one that has come since.
    if (!state || state.top !== known.top) return;
    await write.put(id, bytes, type);
    await write.put('state', JSON.stringify(edit(state)), 'application/json');
  });

/** Readers who ask for fewer bytes get none that they did not ask for. */
export const isThrifty = (): boolean => Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);

/** What ends a page of which the rest did not come, as it stands in the page for "not kept"; empty without that. */
async function cutWords(): Promise<string> {
  const state = await readState();
  const body = state && (await readText(state.pages[paths.offline] ?? ''));
  const [, words] = /<p data-cut hidden>(.*?)<\/p>/.exec(body ?? '') ?? [];
  return words ? `<p class="note careful">${words}</p>` : '';
}

/** The page for "not kept and not to be had", with links to everything that can be read now, and a search where that can work. */
async function offlinePage(): Promise<Response | undefined> {
  const state = await readState();
  const body = state && (await readText(state.pages[paths.offline] ?? ''));
  if (!state || !body) return undefined;
  const gone = (await recallOf(state))?.pages ?? {};
  const lessons = Object.keys(state.pages).filter((path) => path.startsWith('/bai-hoc/') && !gone[path]);
  const items = await Promise.all(lessons.map(async (path) => item(path, (await readText(state.pages[path] ?? '')) ?? '')));
  const canSearch = Object.keys(state.files).some((path) => path.startsWith('/js/search-'));
  // An empty list in the page is the place for it.
  return page(
    state,
    (canSearch ? body.replace('data-find hidden', 'data-find') : body).replace(/(<ul[^>]*data-kept[^>]*>)(<\/ul>)/, (_, start: string, end: string) => start + items.join('') + end),
  );
}

const item = (path: string, body: string) => {
  const title = /<title>([^<]*?)(?: – [^<–]*)?<\/title>/.exec(body)?.[1] ?? path;
  return `<li><a href="${base}${path}">${title}</a></li>`;
};
