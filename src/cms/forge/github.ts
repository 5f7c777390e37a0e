import { GitHubBackend } from 'decap-cms-backend-github';
import { readContents } from './contents.ts';
import { fourEyes, statusOf } from './four-eyes.ts';
import { contentTree, type FileOfList, type Node } from './tree.ts';

/** The parts of Decap's GitHub client that are used here. */
interface Api {
  originRepoURL: string;
  branch: string;
  getBranchPullRequest(branch: string): Promise<{ number: number; user: { login: string }; head: { sha: string } }>;
  listFiles(folder: string, where?: { repoURL?: string; branch?: string; depth?: number }): Promise<FileOfList[]>;
  readFile(path: string, sha: undefined): Promise<string>;
  request<T = unknown>(path: string, options?: { method?: string; body?: string; params?: Record<string, string | number> }): Promise<T>;
  requestAllPages<T>(path: string, options: { params: Record<string, string | number> }): Promise<T[]>;
}

/** https://docs.github.com/en/rest/pulls/reviews: in the order in which they were given. */
interface Review {
  state: string;
  commit_id: string;
  user: { login: string } | null;
}

/** Decap's client, with what it kept for too long, or asked of somebody else. */
class Client extends (GitHubBackend as typeof ForgeBackEnd) {
  /** Decap asks GitHub's public page of outages, where the desk's policy lets nothing go, and believes a sign-in for ever. */
  async status(): Promise<unknown> {
    const isIn = await (this.api as Api).request('/user').then(
      () => true,
      (problem: unknown) => statusOf(problem) !== 401,
    );
    return { auth: { status: isIn }, api: { status: true, statusPage: '' } };
  }
}

/** Drafts at GitHub, which lets nobody approve their own work; an approval names the commit that it is for. */
export const FourEyesGitHub = fourEyes<Api>(Client, {
  enter: listFromTree,
  read: readContents,
  me: async (api) => (await api.request<{ login: string }>('/user')).login,
  pull: async (api, branch) => {
    const { number, user, head } = await api.getBranchPullRequest(branch);
    return { number, author: user.login, head: head.sha };
  },
  approve: async (api, { number, head }) => void (await api.request(`${api.originRepoURL}/pulls/${number}/reviews`, { method: 'POST', body: JSON.stringify({ event: 'APPROVE', commit_id: head }) })),
  approvers: async (api, { number, head }) => {
    const last = new Map<string, Review>();
    for (const review of await api.requestAllPages<Review>(`${api.originRepoURL}/pulls/${number}/reviews`, { params: { per_page: 100 } })) {
      // A remark takes no approval back; a wish for changes and a dismissal do.
      if (review.user && review.state !== 'COMMENTED' && review.state !== 'PENDING') last.set(review.user.login, review);
    }
    return [...last].filter(([, { state, commit_id: commit }]) => state === 'APPROVED' && commit === head).map(([login]) => login);
  },
});

/** Folders of the content from one tree: two questions, one when nothing has changed. A tree too long for GitHub is listed folder by folder. */
function listFromTree(api: Api): void {
  const ownListing = api.listFiles.bind(api);
  const list = contentTree({
    head: async () => (await api.request<{ commit: { sha: string } }>(`${api.originRepoURL}/branches/${encodeURIComponent(api.branch)}`)).commit.sha,
    read: async (commit, contentDir) => {
      const { tree, truncated } = await api.request<{ tree: Node[]; truncated: boolean }>(`${api.originRepoURL}/git/trees/${commit}:${contentDir}`, { params: { recursive: 1 } });
      return truncated ? undefined : tree;
    },
  });
  api.listFiles = async (folder, where = {}) => ((where.branch ?? api.branch) === api.branch ? await list(folder, where.depth) : undefined) ?? ownListing(folder, where);
}
