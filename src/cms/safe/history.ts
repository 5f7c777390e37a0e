import { backEnd } from './state.ts';

/** One published version of a file. */
export interface Version {
  commit: string;
  /** ISO 8601. */
  at: string;
  by: string;
  subject: string;
}

/** Where versions are asked for: the local back end's address, or a forge's client. */
export interface History {
  versions(path: string): Promise<Version[]>;
  textAt(path: string, commit: string): Promise<string>;
}

/** Versions from the server of `npm start`. @param api its address, up to the last slash */
export function localHistory(api: string): History {
  const ask = async <T>(what: string, query: Record<string, string>): Promise<T> => {
    const answer = await fetch(`${api}${what}?${new URLSearchParams(query)}`, { cache: 'no-store' });
    if (!answer.ok) throw new Error(((await answer.json()) as { error: string }).error);
    return answer.json() as Promise<T>;
  };
  return { versions: (path) => ask('history', { path }), textAt: (path, commit) => ask('version', { path, commit }) };
}

/** Decap's client of a forge, as far as it is asked here. */
interface Api {
  repoURL: string;
  branch: string;
  readFile(path: string, sha: undefined, options: { branch: string }): Promise<string>;
}

/** Forgejo's and GitHub's client. */
interface PlainApi extends Api {
  request<T>(path: string, options: { params: Record<string, string> }): Promise<T>;
}

/** GitLab's. */
interface GitLabApi extends Api {
  requestJSON<T>(question: { url: string; params: Record<string, string> }): Promise<T>;
}

const MOST = '30';

/** Versions from a forge, through the client that is signed in. @param ask how that forge is asked for the commits of a file */
function forgeHistory<T extends Api>(ask: (api: T, path: string) => Promise<Version[]>): History {
  const api = () => backEnd<{ api: T }>().api;
  return { versions: (path) => ask(api(), path), textAt: (path, commit) => api().readFile(path, undefined, { branch: commit }) };
}

/** Forgejo calls the number of commits `limit`, GitHub `per_page`; each overlooks what it does not know. */
const plainHistory = forgeHistory<PlainApi>(async (api, path) => {
  const commits = await api.request<{ sha: string; commit: { message: string; author: { name: string; date: string } } }[]>(`${api.repoURL}/commits`, { params: { path, sha: api.branch, limit: MOST, per_page: MOST, stat: 'false' } });
  return commits.map(({ sha, commit }) => ({ commit: sha, at: commit.author.date, by: commit.author.name, subject: commit.message.split('\n')[0] ?? '' }));
});

const gitLabHistory = forgeHistory<GitLabApi>(async (api, path) => {
  const commits = await api.requestJSON<{ id: string; title: string; author_name: string; authored_date: string }[]>({ url: `${api.repoURL}/repository/commits`, params: { path, ref_name: api.branch, per_page: MOST } });
  return commits.map(({ id, title, author_name: by, authored_date: at }) => ({ commit: id, at, by, subject: title }));
});

/** Where the versions at a forge are asked for, by Decap's name of the back end. */
export const forgeHistories: Record<string, History | undefined> = { forgejo: plainHistory, github: plainHistory, gitlab: gitLabHistory };
