import { ProxyBackend } from 'decap-cms-backend-proxy';
import { CURSOR_COMPATIBILITY_SYMBOL, Cursor } from 'decap-cms-lib-util';
import { stubOf } from '../lists/stub.ts';
import type { ListedEntry } from '../lists/titles.ts';

/** A file as the local server lists it. */
interface Listed {
  path: string;
  id: string;
  title: string;
}

/** A picture as the local server lists it. */
interface Medium {
  path: string;
  id: string;
  size: number;
}

/** A picture as Decap shows it: without its bytes, which come when it is looked at. */
interface ListedMedium extends Medium {
  name: string;
  displayURL: { id: string; path: string };
}

const PAGE = 40;

/**
 * The server of `npm start`: it reads the titles itself, so a list is one answer, however long, and it names pictures before it hands
 * them over: Decap's own client asks for the bytes of all of them whenever the desk opens.
 */
export class LocalDesk extends ProxyBackend {
  async allEntriesByFolder(folder: string): Promise<ListedEntry[]> {
    const files = await this.request<Listed[]>({ action: 'listEntries', params: { branch: this.branch, folder } });
    return files.map(({ path, id, title }) => ({ file: { path, id }, data: stubOf(title) }));
  }

  async entriesByFolder(folder: string): Promise<ListedEntry[]> {
    const { entries, cursor } = pageOf(await this.allEntriesByFolder(folder), 1);
    return Object.assign(entries, { [CURSOR_COMPATIBILITY_SYMBOL]: cursor });
  }

  async getMedia(mediaFolder = this.mediaFolder): Promise<ListedMedium[]> {
    const files = await this.request<Medium[]>({ action: 'listMedia', params: { branch: this.branch, folder: mediaFolder } });
    return files.map(({ path, id, size }) => ({ id, path, size, name: path.replace(/^.*\//, ''), displayURL: { id, path } }));
  }

  async getMediaDisplayURL({ path }: ListedMedium['displayURL']): Promise<string> {
    return (await this.getMediaFile(path)).url;
  }

  /** The next part of a list that was asked for before. */
  traverseCursor(cursor: Cursor, action: string): Promise<{ entries: ListedEntry[]; cursor: Cursor }> {
    const all = cursor.data?.get('entries').toJS() as ListedEntry[];
    const now = Number(cursor.meta?.get('page'));
    const last = Math.ceil(all.length / PAGE);
    const page = { first: 1, prev: now - 1, next: now + 1, last }[action] ?? now;
    return Promise.resolve(pageOf(all, page));
  }
}

function pageOf(all: ListedEntry[], page: number): { entries: ListedEntry[]; cursor: Cursor } {
  const pageCount = Math.ceil(all.length / PAGE);
  const actions = [...(page > 1 ? ['prev', 'first'] : []), ...(page < pageCount ? ['next', 'last'] : [])];
  return { entries: all.slice((page - 1) * PAGE, page * PAGE), cursor: Cursor.create({ actions, meta: { page, count: all.length, pageSize: PAGE, pageCount }, data: { entries: all } }) };
}
