import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { createFaultServer } from '../../../../tests/lab/fault-server.ts';
import { type PageEntry, shelfOf } from '../../../search/pages.ts';
import { findBrowser } from '../../browser.ts';
import { library } from './library.ts';

/** How much slower than this machine the phone computes. */
const CPU = 6;
/** The best of so many counts: what else the machine does is not the phone's. */
const TIMES = 3;
/** Keys typed while the indexes are being made. */
const MEANWHILE = 40;

/** What a person waits for: milliseconds on a phone {@link CPU} times slower, bytes of the searching thread. */
export interface Latency {
  lessons: number;
  keys: number;
  /** From a key to the results on the page. */
  p50: number;
  p95: number;
  /** The longest wait of a key while everything that is kept is being indexed for the first time. */
  meanwhileLongest: number;
  indexPerLesson: number;
  heap: number;
}

/** What the page under measurement keeps for us. */
interface Watched {
  thread: Worker;
  made: number;
  sent: number;
  /** The query that is waited for; what comes late for another one is no answer. */
  turn: number;
  /** Since the last key: how long the thread took, and the page to show it. */
  answer?: [thread: number, page: number] | undefined;
}
declare const watched: Watched;

/**
 * Types letter by letter into the real page with its real thread, all text of a made-up library kept. DevTools slows down the
 * page's thread only; what the searching thread takes, waiting for its turn included, is counted {@link CPU} times.
 */
export async function latency(out: string, entries: readonly PageEntry[], lessons: number, queries: readonly string[]): Promise<Latency> {
  const server = await createFaultServer({ dir: out });
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const titles = readdirSync(join(out, 'js')).find((name) => /^tim-[0-9a-f]+\.json$/.test(name)) ?? '';
    await page.addInitScript(watch, `/js/${titles}`);
    await page.goto(`http://127.0.0.1:${server.port}/tim-kiem/`);
    await page.locator('input[type=search]').click();
    await type(page, 'a');
    const cdp = await context.newCDPSession(page);
    const ask = await insideThread(cdp);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    const shelves = Object.entries(Object.groupBy(library(entries, lessons), ({ id }) => shelfOf(id.replace(/#.*/, ''))));
    const start = performance.now();
    await page.evaluate((shelves) => {
      for (const [name, entries] of shelves) watched.thread.postMessage({ shelf: { name, entries } });
    }, shelves);
    const letters = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
    const meanwhile: number[] = [];
    for (let at = 0; at < MEANWHILE && (await page.evaluate(() => watched.made)) < shelves.length; at++) meanwhile.push(await type(page, letters[at % letters.length] ?? ''));
    await page.waitForFunction((count) => watched.made >= count, shelves.length, { timeout: 600_000 });
    const indexing = performance.now() - start;
    await page.waitForTimeout(500);
    const times: number[] = [];
    for (const text of letters) {
      const tries: number[] = [];
      for (let time = 0; time < TIMES; time++) tries.push(await type(page, text));
      times.push(Math.min(...tries));
    }
    return { lessons, keys: times.length, p50: share(times, 0.5), p95: share(times, 0.95), meanwhileLongest: Math.max(0, ...meanwhile), indexPerLesson: (indexing * CPU) / lessons, heap: await ask() };
  } finally {
    await browser.close();
    await server.close();
  }
}

const share = (times: number[], part: number): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;

/** Stands between the page and its thread; the names come whole, as on a phone that keeps pages. */
function watch(titles: string): void {
  const state = { made: 0, sent: 0, turn: 0 } as Watched;
  Object.assign(window, { watched: state });
  const Real = Worker;
  window.Worker = class extends Real {
    constructor(url: string | URL) {
      super(url);
      state.thread = this;
      this.addEventListener('message', ({ data }) => {
        if (data.made) state.made++;
        if (data.turn !== state.turn) return;
        const came = performance.now();
        // Behind the page's own listener.
        queueMicrotask(() => setTimeout(() => (state.answer = [came - state.sent, performance.now() - came])));
      });
    }
    override postMessage(message: { titles?: string; turn?: number }): void {
      if (message.turn !== undefined) {
        state.sent = performance.now();
        state.turn = message.turn;
      }
      super.postMessage(message.titles ? { titles } : message);
    }
  };
}

/** Types one text at once, and gives the milliseconds until what is found stands on the page. */
async function type(page: Page, text: string): Promise<number> {
  const [thread, drawing] = await page.evaluate((text) => {
    watched.answer = undefined;
    const input = document.querySelector('input[type=search]') as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return new Promise<[number, number]>((done) => {
      const look = () => (watched.answer ? done(watched.answer) : setTimeout(look, 5));
      look();
    });
  }, text);
  return thread * CPU + drawing;
}

/** A way to ask the searching thread for the memory it takes. */
async function insideThread(cdp: CDPSession): Promise<() => Promise<number>> {
  const attached = new Promise<string>((done) => cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => targetInfo.type === 'worker' && done(sessionId)));
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const sessionId = await attached;
  let id = 0;
  const send = (method: string) =>
    new Promise<{ usedSize?: number; backingStorageSize?: number }>((done) => {
      id++;
      const wanted = id;
      cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message);
        if (answer.id === wanted) done(answer.result ?? {});
      });
      void cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: wanted, method }) });
    });
  return async () => {
    await send('HeapProfiler.collectGarbage');
    const { usedSize = 0, backingStorageSize = 0 } = await send('Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  };
}
