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

interface ForgejoApi {
  repoURL: string;
  request<T>(path: string, options?: { params: Record<string, string> }): Promise<T>;
  readFile(path: string, sha: string | undefined, options: { branch: string }): Promise<string>;
}

/** Versions from a Forgejo, through the client that is signed in. */
export function forgejoHistory(): History {
  const api = () => backEnd<{ api: ForgejoApi }>().api;
  return {
    versions: async (path) => {
      const commits = await api().request<{ sha: string; commit: { message: string; author: { name: string; date: string } } }[]>(`${api().repoURL}/commits`, { params: { path, limit: '30', stat: 'false' } });
      return commits.map(({ sha, commit }) => ({ commit: sha, at: commit.author.date, by: commit.author.name, subject: commit.message.split('\n')[0] ?? '' }));
    },
    textAt: (path, commit) => api().readFile(path, undefined, { branch: commit }),
  };
}
