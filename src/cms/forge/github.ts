import { GitHubBackend } from 'decap-cms-backend-github';
import { ownWork, withFourEyes } from './four-eyes.ts';
import { type ApiLikeGitHub, historyLikeGitHub, listBy, pullOf } from './like-github.ts';
import { listFromTree } from './tree.ts';

interface Api extends ApiLikeGitHub {
  closeIssueOnPublish(): Promise<void>;
  closeEntryNotesIssue(): Promise<void>;
}

interface Review {
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  commit_id: string;
  user: { login: string } | null;
}

/** GitHub lets nobody approve their own work; of the others the last word counts, and only for the commit that it was said of. */
export const FourEyesGitHub = withFourEyes<Api, typeof GitHubBackend>(GitHubBackend, {
  enter(api) {
    // Decap's notes beside an entry are not offered by the desk; it would look for them at every publish.
    api.closeIssueOnPublish = api.closeEntryNotesIssue = () => Promise.resolve();
    listBy(
      api,
      listFromTree(api.branch, {
        lastCommit: async () => (await api.request<{ commit: { sha: string } }>(`${api.originRepoURL}/branches/${encodeURIComponent(api.branch)}`)).commit.sha,
        async nodesIn(commit, folder) {
          const { tree } = await api.request<{ tree: { path: string; type: string; sha: string; size?: number }[] }>(`${api.originRepoURL}/git/trees/${commit}:${folder}`, { params: { recursive: 1 } });
          return tree.map(({ path, type, sha, size = 0 }) => ({ path, type, id: sha, size }));
        },
      }),
    );
  },
  async approve(api, branch) {
    try {
      await api.request(`${await pullOf(api, branch)}/reviews`, { method: 'POST', body: JSON.stringify({ event: 'APPROVE', body: 'Đã duyệt.' }) });
    } catch (problem) {
      throw (problem as { status?: number }).status === 422 ? ownWork() : problem;
    }
  },
  async approvals(api, branch) {
    const { number, head, user: writer } = await api.getBranchPullRequest(branch);
    const reviews = await api.request<Review[]>(`${api.originRepoURL}/pulls/${number}/reviews`, { params: { per_page: 100 } });
    const lastWord = new Map<string, Review>();
    for (const review of reviews) if (review.user && ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'].includes(review.state)) lastWord.set(review.user.login, review);
    lastWord.delete(writer.login);
    return [...lastWord.values()].filter(({ state, commit_id: commit }) => state === 'APPROVED' && commit === head.sha).length;
  },
  refusals: [403, 405, 409, 422],
});

export const history = historyLikeGitHub({ per_page: '30' });
