import { type Values, writeEntry } from '../model/format.ts';
import { type DeskKind, deskKinds } from '../model/kinds.ts';
import type { FormMap } from '../ui/props.ts';
import { backEnd, store } from './state.ts';

/** The entry that is open in the editor. */
export interface OpenEntry {
  kind: DeskKind;
  /** Absent for a new one. */
  slug?: string;
  isNew: boolean;
  hasChanged: boolean;
  /** Changes with every entry that is opened. */
  key: string;
  path: string;
  values: Values;
  /** The file as it was read, before anything was typed. */
  raw: string;
  entry: FormMap;
}

/** What is open in the editor now, if anything is. */
export function openEntry(): OpenEntry | undefined {
  const draft = store.getState().entryDraft;
  const entry = draft?.get('entry') as FormMap | undefined;
  return entry?.get('collection') ? describeEntry(entry, Boolean(draft.get('hasChanged')), String(draft.get('key'))) : undefined;
}

/** An entry as Decap hands it to its events. */
export function describeEntry(entry: FormMap, hasChanged = true, key = ''): OpenEntry | undefined {
  const kind = deskKinds().find(({ name }) => name === entry.get('collection'));
  const data = entry.get('data') as FormMap | undefined;
  if (!kind || !data) return undefined;
  const slug = entry.get('slug') as string | undefined;
  const raw = entry.get('raw');
  return { kind, ...(slug && { slug }), isNew: Boolean(entry.get('newRecord')), hasChanged, key, path: String(entry.get('path') ?? ''), values: data.toJS(), raw: typeof raw === 'string' ? raw : '', entry };
}

/** The file an entry would be saved as. */
export const textOf = ({ kind, values }: Pick<OpenEntry, 'kind' | 'values'>): string => writeEntry(values, kind.schema, kind.ending);

/** The name an editor knows an entry by. */
export const titleOf = ({ kind, values, slug }: Pick<OpenEntry, 'kind' | 'values' | 'slug'>): string => String(values[kind.title] ?? '') || slug || `${kind.one} mới`;

/** What the back end holds of an entry at this moment: its draft when there is one, else what is published. */
export async function textInStore(collection: string, slug: string, path: string): Promise<{ text: string; by?: string; at?: string } | undefined> {
  const implementation = backEnd();
  try {
    const { diffs, updatedAt, pullRequestAuthor } = await implementation.unpublishedEntry({ collection, slug });
    const file = diffs.find((diff) => diff.path === path);
    if (file) return { text: await implementation.unpublishedEntryDataFile(collection, slug, path, file.id), ...(pullRequestAuthor && { by: pullRequestAuthor }), ...(updatedAt && { at: updatedAt }) };
  } catch (problem) {
    if (!(problem as { notUnderEditorialWorkflow?: boolean }).notUnderEditorialWorkflow) throw problem;
  }
  try {
    const { data } = await implementation.getEntry(path);
    // Back ends say in different ways that there is no such file; none of ours is empty.
    return data ? { text: data } : undefined;
  } catch (problem) {
    if ((problem as { status?: number }).status === 404) return undefined;
    throw problem;
  }
}

/** Lays other values into the open editor, as if they had been typed. */
export function putIntoEditor(open: OpenEntry, values: Values): void {
  const entry = { ...open.entry.toJS(), data: values };
  store.dispatch({ type: 'DRAFT_LOCAL_BACKUP_RETRIEVED', payload: { entry } });
  store.dispatch({ type: 'DRAFT_CREATE_FROM_LOCAL_BACKUP' });
}
