import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createFinder, type Finder } from '../../../search/finder.ts';
import { entriesOf, type PageEntry, shelfOf } from '../../../search/pages.ts';
import { pack } from '../../../search/shelf.ts';
import type { Titles } from '../../../search/titles.ts';
import { split } from '../../../shared/offline.ts';
import type { Query } from './score.ts';
import type { Doc } from './systems.ts';

const OWN = 'tests/search/queries.yaml';

/** Texts `[{id, title, text}]` and queries `[{q, ids}]` from two JSON files. */
export function readSet(docsFile: string, queriesFile: string): { docs: Doc[]; queries: Query[] } {
  const docs = (readJson(docsFile) as Partial<Doc>[]).map(({ id, title, text }) => ({ id: String(id), title: title ?? '', text: text ?? '' }));
  const queries = (readJson(queriesFile) as { q: string; ids: unknown[] }[]).map(({ q, ids }) => ({ q: String(q), ids: ids.map(String) }));
  if (docs.length === 0 || queries.length === 0) throw new Error(`Bộ thử trống: ${docs.length} bài, ${queries.length} câu.\nThe set is empty: ${docs.length} docs, ${queries.length} queries.`);
  return { docs, queries };
}

function readJson(file: string): unknown[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(value)) return value;
  } catch (problem) {
    throw new Error(`Không đọc được "${file}": ${problem instanceof Error ? problem.message : problem}`);
  }
  throw new Error(`"${file}" phải là một danh sách JSON.\n"${file}" must hold a JSON list.`);
}

/** A finished site as a phone has it that keeps all of it. */
export interface Site {
  /** With full text of everything. */
  whole: Finder;
  /** With names only. */
  namesOnly: Finder;
  /** A new one with names only, to put something into. */
  namesAlone(): Finder;
  entries: PageEntry[];
}

/** Reads a finished site the way the searching thread does: names from the titles, full text from the bodies of its pages. */
export function readSite(out: string): Site {
  const file = existsSync(join(out, 'js')) ? readdirSync(join(out, 'js')).find((name) => /^tim-[0-9a-f]+\.json$/.test(name)) : undefined;
  if (!file) throw new Error(`Chưa có trang nào trong "${out}". Hãy chạy: npm run build\nThere is no site in "${out}". Run: npm run build`);
  const titles = JSON.parse(readFileSync(join(out, 'js', file), 'utf8')) as Titles;
  const whole = createFinder(titles);
  const shelves = new Map<string, PageEntry[]>();
  for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()) {
    const cut = /(^|\/)index\.html$/.test(name) && !name.startsWith('admin/') ? split(readFileSync(join(out, name), 'utf8')) : undefined;
    if (!cut) continue;
    const path = `/${name.replace(/index\.html$/, '')}`;
    shelves.set(shelfOf(path), [...(shelves.get(shelfOf(path)) ?? []), ...entriesOf(path, cut.body)]);
  }
  for (const [name, entries] of shelves) whole.put(name, pack(entries), entries);
  return { whole, namesOnly: createFinder(titles), namesAlone: () => createFinder(titles), entries: [...shelves.values()].flat() };
}

/** One query of the project's own set. */
interface OwnQuery extends Query {
  by: 'villager' | 'trainer' | 'official';
}

/**
 * The project's own queries. Short ids stand for addresses: `a1-1` a lesson, `tu:co-do` a word, `F1.3` a fact, `so:111` a number, any path itself.
 * Queries all of whose answers are not on the site yet are counted, not judged.
 */
export function readOwn(site: Site): { queries: OwnQuery[]; waiting: number } {
  const known = new Set(site.entries.map(({ id }) => id));
  const all = (parse(readFileSync(OWN, 'utf8')) as OwnQuery[]).map((query) => ({ ...query, ids: query.ids.map(addressOf) }));
  const queries = all.filter(({ ids }) => ids.some((id) => known.has(id) || site.namesOnly.entry(id)));
  return { queries, waiting: all.length - queries.length };
}

function addressOf(id: string): string {
  if (id.startsWith('/')) return id;
  if (id.startsWith('tu:')) return `/tu-kho/#${id.slice(3)}`;
  if (id.startsWith('so:')) return `/goi-giup/#so-${id.slice(3)}`;
  return /^F\d/.test(id) ? `/can-cu/#${id}` : `/bai-hoc/${id}/`;
}
