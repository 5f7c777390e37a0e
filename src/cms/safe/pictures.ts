import { createAssetProxy } from 'decap-cms-core/dist/esm/valueObjects/AssetProxy';
import { localForage } from 'decap-cms-lib-util';
import { tell } from '../ui/side.ts';
import { listDrafts } from './drafts.ts';
import { store } from './state.ts';
import { type OpenEntry, openEntry, textOf } from './store.ts';

/**
 * Pictures of unsaved entries, kept on this machine as their texts are, so that a killed tab loses none: one item of
 * IndexedDB a picture, under its path. Decap itself holds them in memory only until the entry is saved.
 */
interface Picture {
  /** The hash of its bytes. */
  id: string;
  name: string;
  path: string;
  file: File;
}

const PREFIX = 'ban-bien-tap-hinh/';
/** Paths and hashes of what needs no keeping: it is kept, or it came with the entry from the store. */
const settled = new Map<string, string>();
let hasTold = false;

/** What came with an entry from the store need not be kept. */
export function noteStored(open: OpenEntry): void {
  for (const { id, path } of besides(open)) settled.set(path, id);
}

/** Keeps the pictures that lie beside what is being written. */
export function keepPictures(open: OpenEntry): void {
  for (const { id, name, path, file } of besides(open)) {
    if (settled.get(path) === id) continue;
    settled.set(path, id);
    localForage.setItem(PREFIX + path, { id, name, path, file }).catch(() => {
      settled.delete(path);
      if (!hasTold) tell('Máy này không giữ được hình chưa lưu. Hãy bấm “Lưu” sớm.');
      hasTold = true;
    });
  }
}

/** Lays the kept pictures that the open entry shows beside it: it has just been given its kept text. */
export async function bringPictures(): Promise<void> {
  for (const key of await keptKeys()) {
    const picture = await localForage.getItem<Picture>(key).catch(() => null);
    const open = openEntry();
    if (!picture || !open || !textOf(open).includes(picture.name) || besides(open).some(({ path }) => path === picture.path)) continue;
    const { id, name, path, file } = picture;
    const asset = createAssetProxy({ file, path });
    settled.set(path, id);
    store.dispatch({ type: 'ADD_ASSET', payload: asset });
    store.dispatch({ type: 'ADD_DRAFT_ENTRY_MEDIA_FILE', payload: { id, name, path, file, size: file.size, url: asset.url, displayURL: asset.url, draft: true } });
  }
}

/** Forgets the pictures that no unsaved text on this machine shows. */
export async function dropPictures(): Promise<void> {
  for (const key of await keptKeys()) {
    if (listDrafts().some(({ draft }) => draft.text.includes(nameOf(key)))) continue;
    settled.delete(key.slice(PREFIX.length));
    await localForage.removeItem(key).catch(() => undefined);
  }
}

/** The names of the pictures that are kept: another picture must not be called so. */
export const keptNames = async (): Promise<string[]> => (await keptKeys()).map(nameOf);

const nameOf = (key: string): string => key.split('/').at(-1) ?? '';
const keptKeys = async (): Promise<string[]> => (await localForage.keys().catch(() => [])).filter((key) => key.startsWith(PREFIX));

/** The pictures beside an entry that are there as files, the new ones first. */
const besides = (open: OpenEntry): Picture[] => ((open.entry.toJS()['mediaFiles'] ?? []) as Partial<Picture>[]).filter((one): one is Picture => Boolean(one.id && one.path && one.file));
