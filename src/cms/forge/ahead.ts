import config from 'desk:config';
import { isOpen } from '../safe/is-open.ts';

/** How long an answer that came before its question may wait for it, in milliseconds: as long as the desk takes to draw its first page. */
const FRESH = 20_000;

/**
 * Asks at once what will be asked for in a moment, so that questions which Decap asks one after the other are on their way together.
 *
 * @returns `ask`, whose first call takes the answer (or the failure) of the early question while that is fresh; every later call asks anew
 */
export function askAhead<T>(ask: () => Promise<T>): () => Promise<T> {
  const since = performance.now();
  let early: Promise<T> | undefined = ask();
  early.catch(() => undefined); // nobody may come for it
  return () => {
    const answer = performance.now() - since < FRESH ? early : undefined;
    early = undefined;
    return answer ?? ask();
  };
}

/** The two questions with which Decap opens an entry: its draft, and when there is none, what is published. */
interface Opening {
  unpublishedEntry(entry: { id?: string; collection?: string; slug?: string }): Promise<unknown>;
  getEntry(path: string): Promise<unknown>;
}

/** A back end that asks for both at once. What is published is handed over only to the question that comes right after "there is no draft". */
export function withPublishedAhead<T extends { prototype: Opening }>(BackEnd: T): T {
  const { unpublishedEntry, getEntry } = BackEnd.prototype;
  let early: { path: string; ask: () => Promise<unknown> } | undefined;

  BackEnd.prototype.unpublishedEntry = async function (entry) {
    early = undefined;
    const path = pathOf(entry.collection, entry.slug);
    const ask = path === undefined ? undefined : askAhead(() => getEntry.call(this, path));
    try {
      return await unpublishedEntry.call(this, entry);
    } catch (problem) {
      if (path && ask && (problem as { notUnderEditorialWorkflow?: boolean }).notUnderEditorialWorkflow) early = { path, ask };
      throw problem;
    }
  };
  BackEnd.prototype.getEntry = function (path) {
    const answer = early?.path === path ? early.ask() : undefined;
    early = undefined;
    return answer ?? getEntry.call(this, path);
  };
  return BackEnd;
}

/** The file of the entry whose form is open: whoever looks through all drafts wants none of what is published. */
function pathOf(collection = '', slug = ''): string | undefined {
  const kind = config.collections.find(({ name }) => name === collection);
  if (!kind || !isOpen(collection, slug)) return undefined;
  return kind.folder === undefined ? kind.files?.find(({ name }) => name === slug)?.file : `${kind.folder}/${slug}.${kind.extension}`;
}
