import { brotliCompressSync } from 'node:zlib';
import { AFAR } from '../../../search/afar.ts';
import { createLibrary } from '../../../search/online.ts';
import { dealTexts } from '../../../search/texts.ts';
import { library } from './library.ts';
import { manners } from './perturb.ts';
import { type Query, rate, type Score } from './score.ts';
import type { Site } from './sets.ts';

/** What searching texts that are not on the phone costs and finds. Bytes are those of the files, compressed, without headers. */
export interface Online {
  lessons: number;
  /** Of one search by somebody who has searched for nothing else. */
  median: number;
  most: number;
  files: number;
  /** Only for the site itself: nobody has written queries for made-up lessons. */
  scores?: Record<string, Score>;
}

/** The site itself, with names on the phone and the texts afar. */
export async function onlineSite(site: Site, queries: Query[]): Promise<Online> {
  const afar = shelves(site.entries);
  const own = { bytes: [] as number[], files: [] as number[] };
  const scores: Record<string, Score> = {};
  for (const [name, change] of Object.entries(manners)) {
    const found = new Map<string, string[]>();
    for (const { q } of queries) {
      const finder = site.namesAlone();
      const { seek, hits } = finder.ask(change(q));
      const came = seek[0] ? await afar(seek) : undefined;
      if (came?.shelf) finder.put(AFAR, came.shelf.packed, came.shelf.entries);
      found.set(
        q,
        (came?.shelf ? finder.ask(change(q)).hits : hits).map(({ id }) => id),
      );
      if (name !== 'asTyped' || !came) continue;
      own.bytes.push(came.bytes);
      own.files.push(came.files);
    }
    scores[name] = rate(queries, (query) => found.get(query) ?? []);
  }
  const lessons = site.entries.filter(({ id }) => id.startsWith('/bai-hoc/')).length;
  return { lessons, ...share(own.bytes), files: Math.max(0, ...own.files), scores };
}

/** A library of made-up lessons: bytes only. */
export async function onlineLibrary(site: Site, queries: Query[], lessons: number): Promise<Online> {
  const afar = shelves(library(site.entries, lessons));
  const bytes: number[] = [];
  let files = 0;
  for (const { q } of queries) {
    const { seek } = site.namesOnly.ask(q);
    const came = seek[0] ? await afar(seek) : undefined;
    if (!came) continue;
    bytes.push(came.bytes);
    files = Math.max(files, came.files);
  }
  return { lessons, ...share(bytes), files };
}

/** Asks a new visitor's library, and weighs what came. */
function shelves(entries: Site['entries']) {
  const { shards, rows } = dealTexts(entries);
  return async (terms: string[]) => {
    let [bytes, files] = [0, 0];
    const afar = createLibrary(shards.length, async (name) => {
      const text = (/^r/.test(name) ? rows[Number(name.slice(1))] : shards[Number(name)]) ?? '';
      bytes += brotliCompressSync(text).length;
      files += 1;
      return JSON.parse(text);
    });
    return { shelf: await afar.ask(terms), bytes, files };
  };
}

function share(bytes: number[]): { median: number; most: number } {
  const sorted = [...bytes].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
}
