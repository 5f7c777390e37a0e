/// <reference lib="webworker" />
import type { Top } from '../shared/offline.ts';
import { fetchWanted, isFull, pause, remove, want } from './download.ts';
import { fetchObject, STALL_MS, stopFetching } from './fetch-object.ts';
import { inLine } from './line.ts';
import type { Progress, Question, Status } from './messages.ts';
import { idOf } from './names.ts';
import { keepQuiet } from './quiet.ts';
import { heed } from './recall.ts';
import { fetchFile, isThrifty, keepRead, keptFile, keptPage, localPath, networkPage } from './serve.ts';
import { base, readState, readText, refuseAfterWipe, type State, WipedError, wipe, writer } from './store.ts';
import { fetchJson, fetchRoot, lostModules, update } from './update.ts';

/** The timetable: what the worker does, when. How is in the files beside this one. */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Asking for news more often than this costs bytes and tells nothing. */
const NEWS_EVERY_MS = 10 * 60_000;
let askedAt = 0;
let running: Promise<void> | undefined;

worker.addEventListener('install', (event) => {
  // Newer browsers ask the network while a worker starts, in case it has no answer: bytes for a page that is kept already.
  const { addRoutes } = event as ExtendableEvent & { addRoutes?: (rules: object) => Promise<void> };
  addRoutes?.call(event, { condition: { requestMode: 'navigate' }, source: 'fetch-event' }).catch(() => {});
  event.waitUntil(
    refuseAfterWipe()
      .then(() => inLine(() => update()))
      .then(() => worker.skipWaiting())
      .catch(unspoil),
  );
});

/**
 * A script that was altered on the way and still runs lies in the browser under the mark of the good one, and would be found good
 * for ever: where a first step fails and neither the line nor the phone's room is the reason, it is fetched afresh for the next
 * time. Where it does not even run the page does the same.
 */
async function unspoil(error: unknown): Promise<never> {
  const isExplained = error instanceof DOMException || error instanceof WipedError;
  if (!isExplained) await Promise.race([fetch(worker.location.href, { cache: 'reload' }).catch(() => {}), new Promise((done) => setTimeout(done, STALL_MS))]);
  throw error;
}

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim().then(keepOpenPages));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || !isOurs(url)) return;
  if (request.mode === 'navigate') {
    const kept = keptPage(localPath(url));
    event.respondWith((async () => (await kept) ?? networkPage(request, (work) => event.waitUntil(work.catch(() => {}))))());
    // The page comes first, whatever else there is to do.
    event.waitUntil(kept.then(inBackground, inBackground));
  } else if (/^\/(?:js|css|anh)\//.test(localPath(url))) {
    event.respondWith((async () => (await keptFile(localPath(url))) ?? fetchFile(request, (work) => event.waitUntil(work.catch(() => {}))))());
  }
});

worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(
    answer(event.data as Question)
      .then((reply) => port?.postMessage(reply))
      .catch(() => port?.postMessage(undefined)),
  );
});

/** Everything under the base but the desk, the worker itself and the root of the packs. */
const isOurs = (url: URL) => url.pathname.startsWith(`${base}/`) && !/^\/(?:admin\/|sw\.js$|goi\/)/.test(url.pathname.slice(base.length));

async function answer(question: Question): Promise<unknown> {
  if (question.ask === 'download') {
    // A phone may be too full to write down even the wish.
    await want(question.modules).catch(async (error) => {
      if (!isFull(error)) throw error;
      for (const module of question.modules) await tell({ module, done: 0, total: 0, stopped: 'full' });
    });
    await goOn();
  } else if (question.ask === 'pause') await pause();
  else if (question.ask === 'remove') await remove(question.module);
  else if (question.ask === 'check') await inLine(() => update());
  else if (question.ask === 'quiet') await keepQuiet(localPath(new URL(question.url)));
  else if (question.ask === 'wipe') {
    const wiping = wipe();
    stopFetching();
    await wiping;
    await worker.registration.unregister();
    await wipe();
    return { wiped: (await caches.keys()).length === 0 };
  }
  return status();
}

/** The page that was open while the worker came in has been read too: asked for once more, which a host answers with "not changed". */
async function keepOpenPages(): Promise<void> {
  for (const { url } of await worker.clients.matchAll({ type: 'window' })) {
    const path = localPath(new URL(url));
    if (isOurs(new URL(url)))
      await fetch(url)
        .then((response) => (response.ok && !response.redirected ? response.text().then((text) => keepRead(path, text)) : undefined))
        .catch(() => {});
  }
}

/** What happens beside reading: news now and then, and downloads that something interrupted. Failing changes nothing. */
async function inBackground(): Promise<void> {
  // A worker lives for half a minute, so the state remembers too; a clock that was put back must not silence it for a year.
  const asked = (await readState())?.asked ?? 0;
  const isRecent = (time: number) => Math.abs(Date.now() - time) < NEWS_EVERY_MS;
  if (isRecent(askedAt) || isRecent(asked)) return goOn().catch(() => {});
  askedAt = Date.now();
  // A reader who saves data is asked for the few bytes that may withdraw a dangerous line, and for no more.
  await inLine<unknown>(async () => (isThrifty() ? heed(await fetchRoot()) : update())).catch(() => {});
  await goOn().catch(() => {});
}

function goOn(): Promise<void> {
  running ??= fetchWanted(tell).finally(() => {
    running = undefined;
  });
  return running;
}

async function tell(progress: Progress): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(progress);
}

async function status(): Promise<Status> {
  const state = await readState();
  const list = state && (await modulesOf(state).catch(() => undefined));
  return { build: state?.build, kept: Object.keys(state?.modules ?? {}), lost: state ? await lostModules(state) : [], wanted: state?.wanted ?? [], news: state?.news ?? [], pages: Object.keys(state?.pages ?? {}), list };
}

/** What each module costs: kept under one name, fetched again only when a build says otherwise. */
async function modulesOf(state: State): Promise<Status['list']> {
  const { list } = await fetchJson<Top>(state.top);
  const kept = await readText('list');
  if (kept !== undefined && (await idOf(new TextEncoder().encode(kept))) === list) return JSON.parse(kept);
  const text = await fetchObject(list, 'json');
  await writer().put('list', text);
  return JSON.parse(text);
}
