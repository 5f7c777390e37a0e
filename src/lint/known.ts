import type { Contact } from '../schemas/contact.ts';
import { isScheduled } from '../shared/days.ts';
import { type Entry, isOf } from './entry.ts';
import { type DataOf, type Kind, kindNames } from './kinds.ts';
import { readFile } from './read-entry.ts';
import type { CheckOptions, ContentFile } from './types.ts';

/** What is known of one entry when something points at it. `data` is absent while its own file has mistakes. */
export interface KnownEntry<K extends Kind = Kind> {
  id: string;
  isDraft: boolean;
  data?: DataOf[K];
}

/** Everything a lesson may point at: made once from the whole content, then handed to {@link checkLesson} at each save. */
export interface KnownIds {
  /** Entries of every kind by id. */
  entries: { [K in Kind]: ReadonlyMap<string, KnownEntry<K>> };
  /** Modules by id; a module of a draft course is a draft. */
  modules: ReadonlyMap<string, { isDraft: boolean }>;
  /** File names in `content/media/`. */
  media: ReadonlySet<string>;
  /** Call numbers (digits only) of confirmed contacts. */
  numbers: ReadonlySet<string>;
  /** The day of the build, `YYYY-MM-DD`. */
  buildDate: string;
}

/** Reads all files for what they are, without a word about their mistakes. */
export function collectKnown(files: ContentFile[], options: CheckOptions): KnownIds {
  return knownFrom(
    files.flatMap((file) => readFile(file).entry ?? []),
    options,
  );
}

/** The same from entries that were read already. */
export function knownFrom(read: Entry[], { media, buildDate }: CheckOptions): KnownIds {
  // What appears on a later day is, for those who point at it, still a draft; for itself it must be right already.
  const seen = (entry: Entry): Entry => (isOf('lessons', entry) && entry.data && isScheduled(entry.data, buildDate) ? { ...entry, isDraft: true } : entry);
  const entries = Object.fromEntries(kindNames.map((kind) => [kind, new Map(read.filter((entry) => entry.kind === kind).map((entry) => [entry.id, seen(entry)]))])) as unknown as KnownIds['entries'];
  const modules = new Map<string, { isDraft: boolean }>();
  for (const course of entries.courses.values()) for (const module of course.data?.modules ?? []) modules.set(module.id, { isDraft: course.isDraft });
  const numbers = new Set<string>();
  for (const entry of read) {
    if (!isOf('contacts', entry)) continue;
    // One broken contact file must not make every sentence with its number a second mistake.
    if (!entry.data) numbers.add(entry.id);
    else if (isCallable(entry)) numbers.add((entry.data.local ?? '').replace(/ /g, ''));
  }
  return { entries, modules, media: new Set(media), numbers, buildDate };
}

/** Confirmed and published: a number that may be shown to be called. */
export const isCallable = (entry: { isDraft: boolean; data?: Contact | undefined }): boolean => !entry.isDraft && entry.data?.status === 'confirmed';
