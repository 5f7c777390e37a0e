import { type Browser, chromium, type Page } from '@playwright/test';
import { createLink } from '../../../../tests/lab/link.ts';
import { type ProfileName, profiles } from '../../../../tests/lab/profiles.ts';
import { Phone } from '../../../../tests/offline/support/phone.ts';
import { findBrowser } from '../../browser.ts';

/** One first view of a page over a line. Bytes are those of the line, headers and handshakes included; times are milliseconds. */
export interface View {
  down: number;
  up: number;
  /** First contentful paint. */
  fcp: number;
  /** All text is there. */
  text: number;
}

/** How much slower than this machine the phone computes. */
const CPU = 6;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser() ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });

/** Opens a page for the first time, several times, and gives the median of each figure. */
export async function firstView(browser: Browser, port: number, path: string, profile: ProfileName, times: number): Promise<View> {
  const views: View[] = [];
  for (let time = 0; time < times; time += 1) views.push(await viewOnce(browser, port, path, profile));
  const median = (of: (view: View) => number) => views.map(of).sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  return { down: median((view) => view.down), up: median((view) => view.up), fcp: median((view) => view.fcp), text: median((view) => view.text) };
}

async function viewOnce(browser: Browser, target: number, path: string, profile: ProfileName): Promise<View> {
  const link = await createLink({ target, profile });
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.goto(`http://127.0.0.1:${link.port}${path}`, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  const text = await page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).domInteractive)[0] ?? 0);
  const { down, up } = link.counters;
  const fcp = await firstPaint(page);
  await context.close();
  await link.close();
  return { down, up, fcp, text };
}

/** What something that a worker does costs on a line. */
export interface Cost {
  down: number;
  seconds: number;
}

/** A phone with the worker in charge, behind a line whose bytes are counted. */
export async function phoneBehind(browser: Browser, target: number, profile: ProfileName) {
  const link = await createLink({ target, profile: 'instant' });
  const context = await browser.newContext();
  const phone = await Phone.switchOn(context, `http://127.0.0.1:${link.port}`);
  if ((await phone.install()) !== 'ready') throw new Error('The worker did not come in.');
  return {
    phone,
    async cost(work: () => Promise<unknown>): Promise<Cost> {
      link.set(profiles[profile]);
      const before = link.counters.down;
      const start = performance.now();
      await work();
      const seconds = (performance.now() - start) / 1000;
      link.set('instant');
      return { down: link.counters.down - before, seconds };
    },
    async close() {
      await context.close();
      await link.close();
    },
  };
}

/** The same pages, asked for one after another without any worker, as a naive site does. */
export async function oneByOne(browser: Browser, target: number, pages: string[], profile: ProfileName): Promise<Cost> {
  const link = await createLink({ target, profile });
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${link.port}/goi/moi.json`);
  const before = link.counters.down;
  const start = performance.now();
  await page.evaluate(async (paths) => {
    for (const path of paths) await (await fetch(path, { cache: 'no-store' })).text();
  }, pages);
  const cost = { down: link.counters.down - before, seconds: (performance.now() - start) / 1000 };
  await context.close();
  await link.close();
  return cost;
}

/** A kept page opened with no network and a worker that has to start. Times are milliseconds, for a phone {@link CPU} times slower. */
export interface KeptView {
  /** First contentful paint as DevTools measures it: the page's thread slowed down, the worker's not. */
  measured: number;
  /** First contentful paint, the worker's part counted {@link CPU} times, too. */
  fcp: number;
  /** The worker's part as measured: starting, reading, composing. */
  worker: number;
}

/**
 * Opens a kept page several times, each time with a worker that is not running. DevTools slows down the page's thread only, so what
 * the worker took on this machine is added for the times it would take longer.
 */
export async function keptView(browser: Browser, port: number, path: string, times: number): Promise<KeptView> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const phone = await Phone.switchOn(context, `http://127.0.0.1:${port}`);
  if ((await phone.install()) !== 'ready') throw new Error('The worker did not come in.');
  await phone.open(path);
  while (!(await phone.ask({ ask: 'status' }))?.pages.includes(path)) await new Promise((done) => setTimeout(done, 200));
  const cdp = await context.newCDPSession(phone.page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  const views: KeptView[] = [];
  for (let time = 0; time < times; time += 1) {
    await phone.page.goto('about:blank');
    await phone.stopWorker();
    await phone.open(path);
    const worker = await phone.page.evaluate(() => performance.getEntriesByType('navigation').map((entry) => (entry as PerformanceNavigationTiming).responseStart - (entry as PerformanceNavigationTiming).workerStart)[0] ?? 0);
    const measured = await firstPaint(phone.page);
    views.push({ worker, measured, fcp: measured + worker * (CPU - 1) });
  }
  await context.close();
  const median = (of: (view: KeptView) => number) => views.map(of).sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  return { measured: median((view) => view.measured), fcp: median((view) => view.fcp), worker: median((view) => view.worker) };
}

const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)).observe({ type: 'paint', buffered: true });
      }),
  );
