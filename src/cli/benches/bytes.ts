import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { outDir } from '../../shared/settings.ts';
import type { Bench } from './bench.ts';

const measures = ['raw', 'gzip', 'brotli'] as const;
type Sizes = Record<(typeof measures)[number], number>;
/** One page: its path in the site, and what it weighs in bytes. */
type PageSizes = Sizes & { url: string };

/** What the pages weigh on the wire. The kind of a page is the first part of its address. */
export const bytes: Bench = {
  about: 'bytes of every HTML page: raw, gzip 9, brotli 11; median and largest by kind of page',
  async measure() {
    const pages = await Promise.all(htmlFiles(outDir()).map(weigh));
    const kinds = [...Map.groupBy(pages, (page) => kindOf(page.url))].sort(([a], [b]) => (a < b ? -1 : 1));
    const data = kinds.map(([kind, of]) => ({ kind, pages: of.length, ...(Object.fromEntries(measures.map((measure) => [measure, spread(of, measure)])) as Record<keyof Sizes, Spread>) }));
    const heading = ['kind', 'pages', ...measures.flatMap((measure) => [`${measure} median`, 'max']), 'largest page'];
    const rows = data.map((row) => [row.kind, String(row.pages), ...measures.flatMap((measure) => [String(row[measure].median), String(row[measure].max)]), row.brotli.largest]);
    return { rows: [heading, ...rows], data: { bench: 'bytes', unit: 'bytes', kinds: data, pages } };
  },
};

function htmlFiles(dir: string): string[] {
  const files = existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')) : [];
  if (files.length === 0) throw new Error(`Chưa có trang nào trong "${dir}". Hãy chạy: npm run build\nThere is no page in "${dir}". Run: npm run build`);
  return files.sort();
}

async function weigh(file: string): Promise<PageSizes> {
  const page = readFileSync(join(outDir(), file));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: page.length };
  const [gzipped, brotlied] = await Promise.all([promisify(gzip)(page, { level: 9 }), promisify(brotliCompress)(page, { params })]);
  return { url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, raw: page.length, gzip: gzipped.length, brotli: brotlied.length };
}

function kindOf(url: string): string {
  const [, first = '', ...rest] = url.split('/');
  return rest.length === 0 ? '/' : `/${first}/`;
}

interface Spread {
  median: number;
  max: number;
  /** The page that is the largest. */
  largest: string;
}

function spread(pages: PageSizes[], measure: keyof Sizes): Spread {
  const sorted = pages.toSorted((a, b) => a[measure] - b[measure]);
  const [low, high, last] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)], sorted.at(-1)];
  return { median: Math.round(((low?.[measure] ?? 0) + (high?.[measure] ?? 0)) / 2), max: last?.[measure] ?? 0, largest: last?.url ?? '' };
}
