import { parseArgs } from 'node:util';
import { outDir } from '../../../shared/settings.ts';
import type { Bench } from '../bench.ts';
import { type Latency, latency } from './latency.ts';
import { type Online, onlineLibrary, onlineSite } from './online.ts';
import { manners } from './perturb.ts';
import { type Cost, rate, type Score, score } from './score.ts';
import { readOwn, readSet, readSite } from './sets.ts';
import { type Doc, systems } from './systems.ts';

/** How well and how fast search finds, beside other engines: on the project's own queries, or on any set. */
export const search: Bench = {
  about: 'search: recall@1, @3, @5, MRR, time, size, heap on our own queries, with the wait for results in a browser, or on --docs docs.json --queries queries.json',
  async measure(args) {
    const { values } = parseArgs({ args, options: { docs: { type: 'string' }, queries: { type: 'string' }, json: { type: 'boolean' } } });
    if (!values.docs !== !values.queries) throw new Error('Cần cả --docs và --queries.\nBoth --docs and --queries are needed.');
    return values.docs && values.queries ? onSet(readSet(values.docs, values.queries)) : onOwn();
  },
};

/** Lessons kept on the phone that types. */
const SIZES = [60, 1000];
/** Lessons of the libraries of which only names are on the phone. */
const AFAR_SIZES = [60, 1000, 10_000];
/** What is typed there, letter by letter. */
const TYPED = ['lừa bán người', 'viec nhe luong cao', 'bị bắt giữ hộ chiếu', 'mua bans nguwowif', 'con gái 16 tuổi tự nguyện đi có sao không', 'lấy chồng nước ngoài cần giấy tờ gì', 'lua baan qua mnag'];

type Scores = Record<string, Score>;

/** All systems on one set: scores in every manner of typing, and what each costs. */
function compare(docs: Doc[], queries: { q: string; ids: string[] }[]): { scores: Record<string, Scores>; costs: Record<string, Cost> } {
  const scores: Record<string, Scores> = {};
  const costs: Record<string, Cost> = {};
  for (const [name, make] of Object.entries(systems)) {
    const result = score(make, docs, queries);
    scores[name] = result.scores;
    costs[name] = result.cost;
  }
  return { scores, costs };
}

function onSet({ docs, queries }: { docs: Doc[]; queries: { q: string; ids: string[] }[] }) {
  const { scores, costs } = compare(docs, queries);
  return { rows: [...scoreTable(scores), [''], ...costTable(costs)], data: { ...scores, costs } };
}

/** Our own set, by the finder as a phone has it, names and all; the other engines get the same texts. */
async function onOwn() {
  const site = readSite(outDir());
  const { queries, waiting } = readOwn(site);
  const docs = site.entries.map(({ id, title, key, body }) => ({ id, title, text: `${key ?? ''} ${body ?? ''}` }));
  const inAllManners = (find: (query: string) => string[]): Scores => Object.fromEntries(Object.entries(manners).map(([name, change]) => [name, rate(queries, (query) => find(change(query)))]));
  const { scores: others, costs } = compare(docs, queries);
  const { ours: engine = {}, ...rest } = others;
  const scores = {
    ours: inAllManners((query) => site.whole.ask(query).hits.map(({ id }) => id)),
    namesOnly: inAllManners((query) => site.namesOnly.ask(query).hits.map(({ id }) => id)),
    engine,
    ...rest,
  };
  const afar = await onlineSite(site, queries);
  const online = [afar];
  for (const lessons of AFAR_SIZES) online.push(await onlineLibrary(site, queries, lessons));
  const table = { ...scores, withTextsAfar: afar.scores ?? {} };
  const waits: Latency[] = [];
  for (const lessons of SIZES) waits.push(await latency(outDir(), site.entries, lessons, TYPED));
  return {
    rows: [...scoreTable(table), [''], ...costTable(costs), [''], ...onlineTable(online), [''], ...waitTable(waits), [''], [`${queries.length} queries, ${waiting} more wait for their lessons`]],
    data: { ...table, costs, online, waits, set: { queries: queries.length, waiting } },
  };
}

const percent = (share: number | undefined) => ((share ?? 0) * 100).toFixed(1);

function scoreTable(systems: Record<string, Scores>): string[][] {
  const cell = (score: Score | undefined) => [score?.r1, score?.r3, score?.r5].map(percent).join('/');
  return [['recall@1/@3/@5 in %', ...Object.keys(manners)], ...Object.entries(systems).map(([name, scores]) => [name, ...Object.keys(manners).map((manner) => cell(scores[manner]))])];
}

function costTable(costs: Record<string, Cost>): string[][] {
  const heading = ['', 'build ms', 'query ms', 'p95 ms', 'index KB', 'brotli KB', 'heap MB'];
  return [
    heading,
    ...Object.entries(costs).map(([name, cost]) => [name, String(cost.buildMs), String(cost.medianMs), String(cost.p95Ms), (cost.indexBytes / 1000).toFixed(0), (cost.indexBrotli / 1000).toFixed(0), (cost.heapBytes / 1e6).toFixed(1)]),
  ];
}

function onlineTable(all: Online[]): string[][] {
  const heading = ['texts afar, a first search', 'median KB', 'most KB', 'most files'];
  return [heading, ...all.map(({ lessons, median, most, files }, at) => [`${lessons} lessons${at === 0 ? ' of the site' : ''}`, (median / 1000).toFixed(1), (most / 1000).toFixed(1), String(files)])];
}

function waitTable(waits: Latency[]): string[][] {
  const heading = ['key to results, browser, CPU 6x', 'keys', 'p50 ms', 'p95 ms', 'longest ms while indexing', 'indexing ms/lesson', 'thread MB'];
  return [
    heading,
    ...waits.map(({ lessons, keys, p50, p95, meanwhileLongest, indexPerLesson, heap }) => [`${lessons} lessons`, String(keys), ...[p50, p95, meanwhileLongest, indexPerLesson].map((time) => time.toFixed(0)), (heap / 1e6).toFixed(1)]),
  ];
}
