import lunr from 'lunr';
import { rarity } from './rarity.ts';
import { isMarked, wordsOf } from './words.ts';

/** Something that can be found. The texts are plain. */
export interface Entry {
  /** Its address in the site, without the base: `/bai-hoc/a1-1/`, `/tu-kho/#co-do`. */
  id: string;
  title: string;
  /** Summary, names of key messages, other words that people use. */
  key?: string;
  body?: string;
}

const FIELDS = ['title', 'key', 'body'] as const;

/** What a word in the name is worth beside one in the text. */
export const TITLE = 1.1;
/** BM25: how soon a word that is said again stops counting, and how much a long text is held back. Tuned on Vietnamese questions and keywords. */
export const SATURATION = 1.1;
export const LENGTH = 0.7;

/** An index as plain data, to be kept between visits: opening it is some thirty times faster than making it. */
export interface Packed {
  ids: string[];
  terms: string[];
  /** By field, by entry: place of the term and its weight, by turns. */
  vectors: number[][][];
  /** Where it is only a part of a larger index (`online.ts`): entries of all of it, and how many of them have each term. Weights then come without rarity. */
  part?: { size: number; counts: number[] };
}

/** Some entries that can be searched together. */
export interface Shelf {
  size: number;
  /** How many entries have the term. */
  count(term: string): number;
  /** Goes through all terms with their {@link count}. */
  each(visit: (term: string, count: number) => void): void;
  /** Whether the entry at this place has the term. */
  has(term: string, place: number): boolean;
  /** Syllables and pairs in the name of the entry at this place, each once. */
  title(place: number): readonly string[];
  /** Adds up the weights of the terms for every entry that has one. */
  find(terms: Map<string, number>): { place: number; ref: string; score: number }[];
}

/**
 * What a text is found by: every syllable without marks, every pair of neighbours, which stands for compound words, and
 * every syllable with marks (`=ban2`), for those who type them. Words on two sides of a bar are no neighbours.
 */
export function termsIn(text: string): string[] {
  const terms: string[] = [];
  for (const part of text.split('|')) {
    let before = '';
    for (const word of wordsOf(part)) {
      terms.push(word.folded);
      if (isMarked(word)) terms.push(`=${word.marked}`);
      if (before) terms.push(`${before} ${word.folded}`);
      before = word.folded;
    }
  }
  return terms;
}

/**
 * Terms in a field on average, over everything that a site like this one holds: a short fact and a long lesson stand on
 * different shelves, and each must be measured by the same length.
 */
export const SITE_LENGTHS: Lengths = { title: 14, key: 30, body: 200 };

/** Average number of terms by field. */
export type Lengths = Record<(typeof FIELDS)[number], number>;

/**
 * Makes the index of some entries. Ids must differ.
 *
 * @param lengths what to measure lengths by: the same for all shelves that are searched side by side
 */
export function pack(entries: readonly Entry[], lengths = SITE_LENGTHS): Packed {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.k1(SATURATION);
  builder.b(LENGTH);
  for (const field of FIELDS) builder.field(field, { boost: field === 'title' ? TITLE : 1 });
  builder.tokenizer = (text) => termsIn(text || '');
  builder.pipeline.run = (tokens) => tokens;
  builder.createTokenSet = () => {};
  builder.calculateAverageFieldLengths = () => {
    builder.averageFieldLength = lengths;
  };
  // lunr looks for the first slash in its own keys, so an entry goes by its place, not by its address.
  entries.forEach((entry, place) => builder.add({ title: entry.title, key: entry.key, body: entry.body, id: String(place) }));
  const { invertedIndex, fieldVectors } = builder.build();
  const terms: string[] = [];
  for (const term of Object.keys(invertedIndex)) terms[(invertedIndex[term] as lunr.Posting)._index] = term;
  return {
    ids: entries.map((entry) => entry.id),
    terms,
    vectors: FIELDS.map((field) => entries.map((_, place) => (fieldVectors[`${field}/${place}`] as lunr.Vector).elements)),
  };
}

/**
 * What to measure the lengths of these entries by when they stand alone. lunr would count a field that is not there as one of no
 * length, and hold long names back because other entries have none.
 */
export function averageLengths(entries: readonly Entry[]): Lengths {
  const average = (field: keyof Lengths) => {
    const lengths = entries.map((entry) => termsIn(entry[field] || '').length).filter(Boolean);
    return lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  };
  return { title: average('title'), key: average('key'), body: average('body') };
}

/** Opens an index for searching. */
export function open({ ids, terms, vectors, part }: Packed): Shelf {
  const invertedIndex: Record<string, lunr.Posting> = Object.create(null);
  const fieldVectors: Record<string, lunr.Vector> = {};
  /** Entries that have a term, and how many fields of how many entries do: lunr reckons rarity by the latter. */
  const counts = terms.map(() => 0);
  const uses = terms.map(() => 0);
  const seen = terms.map(() => -1);
  terms.forEach((term, place) => {
    const posting = { _index: place } as lunr.Posting;
    for (const field of FIELDS) posting[field] = {};
    invertedIndex[term] = posting;
  });
  ids.forEach((_, entry) => {
    FIELDS.forEach((field, at) => {
      const elements = (vectors[at] as number[][])[entry] as number[];
      fieldVectors[`${field}/${entry}`] = new lunr.Vector(elements);
      for (let index = 0; index < elements.length; index += 2) {
        const place = elements[index] as number;
        ((invertedIndex[terms[place] as string] as lunr.Posting)[field] as Record<string, unknown>)[entry] = 1;
        (uses[place] as number)++;
        if (seen[place] !== entry) (counts[place] as number)++;
        seen[place] = entry;
      }
    });
  });
  // Only terms that are there are ever asked for, so what lunr would look up in its automaton is the term itself.
  const index = new lunr.Index({ invertedIndex, fieldVectors, fields: FIELDS.slice(), tokenSet: { intersect: (wanted: unknown) => wanted } });
  const names = ids.map((_, entry) =>
    ((vectors[0] as number[][])[entry] as number[])
      .filter((_, at) => at % 2 === 0)
      .map((place) => terms[place] as string)
      .filter((term) => term.charAt(0) !== '='),
  );
  const known = part ? part.counts : counts;
  const placeOf = (term: string) => (invertedIndex[term] ? (invertedIndex[term] as lunr.Posting)._index : -1);

  return {
    size: part ? part.size : ids.length,
    count: (term) => known[placeOf(term)] || 0,
    each: (visit) => terms.forEach((term, place) => visit(term, known[place] as number)),
    has(term, place) {
      const posting = invertedIndex[term];
      if (posting) for (const field of FIELDS) if ((posting[field] as Record<string, unknown>)[place]) return true;
      return false;
    },
    title: (place) => names[place] as string[],
    find(wanted) {
      let squares = 0;
      const hits = index.query((query) => {
        wanted.forEach((weight, term) => {
          const place = placeOf(term);
          if (place < 0) return;
          // Shelves are searched side by side, so a word's rarity is that among all of them and comes with its weight; the one
          // that lunr took from this shelf alone is taken out again.
          const boost = part ? weight : weight / rarity(uses[place] as number, ids.length);
          squares += boost * boost;
          query.term(term, { boost, usePipeline: false });
        });
      });
      // lunr divides by the length of the query's vector, which differs from shelf to shelf.
      const length = Math.sqrt(squares);
      // Asked for nothing, lunr gives everything.
      return (squares ? hits : []).map(({ ref, score }) => ({ place: Number(ref), ref: ids[Number(ref)] as string, score: score * length }));
    },
  };
}

export { rarity };
