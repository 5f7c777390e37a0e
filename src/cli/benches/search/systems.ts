import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import { rank } from '../../../search/rank.ts';
import { repair } from '../../../search/repair.ts';
import { open, pack } from '../../../search/shelf.ts';
import { wordsOf } from '../../../search/words.ts';

/** A text of the set, and a query with the ids of the texts that answer it. */
export interface Doc {
  id: string;
  title: string;
  text: string;
}

/** Something that searches: gives ids by falling score. */
export interface System {
  find(query: string): string[];
  /** The index as it would be stored or sent. */
  serialize(): string;
}

const load = createRequire(import.meta.url);

/** Our own engine with the settings that phones use. */
function ours(docs: Doc[]): System {
  const packed = pack(docs.map(({ id, title, text }) => ({ id, title, body: text })));
  const shelf = open(packed);
  return { find: (query) => rank([shelf], repair(wordsOf(query), shelf.count)).map(({ id }) => id), serialize: () => JSON.stringify(packed) };
}

/** The parts of the whole lunr that the others in this comparison use. */
interface WholeLunr {
  (this: unknown, configure: (this: { ref(name: string): void; field(name: string): void; add(doc: Doc): void; use(plugin: unknown): void }) => void): WholeIndex;
  vi: unknown;
}
interface WholeIndex {
  query(build: (query: { term(terms: unknown, options: object): void }) => void): { ref: string }[];
  toJSON(): unknown;
}

/**
 * lunr as it comes, or with lunr-languages' Vietnamese. Queries go through the index's own pipeline, word by word, because the
 * query language would throw on what people type.
 */
const plainLunr =
  (isVietnamese: boolean) =>
  (docs: Doc[]): System => {
    const lunr = load('lunr') as WholeLunr & { tokenizer(text: string): unknown };
    if (isVietnamese && !lunr.vi) {
      load('lunr-languages/lunr.stemmer.support.js')(lunr);
      load('lunr-languages/lunr.vi.js')(lunr);
    }
    const index = lunr(function () {
      if (isVietnamese) this.use(lunr.vi);
      this.ref('id');
      this.field('title');
      this.field('text');
      for (const doc of docs) this.add(doc);
    });
    return {
      find: (text) => index.query((query) => query.term(lunr.tokenizer(text), {})).map(({ ref }) => ref),
      serialize: () => JSON.stringify(index),
    };
  };

/** MiniSearch with every word folded, without the fuzzy and prefix matching that ruins short syllables. */
function miniSearch(docs: Doc[]): System {
  const fold = (term: string) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  const index = new MiniSearch<Doc>({ fields: ['title', 'text'], processTerm: fold });
  index.addAll(docs);
  return { find: (query) => index.search(query.normalize('NFC')).map(({ id }) => String(id)), serialize: () => JSON.stringify(index) };
}

/** Side by side in every run. */
export const systems: Record<string, (docs: Doc[]) => System> = { ours, lunr: plainLunr(false), lunrVi: plainLunr(true), minisearch: miniSearch };
