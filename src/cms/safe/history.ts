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

/** Versions from a forge, through the client that is signed in. */
export function historyFrom<Api>({ versions, textAt }: { versions(api: Api, path: string): Promise<Version[]>; textAt(api: Api, path: string, commit: string): Promise<string> }): History {
  const api = () => backEnd<{ api: Api }>().api;
  return {
    versions: async (path) => (await versions(api(), path)).map((version) => ({ ...version, subject: version.subject.split('\n')[0] ?? '' })),
    textAt: (path, commit) => textAt(api(), path, commit),
  };
}
