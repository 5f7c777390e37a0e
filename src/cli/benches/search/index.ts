import { parseArgs } from 'node:util';
import { outDir } from '../../../shared/settings.ts';
import type { Bench } from '../bench.ts';
import { manners } from './perturb.ts';
import { type Cost, rate, type Score, score } from './score.ts';
import { readOwn, readSet, readSite } from './sets.ts';
import { type Doc, systems } from './systems.ts';

/** How well and how fast search finds, beside other engines: on the project's own queries, or on any set. */
export const search: Bench = {
  about: 'search: recall@1, @3, @5, MRR, time, size, heap on our own queries, or on --docs docs.json --queries queries.json',
  async measure(args) {
    const { values } = parseArgs({ args, options: { docs: { type: 'string' }, queries: { type: 'string' }, json: { type: 'boolean' } } });
    if (!values.docs !== !values.queries) throw new Error('Cần cả --docs và --queries.\nBoth --docs and --queries are needed.');
    return values.docs && values.queries ? onSet(readSet(values.docs, values.queries)) : onOwn();
  },
};

type Row = [name: string, scores: Record<string, Score>];

function onSet({ docs, queries }: { docs: Doc[]; queries: { q: string; ids: string[] }[] }) {
  const data: Record<string, Record<string, Score>> = {};
  const costs: Record<string, Cost> = {};
  for (const [name, make] of Object.entries(systems)) {
    const { scores, cost } = score(make, docs, queries);
    data[name] = scores;
    costs[name] = cost;
  }
  return { rows: [...table(Object.entries(data)), [''], ...costTable(costs)], data: { ...data, costs } };
}

/** Our own set, by the finder as a phone has it, names and all; the other engines get the same texts. */
function onOwn() {
  const site = readSite(outDir());
  const { queries, waiting } = readOwn(site);
  const docs = site.entries.map(({ id, title, key, body }) => ({ id, title, text: `${key ?? ''} ${body ?? ''}` }));
  const others = onSet({ docs, queries });
  const inAllManners = (find: (query: string) => string[]) => Object.fromEntries(Object.entries(manners).map(([name, change]) => [name, rate(queries, (query) => find(change(query)))]));
  const ours = inAllManners((query) => site.whole.ask(query).hits.map(({ id }) => id));
  const namesOnly = inAllManners((query) => site.namesOnly.ask(query).hits.map(({ id }) => id));
  const { ours: engine, ...rest } = others.data;
  const data = { ours, namesOnly, engine, ...rest, set: { queries: queries.length, waiting } };
  const rows: Row[] = [['ours', ours], ['names only', namesOnly], ['engine alone', engine as unknown as Record<string, Score>], ...Object.entries(rest).filter(([name]) => name !== 'costs') as unknown as Row[]];
  return { rows: [...table(rows), [''], ...costTable(others.data.costs as unknown as Record<string, Cost>), [''], [`${queries.length} queries, ${waiting} more wait for their lessons`]], data };
}

const percent = (share: number) => (share * 100).toFixed(1);

function table(rows: Row[]): string[][] {
  const heading = ['recall@1/@3/@5 in %', ...Object.keys(manners)];
  return [heading, ...rows.map(([name, scores]) => [name, ...Object.keys(manners).map((manner) => ['r1', 'r3', 'r5'].map((key) => percent(scores[manner]?.[key as keyof Score] ?? 0)).join('/'))])];
}

function costTable(costs: Record<string, Cost>): string[][] {
  return [['', 'build ms', 'query ms', 'p95 ms', 'index KB', 'brotli KB', 'heap MB'], ...Object.entries(costs).map(([name, cost]) => [name, String(cost.buildMs), String(cost.medianMs), String(cost.p95Ms), (cost.indexBytes / 1000).toFixed(0), (cost.indexBrotli / 1000).toFixed(0), (cost.heapBytes / 1e6).toFixed(1)])];
}
