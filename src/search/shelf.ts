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
/** Fields of entries that are weighed in one step. */
const AT_ONCE = 24;

/** An index as plain data, to be kept between visits: opening it is some thirty times faster than making it. */
export interface Packed {
  ids: string[];
  terms: string[];
  /** By field, by entry: place of the term and its weight, by turns. */
  vectors: number[][][];
  /** Where it is only a part of a larger index (`online.ts`): entries of all of it, and how many of them have each term. Weights then come without rarity. */
  part?: { size: number; counts: number[] };
}

/** All terms that some shelves have between them, each kept once: the same words stand on every shelf. */
export interface Vocabulary {
  numbers: Map<string, number>;
  /** By number. */
  terms: string[];
}

/** An empty vocabulary for shelves to share. */
export const vocabulary = (): Vocabulary => ({ numbers: new Map(), terms: [] });

/** Some entries that can be searched together. */
export interface Shelf {
  /** Their ids, by place. */
  ids: readonly string[];
  size: number;
  /** How many entries have the term. */
  count(term: string): number;
  /** Goes through all terms, by their number in the vocabulary, with their {@link count}. */
  each(visit: (term: number, count: number) => void): void;
  /** Syllables and pairs in the name of the entry at this place, each once. */
  title(place: number): readonly string[];
  /** Goes through all entries that have the term, with what it weighs in each before rarity. */
  walk(term: string, visit: (place: number, weight: number) => void): void;
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
  const making = packing(entries, lengths);
  let step = making.next();
  while (!step.done) step = making.next();
  return step.value;
}

/** {@link pack} in steps, one entry each: a phone has better things to do meanwhile. */
export function* packing(entries: readonly Entry[], lengths = SITE_LENGTHS): Generator<undefined, Packed> {
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
  for (let place = 0; place < entries.length; place++) {
    const { title, key, body } = entries[place] as Entry;
    builder.add({ title, key, body, id: String(place) });
    yield;
  }
  // lunr weighs all entries at once; a few at a time come out the same, and a key need not wait for all of them.
  const weigh = builder.createFieldVectors;
  const all = builder.fieldTermFrequencies;
  const fieldVectors: Record<string, lunr.Vector> = {};
  builder.createFieldVectors = () => {};
  const { invertedIndex } = builder.build();
  const keys = Object.keys(all);
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    builder.fieldTermFrequencies = {};
    for (const key of keys.slice(at, at + AT_ONCE)) builder.fieldTermFrequencies[key] = all[key];
    weigh.call(builder);
    Object.assign(fieldVectors, builder.fieldVectors);
    yield;
  }
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

/**
 * Opens an index for searching. lunr's own query goes through whole vectors of every entry that has any of the words; the same
 * numbers turned round, term by term, are read many times faster and take a fraction of the memory. A test holds that both score alike.
 */
export function open(packed: Packed, words = vocabulary()): Shelf {
  const { ids, part } = packed;
  const { sorted, counts, known, ends, places, weights, names } = turn(packed, words);
  const rowOf = (term: string) => search(sorted, words.numbers.get(term));
  return {
    ids,
    size: part ? part.size : ids.length,
    count: (term) => known[rowOf(term)] || 0,
    each: (visit) => sorted.forEach((number, row) => visit(number, known[row] as number)),
    title: (place) => names[place] as string[],
    walk(term, visit) {
      const row = rowOf(term);
      if (row < 0) return;
      for (let at = (ends[row] as number) - (counts[row] as number); at < (ends[row] as number); at++) visit(places[at] as number, weights[at] as number);
    },
  };
}

/** Vectors by entry made into rows by term: in the order of the terms' numbers, how many entries each has, where they end, and the entries with their weights. */
function turn({ ids, terms, vectors, part }: Packed, { numbers, terms: texts }: Vocabulary) {
  const own = Int32Array.from(terms, (term) => {
    let number = numbers.get(term);
    if (number === undefined) numbers.set(term, (number = texts.push(term) - 1));
    return number;
  });
  const sorted = own.slice().sort();
  const rows = own.map((number) => search(sorted, number));
  const each = (visit: (row: number, entry: number, weight: number) => void) =>
    ids.forEach((_, entry) => {
      for (const field of vectors) {
        const elements = field[entry] as number[];
        for (let at = 0; at < elements.length; at += 2) visit(rows[elements[at] as number] as number, entry, elements[at + 1] as number);
      }
    });
  const counts = new Int32Array(sorted.length);
  /** How many fields of how many entries have a term: lunr reckons rarity by that. */
  const uses = new Int32Array(sorted.length);
  const last = new Int32Array(sorted.length).fill(-1);
  each((row, entry) => {
    (uses[row] as number)++;
    if (last[row] !== entry) (counts[row] as number)++;
    last[row] = entry;
  });
  const ends = new Int32Array(sorted.length);
  let total = 0;
  counts.forEach((count, row) => {
    ends[row] = total;
    total += count;
  });
  const places = ids.length > 65535 ? new Int32Array(total) : new Uint16Array(total);
  const weights = new Float32Array(total);
  last.fill(-1);
  each((row, entry, weight) => {
    if (last[row] !== entry) (ends[row] as number)++;
    last[row] = entry;
    const at = (ends[row] as number) - 1;
    places[at] = entry;
    // Shelves are searched side by side, so a word's rarity is that among all of them: the one that lunr took from this shelf alone is taken out again.
    weights[at] = (weights[at] as number) + (part ? weight : weight / rarity(uses[row] as number, ids.length));
  });
  const names = ids.map((_, entry) =>
    ((vectors[0] as number[][])[entry] as number[])
      .filter((_, at) => at % 2 === 0)
      .map((place) => texts[own[place] as number] as string)
      .filter((term) => term.charAt(0) !== '='),
  );
  const known = counts.slice();
  if (part) part.counts.forEach((count, place) => (known[rows[place] as number] = count));
  return { sorted, counts, known, ends, places, weights, names };
}

/** Place of a number in a rising list; -1 when it is not there. */
function search(list: Int32Array, wanted: number | undefined): number {
  let low = 0;
  let high = wanted === undefined ? 0 : list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < (wanted as number)) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted ? low : -1;
}
