import { ROWS_OF_A_FILE, STEP } from './online.ts';
import type { PageEntry } from './pages.ts';
import { type Entry, LENGTH, SATURATION, SITE_LENGTHS, TITLE, termsIn } from './shelf.ts';
import { type Row, shardOf } from './titles.ts';

/** Texts named for one term at most, those in which it weighs most: of a word that nearly all have, any of them is as good. */
const MOST_OF_A_TERM = 100;
/** Characters of a shard at most: below 0.8 KB compressed. */
const MOST_OF_A_SHARD = 2_300;
const MOST_SHARDS = 16_384;

/**
 * Makes the shards: every term stands in one, by its hash, and there are so many that none is large. The same entries give the
 * same bytes.
 *
 * @returns the files' texts: shards, and rows by number
 */
export function dealTexts(entries: readonly PageEntry[]): { shards: string[]; rows: string[] } {
  const lists = new Map<string, [place: number, weight: number][]>();
  entries.forEach((entry, place) => {
    weightsOf(entry).forEach((weight, term) => {
      const list = lists.get(term);
      if (list) list.push([place, weight]);
      else lists.set(term, [[place, weight]]);
    });
  });
  const terms = [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, list]): [string, string] => [term, JSON.stringify(packList(list))]);
  const sizes = terms.map(([term, list]) => term.length + list.length + 4);
  const hashes = terms.map(([term]) => shardOf(term, Number.POSITIVE_INFINITY));
  let count = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / MOST_OF_A_SHARD) || 1;
  while (count < MOST_SHARDS && largest(sizes, hashes, count) > MOST_OF_A_SHARD) count = Math.min(MOST_SHARDS, Math.ceil(count * 1.15));
  const parts: string[][] = Array.from({ length: count }, () => []);
  for (const [term, list] of terms) parts[shardOf(term, count)]?.push(`${JSON.stringify(term)}:${list}`);
  const shards = parts.map((part) => `[${entries.length},{${part.join()}}]`);
  const rows = entries.map(({ id, title, isQuiet }): Row => (isQuiet ? [id, title, '', 1] : [id, title, '']));
  const files = Array.from({ length: Math.ceil(rows.length / ROWS_OF_A_FILE) }, (_, file) => JSON.stringify(rows.slice(file * ROWS_OF_A_FILE, (file + 1) * ROWS_OF_A_FILE)));
  return { shards, rows: files };
}

/** Characters of the largest shard if there were so many. */
function largest(sizes: number[], hashes: number[], count: number): number {
  const sums = new Uint32Array(count);
  sizes.forEach((size, at) => {
    const shard = (hashes[at] ?? 0) % count;
    sums[shard] = (sums[shard] ?? 0) + size;
  });
  return sums.reduce((most, sum) => Math.max(most, sum), 0);
}

/** What every term of an entry weighs in all its fields together, without the term's rarity: BM25 as a shelf on the phone has it. */
function weightsOf(entry: Entry): Map<string, number> {
  const weights = new Map<string, number>();
  for (const field of ['title', 'key', 'body'] as const) {
    const terms = termsIn(entry[field] || '');
    const times = new Map<string, number>();
    for (const term of terms) if (term.charAt(0) !== '=') times.set(term, (times.get(term) || 0) + 1);
    const hold = SATURATION * (1 - LENGTH + (LENGTH * terms.length) / SITE_LENGTHS[field]);
    times.forEach((count, term) => weights.set(term, (weights.get(term) || 0) + ((field === 'title' ? TITLE : 1) * (SATURATION + 1) * count) / (hold + count)));
  }
  return weights;
}

function packList(list: [place: number, weight: number][]): number[] {
  const best = [...list].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_OF_A_TERM);
  let before = 0;
  const packed = best
    .sort((a, b) => a[0] - b[0])
    .flatMap(([place, weight]) => {
      const step = place - before;
      before = place;
      return [step, Math.max(1, Math.round(weight / STEP))];
    });
  return [list.length, ...packed];
}
