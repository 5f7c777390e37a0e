import { ForgejoBackend } from 'decap-cms-backend-forgejo';
import { readContents } from './contents.ts';
import { fourEyes, statusOf } from './four-eyes.ts';
import { contentTree, type FileOfList, type Node } from './tree.ts';

/** The parts of Decap's Forgejo client that are used here. */
interface Api {
  originRepoURL: string;
  branch: string;
  user(): Promise<{ login: string }>;
  getBranchPullRequest(branch: string): Promise<{ number: number; user: { login: string }; head: { sha: string } }>;
  listFiles(folder: string, where?: { repoURL?: string; branch?: string; depth?: number }, withFolders?: boolean): Promise<FileOfList[]>;
  readFile(path: string, sha: undefined): Promise<string>;
  request<T = unknown>(path: string, options?: { method?: string; body?: string; params?: Record<string, string | number> }): Promise<T>;
}

interface Review {
  state: string;
  stale?: boolean;
  dismissed?: boolean;
  user: { login: string };
}

/** As many as a Forgejo gives at once; a longer tree comes in pages. */
const AT_ONCE = 1000;

/** Drafts at a Forgejo, which lets nobody approve their own work and marks approvals that are older than the last change. */
export const FourEyesForgejo = fourEyes<Api>(ForgejoBackend, {
  enter: listFromTree,
  read: readContents,
  me: async (api) => (await api.user()).login,
  pull: async (api, branch) => {
    const { number, user, head } = await api.getBranchPullRequest(branch);
    return { number, author: user.login, head: head.sha };
  },
  approve: async (api, { number, head }) => void (await api.request(`${api.originRepoURL}/pulls/${number}/reviews`, { method: 'POST', body: JSON.stringify({ event: 'APPROVED', body: 'Đã duyệt.', commit_id: head }) })),
  approvers: async (api, { number }) => {
    const reviews = await api.request<Review[]>(`${api.originRepoURL}/pulls/${number}/reviews`);
    return reviews.filter(({ state, stale, dismissed }) => state === 'APPROVED' && !stale && !dismissed).map(({ user }) => user.login);
  },
});

/** Folders of the content from one tree; Decap's own listing takes the first page for everything. */
function listFromTree(api: Api): void {
  const ownListing = api.listFiles.bind(api);
  const list = contentTree({
    head: async (contentDir) => {
      let nodes = await readTop();
      let folder: string | undefined;
      for (const step of contentDir.split('/')) {
        if (folder) nodes = await readTree(folder, false);
        folder = nodes.find(({ path, type }) => path === step && type === 'tree')?.sha;
        if (!folder) return undefined;
      }
      return folder;
    },
    read: (folder) => readTree(folder, true),
  });
  api.listFiles = async (folder, where = {}, withFolders = false) => ((where.branch ?? api.branch) === api.branch ? await list(folder, where.depth, withFolders) : undefined) ?? ownListing(folder, where, withFolders);

  /** The name of a branch stands for its commit here (`GetTree` in Forgejo's `modules/git`): one question less; where it does not, the commit is asked for. */
  async function readTop(): Promise<Node[]> {
    try {
      return await readTree(api.branch, false);
    } catch (problem) {
      if (![400, 404, 422].includes(statusOf(problem) ?? 0)) throw problem;
      const { commit } = await api.request<{ commit: { id: string } }>(`${api.originRepoURL}/branches/${encodeURIComponent(api.branch)}`);
      return readTree(commit.id, false);
    }
  }

  async function readTree(name: string, isDeep: boolean): Promise<Node[]> {
    const nodes: Node[] = [];
    for (let page = 1; ; page += 1) {
      const params = { page, per_page: AT_ONCE, ...(isDeep && { recursive: 1 }) };
      const { tree, total_count: count } = await api.request<{ tree: Node[] | null; total_count: number }>(`${api.originRepoURL}/git/trees/${encodeURIComponent(name)}`, { params });
      nodes.push(...(tree ?? []));
      if (!tree?.length || nodes.length >= count) return nodes;
    }
  }
}
