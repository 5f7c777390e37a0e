import type { DataOf, Kind } from './kinds.ts';
import type { Report } from './report.ts';
import type { Words } from './text/check-text.ts';

/** How something is pointed at; it decides what may be pointed at. */
export type ReferenceForm =
  /** A field of a YAML file or of a front matter. */
  | 'field'
  /** A component of a lesson. */
  | 'component'
  /** `<ContactCard>`, or whom to call at the end of a scenario: a number to tap, so it must be one that answers. */
  | 'card'
  /** `[[id]]` inside plain text. */
  | 'token'
  /** A Markdown link. */
  | 'link';

/** One place that points at something else. Followed when all files have been read. */
export interface Reference {
  /** `modules` is a part of a course; `routes` is a site-relative link; `numbers` a short call number typed into a text; `media` a file. */
  to: Kind | 'modules' | 'routes' | 'numbers' | 'media';
  id: string;
  form: ReferenceForm;
  /** Offset in the file. */
  at: number;
}

/** One file that was read, in its place. */
export interface Entry<K extends Kind = Kind> {
  kind: K;
  /** The file's name without its ending. */
  id: string;
  path: string;
  isDraft: boolean;
  /** Parsed data, absent when the file does not fit its schema (it has been told so). */
  data?: DataOf[K];
  references: Reference[];
  /** Its words, in order, for the rules of wording. */
  words: Words[];
  /** Everything in the text could be read, so what is not in `references` is not in the file. */
  isWhole: boolean;
  /** Offset in the file of a field, by its path in the YAML. */
  locate: (path: PropertyKey[]) => number;
  report: Report;
}

/** Narrows an entry to one kind. */
export const isOf = <K extends Kind>(kind: K, entry: Entry): entry is Entry & Entry<K> => entry.kind === kind;
