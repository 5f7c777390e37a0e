import { readEntry } from '../model/format.ts';
import { type Draft, draftKey, dropDraft, keepDraft, readDraft } from './drafts.ts';
import { bringPictures, dropPictures, keepPictures, noteStored } from './pictures.ts';
import { store } from './state.ts';
import { type OpenEntry, openEntry, putIntoEditor, textOf, titleOf } from './store.ts';

/** What the open entry was when writing began, by its path: what a save is compared with. */
const bases = new Map<string, string>();
let shownKey = '';
let waiting: ReturnType<typeof setTimeout> | undefined;
let wanted: { key: string; draft: Draft } | undefined;
/** What was laid in a moment ago: an entry that is still loading may yet be put over it. */
let laid: { draft: Draft; hash: string; until: number } | undefined;
const STILL_LOADING_MS = 5000;
let onFound: (found: { key: string; draft: Draft; open: OpenEntry }) => void = () => undefined;
let onKept: () => void = () => undefined;

/** The text an entry had when its writing began. */
export const baseOf = (path: string): string | undefined => bases.get(path);

/** An entry has been saved: what stands there now is ours, and nothing is left to keep. */
export function noteSaved(open: OpenEntry, path: string, text: string): void {
  bases.set(path, text);
  laid = undefined;
  dropDraft(keyOf(open));
  void dropPictures();
  onKept();
}

/** The draft will be laid into its entry as soon as that is open. */
export function wantDraft(key: string, draft: Draft): void {
  wanted = { key, draft };
  act();
}

/**
 * Begins to watch the editor: keeps what is typed, remembers what was there before, and tells when an entry is opened
 * of which this machine holds an unsaved text.
 */
export function watchEditor(found: typeof onFound, kept: typeof onKept): void {
  onFound = found;
  onKept = kept;
  store.subscribe(act);
  for (const name of ['pagehide', 'visibilitychange', 'beforeunload'] as const) addEventListener(name, keepNow);
}

function act(): void {
  const open = openEntry();
  if (!open?.key) return;
  if (open.key !== shownKey) opened(open);
  if (open.hasChanged) {
    waiting ??= setTimeout(keepNow, 400);
  }
}

function opened(open: OpenEntry): void {
  shownKey = open.key;
  // What was laid into the editor from a draft keeps the base it was written upon.
  if (!open.hasChanged && open.path) bases.set(open.path, open.raw);
  if (!open.hasChanged) noteStored(open);
  const key = keyOf(open);
  if (laid && !open.hasChanged && laid.hash === location.hash && Date.now() < laid.until) {
    const { draft } = laid;
    setTimeout(() => layIn(key, draft, open));
    return;
  }
  const isWanted = wanted && (wanted.key === key || (open.isNew && wanted.draft.slug === undefined && wanted.draft.collection === open.kind.name));
  if (wanted && isWanted) {
    const { key: oldKey, draft } = wanted;
    wanted = undefined;
    setTimeout(() => layIn(oldKey, draft, open));
    return;
  }
  const draft = readDraft(key);
  if (draft && !open.hasChanged) {
    if (draft.text === textOf(open)) dropDraft(key);
    else onFound({ key, draft, open });
  }
}

/** Puts a kept draft into the open editor. */
export function layIn(key: string, draft: Draft, open: OpenEntry): void {
  if (draft.base !== undefined && open.path) bases.set(open.path, draft.base);
  laid = { draft, hash: location.hash, until: laid?.draft === draft ? laid.until : Date.now() + STILL_LOADING_MS };
  const id = open.isNew ? { id: draft.slug ?? open.values['id'] } : {};
  putIntoEditor(open, { ...id, ...readEntry(draft.text, open.kind.ending) });
  if (open.isNew) dropDraft(key);
  void bringPictures();
}

function keepNow(): void {
  clearTimeout(waiting);
  waiting = undefined;
  const open = openEntry();
  if (!open?.hasChanged) return;
  const base = bases.get(open.path);
  keepPictures(open);
  keepDraft(keyOf(open), { collection: open.kind.name, ...(open.slug && { slug: open.slug }), title: titleOf(open), text: textOf(open), ...(base !== undefined && { base }), at: Date.now() });
  onKept();
}

/** A new entry has no name yet; one draft of each kind of new entry is kept for each time the form was opened. */
const keyOf = (open: OpenEntry): string => draftKey(open.kind.name, open.isNew ? undefined : open.slug, open.key);
