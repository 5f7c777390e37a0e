import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants } from 'node:zlib';
import { type Manner, manners } from './perturb.ts';
import type { Doc, System } from './systems.ts';

/** A query and the ids of what answers it. */
export interface Query {
  q: string;
  ids: string[];
}

/** Shares between 0 and 1: right one first, among the first three, among the first five; mean reciprocal rank to the tenth place. */
export interface Score {
  r1: number;
  r3: number;
  r5: number;
  mrr: number;
}

/** What it takes: milliseconds, bytes. */
export interface Cost {
  buildMs: number;
  /** Of one query as typed. */
  medianMs: number;
  p95Ms: number;
  indexBytes: number;
  indexBrotli: number;
  heapBytes: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Scores one system on a set in every manner of typing. */
export function score(make: (docs: Doc[]) => System, docs: Doc[], queries: Query[]): { scores: Record<Manner, Score>; cost: Cost } {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const system = make(docs);
  const buildMs = performance.now() - start;
  collectGarbage();
  const heapBytes = process.memoryUsage().heapUsed - before;
  const scores = {} as Record<Manner, Score>;
  let times: number[] = [];
  for (const [name, change] of Object.entries(manners)) {
    const taken: number[] = [];
    scores[name as Manner] = rate(queries, (query) => {
      const asked = change(query);
      const begin = performance.now();
      const ids = system.find(asked);
      taken.push(performance.now() - begin);
      return ids;
    });
    if (name === 'asTyped') times = taken.sort((a, b) => a - b);
  }
  const index = system.serialize();
  return {
    scores,
    cost: { buildMs: round(buildMs), medianMs: round(times[Math.floor(times.length / 2)] ?? 0), p95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0), indexBytes: Buffer.byteLength(index), indexBrotli: brotli(index), heapBytes },
  };
}

/** How often, and how early, what answers a query is found. */
export function rate(queries: Query[], find: (query: string) => string[]): Score {
  const ranks = queries.map(({ q, ids }) => find(q).findIndex((id) => ids.includes(id)));
  const share = (isGood: (rank: number) => boolean) => round(ranks.filter(isGood).length / queries.length, 4);
  return {
    r1: share((rank) => rank === 0),
    r3: share((rank) => rank >= 0 && rank < 3),
    r5: share((rank) => rank >= 0 && rank < 5),
    mrr: round(ranks.reduce((sum, rank) => sum + (rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0), 0) / queries.length, 4),
  };
}

const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** At a middling level: a large index would take minutes at the highest. */
const brotli = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
