/** The part of lunr that is used here. Its own query language, pipeline and token sets are not: they break Vietnamese. */
declare module 'lunr' {
  namespace lunr {
    interface Clause {
      term: string;
      boost: number;
      usePipeline: false;
    }
    class Query {
      term(term: string, options: { boost: number; usePipeline: false }): Query;
    }
    class Vector {
      constructor(elements: number[]);
      elements: number[];
    }
    /** Entries by field, with `_index` as the term's place in the vectors. */
    type Posting = { _index: number } & Record<string, Record<string, unknown>>;
    class Index {
      constructor(parts: { invertedIndex: Record<string, Posting>; fieldVectors: Record<string, Vector>; tokenSet: unknown; fields: string[]; pipeline?: unknown });
      invertedIndex: Record<string, Posting>;
      fieldVectors: Record<string, Vector>;
      query(build: (query: Query) => void): { ref: string; score: number }[];
    }
    class Builder {
      ref(name: string): void;
      field(name: string, options: { boost: number }): void;
      b(value: number): void;
      k1(value: number): void;
      tokenizer: (text: string | undefined) => string[];
      pipeline: { run(tokens: string[]): string[] };
      createTokenSet: () => void;
      createFieldVectors: () => void;
      fieldTermFrequencies: Record<string, unknown>;
      fieldVectors: Record<string, Vector>;
      calculateAverageFieldLengths: () => void;
      averageFieldLength: Record<string, number>;
      add(entry: object): void;
      build(): Index;
    }
  }
  export default lunr;
}
declare module 'lunr/lib/*';
