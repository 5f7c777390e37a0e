import { ForgejoBackend } from 'decap-cms-backend-forgejo';
import { ownWork, withFourEyes } from './four-eyes.ts';
import { type ApiLikeGitHub as Api, historyLikeGitHub, listBy, pullOf } from './like-github.ts';
import { listFromTree, type Node } from './tree.ts';

interface Review {
  state: string;
  stale?: boolean;
  dismissed?: boolean;
  user: { login: string };
}

/** As many as a Forgejo gives at once; a longer tree comes in pages. */
const AT_ONCE = 1000;

/** Forgejo lets nobody approve their own work, and takes an approval for old when another commit comes. */
export const FourEyesForgejo = withFourEyes<Api, typeof ForgejoBackend>(ForgejoBackend, {
  enter(api) {
    listBy(api, listFromTree(api.branch, { lastCommit: () => lastCommit(api), nodesIn: (commit, folder) => nodesIn(api, commit, folder) }));
  },
  async approve(api, branch) {
    try {
      await api.request(`${await pullOf(api, branch)}/reviews`, { method: 'POST', body: JSON.stringify({ event: 'APPROVED', body: 'Đã duyệt.' }) });
    } catch (problem) {
      const { status } = problem as { status?: number };
      throw status === 422 || status === 403 ? ownWork() : problem;
    }
  },
  async approvals(api, branch) {
    const reviews = await api.request<Review[]>(`${await pullOf(api, branch)}/reviews`);
    return new Set(reviews.filter(({ state, stale, dismissed }) => state === 'APPROVED' && !stale && !dismissed).map(({ user }) => user.login)).size;
  },
  refusals: [405],
});

export const history = historyLikeGitHub({ limit: '30', stat: 'false' });

async function lastCommit(api: Api): Promise<string> {
  return (await api.request<{ commit: { id: string } }>(`${api.originRepoURL}/branches/${encodeURIComponent(api.branch)}`)).commit.id;
}

async function nodesIn(api: Api, commit: string, folder: string): Promise<Node[]> {
  let tree = commit;
  for (const step of folder.split('/')) {
    const next = (await readTree(api, tree, false)).find(({ path, type }) => path === step && type === 'tree')?.id;
    if (!next) return [];
    tree = next;
  }
  return readTree(api, tree, true);
}

/** To its last page: Decap takes the first for everything. */
async function readTree(api: Api, tree: string, isDeep: boolean): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let page = 1; ; page += 1) {
    const params = { page, per_page: AT_ONCE, ...(isDeep && { recursive: 1 }) };
    const answer = await api.request<{ tree: { path: string; type: string; sha: string; size: number }[] | null; total_count: number }>(`${api.originRepoURL}/git/trees/${tree}`, { params });
    nodes.push(...(answer.tree ?? []).map(({ path, type, sha, size }) => ({ path, type, id: sha, size })));
    if (!answer.tree?.length || nodes.length >= answer.total_count) return nodes;
  }
}
