import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createFaultServer } from '../../../tests/lab/fault-server.ts';
import { crowded, redressed } from '../../../tests/offline/support/derive.ts';
import { buildDate, outDir } from '../../shared/settings.ts';
import { runInGroup } from '../children.mjs';
import type { Bench } from './bench.ts';
import { controlPage, serveOne } from './offline/control.ts';
import { editOneLesson, writeLibrary } from './offline/library.ts';
import { type Cost, firstView, type KeptView, keptView, oneByOne, openBrowser, phoneBehind, type View } from './offline/measure.ts';

const WORK = '.cache/bench-offline';
const lines = ['crawl', 'edge', 'slow3g', 'slow4g'] as const;
/** More lessons than this are not fetched page by page: it takes longer than anybody waits. */
const PATIENT = 100;
/** Lessons of libraries that take too long to build: all but the smaller one's are names in the lists on the way. */
const CROWDS = [1_000, 10_000];
/** Odd, for a median. */
const TIMES = 3;
/** Lessons of the made-up libraries; `BENCH_SIZES=10,100,1000` asks for others. */
const sizes = (process.env.BENCH_SIZES ?? '100').split(',').map(Number);

/** What reading and keeping cost over slow lines, beside a page written by hand and beside fetching page by page. */
export const offline: Bench = {
  about: 'first view over slow lines beside a hand-written page; packs, updates and checks in bytes and seconds (takes minutes)',
  async measure() {
    const { views, kept } = await measureViews();
    const libraries = [];
    for (const size of sizes) libraries.push({ lessons: size, ...(await measureLibrary(size)) });
    const number = (value: number) => String(Math.round(value));
    const rows = [
      ['first view', 'down B', 'up B', 'FCP ms', 'text ms', 'control down', 'control FCP', 'FCP ÷ control'],
      ...views.map(({ line, ours, control }) => [line, number(ours.down), number(ours.up), number(ours.fcp), number(ours.text), number(control.down), number(control.fcp), (ours.fcp / control.fcp).toFixed(2)]),
      ['kept, worker not running', '', '', number(kept.measured), '', '', '', `${number(kept.fcp)} ms with the worker's ${number(kept.worker)} ms ×6`],
      ...libraries.flatMap(({ lessons, costs }) => [[''], [`${lessons} lessons at 400 kbps / 400 ms`, 'down B', 'seconds'], ...Object.entries(costs).map(([name, cost]) => [name, number(cost.down), cost.seconds.toFixed(1)])]),
    ];
    return { rows, data: { bench: 'offline', views, kept, libraries } };
  },
};

async function measureViews(): Promise<{ views: { line: string; ours: View; control: View }[]; kept: KeptView }> {
  const lesson = readdirSync(join(outDir(), 'bai-hoc')).sort()[0];
  if (!lesson) throw new Error('Chưa có bài nào để đo. Hãy chạy: npm run build\nThere is no lesson to measure. Run: npm run build');
  const server = await createFaultServer({ dir: outDir() });
  const control = await serveOne(controlPage(join(outDir(), 'bai-hoc', lesson, 'index.html')));
  const browser = await openBrowser();
  const views = [];
  for (const line of lines) views.push({ line, ours: await firstView(browser, server.port, `/bai-hoc/${lesson}/`, line, TIMES), control: await firstView(browser, control.port, '/', line, TIMES) });
  const kept = await keptView(browser, server.port, `/bai-hoc/${lesson}/`, 2 * TIMES + 1);
  await browser.close();
  await Promise.all([server.close(), control.close()]);
  return { views, kept };
}

/** Builds a library of some size and looks at what a phone pays for it. */
async function measureLibrary(lessons: number): Promise<{ costs: Record<string, Cost> }> {
  const content = join(WORK, `content-${lessons}`);
  const [first, second, third] = [1, 2, 3].map((edition) => join(WORK, `site-${lessons}-${edition}`)) as [string, string, string];
  writeLibrary(content, lessons);
  await build(content, first, 1);
  editOneLesson(content, 'b1-2');
  await build(content, second, 2);
  redressed(second, third, 3);

  const server = await createFaultServer({ dir: first });
  const browser = await openBrowser();
  const { phone, cost, close } = await phoneBehind(browser, server.port, 'slow3g');
  const modules = Array.from({ length: Math.ceil(lessons / 5) }, (_, at) => `b${at + 1}`);
  const pages = modules.flatMap((module) => [`/hoc-phan/${module}/`, ...[1, 2, 3, 4, 5].flatMap((n) => [`/bai-hoc/${module}-${n}/`, `/trac-nghiem/${module}-${n}/`])]).slice(0, Math.ceil(lessons * 2.2));
  const costs: Record<string, Cost> = {};
  // Only whoever looks at the shelf pays for the list of prices, once.
  await phone.ask({ ask: 'status' });
  costs['nothing new'] = await cost(() => phone.ask({ ask: 'check' }));
  costs['one module (5 lessons)'] = await cost(() => phone.ask({ ask: 'download', modules: ['b1'] }, 600_000));
  costs['the whole library'] = await cost(() => phone.ask({ ask: 'download', modules }, 600_000));
  if (lessons <= PATIENT) costs['the same pages one by one'] = await oneByOne(browser, server.port, pages, 'slow3g');
  server.swap(second);
  costs['one lesson has changed'] = await cost(() => phone.ask({ ask: 'check' }, 600_000));
  server.swap(third);
  costs['what all pages share has changed'] = await cost(() => phone.ask({ ask: 'check' }, 600_000));
  let number = 4;
  for (const crowd of CROWDS.filter((crowd) => crowd > lessons)) {
    const sites = [first, first, second].map((site, at) => crowded(site, join(WORK, `crowd-${crowd}-${at}`), number++, crowd / 5 - (at === 0 ? 1 : 0))) as [string, string, string];
    // The phone still has what the edition before the last said: two of them, and it has to ask for the changed words again.
    for (const site of sites.slice(0, 2)) {
      server.swap(site);
      await phone.ask({ ask: 'check' }, 600_000);
    }
    // What a worker has read it remembers; one that has just started knows only what is kept.
    await phone.stopWorker();
    server.swap(sites[2]);
    costs[`one lesson has changed, as if among ${crowd}`] = await cost(() => phone.ask({ ask: 'check' }, 600_000));
  }
  await close();
  await browser.close();
  await server.close();
  rmSync(WORK, { recursive: true, force: true });
  return { costs };
}

async function build(content: string, out: string, number: number): Promise<void> {
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: out, BUILD_NUMBER: String(number), BUILD_DATE: buildDate(), ASTRO_TELEMETRY_DISABLED: '1' };
  let heard = '';
  if ((await runInGroup('node_modules/.bin/astro', ['build'], { env, quiet: true, heard: (text) => (heard += text) })) !== 0) throw new Error(heard.slice(-2000));
}
