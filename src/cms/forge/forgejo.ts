import { ForgejoBackend } from 'decap-cms-backend-forgejo';
import { readContents } from './contents.ts';
import { fourEyes } from './four-eyes.ts';
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
    // The name of a branch stands for its commit here (`GetTree` in Forgejo's `modules/git`): one question less.
    head: async (contentDir) => {
      let folder: string | undefined = api.branch;
      for (const step of contentDir.split('/')) {
        if (folder) folder = (await readTree(folder, false)).find(({ path, type }) => path === step && type === 'tree')?.sha;
      }
      return folder;
    },
    read: (folder) => readTree(folder, true),
  });
  api.listFiles = async (folder, where = {}, withFolders = false) => ((where.branch ?? api.branch) === api.branch ? await list(folder, where.depth, withFolders) : undefined) ?? ownListing(folder, where, withFolders);

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
