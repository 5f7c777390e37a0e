import { type History, historyFrom } from '../safe/history.ts';
import type { Listing } from './tree.ts';

/** The parts of Decap's client for GitHub that are used here; the one for Forgejo was made after it. */
export interface ApiLikeGitHub {
  branch: string;
  repoURL: string;
  originRepoURL: string;
  listFiles: Listing;
  getBranchPullRequest(branch: string): Promise<{ number: number; head: { sha: string }; user: { login: string } }>;
  request<T = unknown>(path: string, options?: { method?: string; body?: string; params?: Record<string, string | number> }): Promise<T>;
  readFile(path: string, sha: undefined, options: { branch: string }): Promise<string>;
}

/** Earlier versions of a file. @param most how this forge is told to give thirty */
export const historyLikeGitHub = (most: Record<string, string>): History =>
  historyFrom<ApiLikeGitHub>({
    async versions(api, path) {
      const commits = await api.request<{ sha: string; commit: { message: string; author: { name: string; date: string } } }[]>(`${api.repoURL}/commits`, { params: { path, sha: api.branch, ...most } });
      return commits.map(({ sha, commit }) => ({ commit: sha, at: commit.author.date, by: commit.author.name, subject: commit.message }));
    },
    textAt: (api, path, commit) => api.readFile(path, undefined, { branch: commit }),
  });

/** The address of what a draft is waiting in. */
export async function pullOf(api: ApiLikeGitHub, branch: string): Promise<string> {
  return `${api.originRepoURL}/pulls/${(await api.getBranchPullRequest(branch)).number}`;
}

/** The listing of a client, with another that is asked first. */
export function listBy(api: ApiLikeGitHub, fromTree: (...asked: Parameters<Listing>) => Promise<Awaited<ReturnType<Listing>> | undefined>): void {
  const own = api.listFiles.bind(api);
  api.listFiles = async (...asked) => (await fromTree(...asked)) ?? own(...asked);
}
