// First of all: Decap's modules import each other in a circle and must be entered at its door.
import 'decap-cms-core';
import { persistMedia } from 'decap-cms-core/dist/esm/actions/mediaLibrary';
import { currentBackend } from 'decap-cms-core/dist/esm/backend';
import { store as theirs } from 'decap-cms-core/dist/esm/redux';
import type { FormMap } from '../ui/props.ts';

/** Decap's state, as far as it is read here. */
interface State {
  config: { backend?: { name: string } };
  entryDraft: FormMap;
  entries: FormMap;
  auth: { user?: unknown };
}

/** Decap's back end, as far as it is asked here. */
interface Implementation {
  unpublishedEntries(): Promise<string[]>;
  unpublishedEntry(entry: { collection: string; slug: string }): Promise<{ diffs: { path: string; id: string }[]; updatedAt?: string; pullRequestAuthor?: string; status?: string }>;
  unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
  getEntry(path: string): Promise<{ data: string | null }>;
}

export const store = theirs as { getState(): State; subscribe(listener: () => void): () => void; dispatch(action: unknown): unknown };

/** Lays a picture into the library, or beside the entry that is open. */
export const addMedia = async (file: File): Promise<void> => void (await store.dispatch(persistMedia(file)));

/** The back end that is in use. */
export const backEnd = <T = Implementation>(): T => (currentBackend(store.getState().config) as { implementation: T }).implementation;

/** Whether somebody is at the desk. */
export const isSignedIn = (): boolean => Boolean(store.getState().auth.user);

/** Whether a form is open. An entry that was left while it was being loaded arrives after all, so the address counts too. */
export const isFormOpen = (): boolean => /\/(?:new|entries\/.+)$/.test(location.hash) && Boolean(store.getState().entryDraft?.getIn(['entry', 'collection']));

const stepNames: Record<string, string> = { draft: 'nháp', pending_review: 'chờ duyệt', pending_publish: 'sẵn sàng' };

/** Every entry that has a draft in the store: at which step, whose, and since when. */
export async function waitingEntries(): Promise<{ collection: string; slug: string; step: string; by?: string; at?: string }[]> {
  const keys = await backEnd().unpublishedEntries();
  return Promise.all(
    keys.map(async (key) => {
      const [collection = '', slug = ''] = key.split('/').slice(-2);
      const { status = '', updatedAt, pullRequestAuthor } = await backEnd().unpublishedEntry({ collection, slug });
      return { collection, slug, step: stepNames[status] ?? status, ...(pullRequestAuthor && { by: pullRequestAuthor }), ...(updatedAt && { at: updatedAt }) };
    }),
  );
}
