import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { Cursor } from 'decap-cms-lib-util';
import { fourEyes, NotAllowed } from './four-eyes.ts';
import { contentTree, type FileOfList, type Node } from './tree.ts';

/** What Decap's GitLab client is asked. */
interface Question {
  url: string;
  method?: string;
  params?: Record<string, string | number | boolean>;
}

/** The parts of Decap's GitLab client that are used here. */
interface Api {
  repoURL: string;
  branch: string;
  user(): Promise<{ username: string }>;
  getBranchMergeRequest(branch: string): Promise<{ iid: number; sha: string; author: { username: string } }>;
  listFiles(folder: string, isDeep?: boolean): Promise<{ files: FileOfList[]; cursor: Cursor }>;
  listAllFiles(folder: string, isDeep?: boolean, branch?: string): Promise<FileOfList[]>;
  readFile(path: string): Promise<string>;
  requestJSON<T>(question: Question): Promise<T>;
}

/** https://docs.gitlab.com/api/merge_request_approvals/: newer ones say when. */
interface Approvals {
  user_has_approved: boolean;
  user_can_approve: boolean;
  approved_by: { user: { username: string }; approved_at?: string }[];
}

/** https://docs.gitlab.com/api/merge_requests/#get-merge-request-diff-versions: one for each push. */
interface DiffVersion {
  head_commit_sha: string;
  created_at: string;
}

/** https://docs.gitlab.com/api/notes/: GitLab's own notes are in English, whatever language is set. */
interface Note {
  system: boolean;
  body: string;
  created_at: string;
  author: { username: string };
}

/** As many as GitLab gives at once. */
const AT_ONCE = 100;

class Client extends (GitLabBackend as typeof ForgeBackEnd) {
  /** Every list is whole from the beginning, from one tree. */
  allEntriesByFolder(folder: string, extension: string, depth: number): Promise<unknown> {
    return this.entriesByFolder(folder, extension, depth);
  }
}

/**
 * Drafts at a GitLab. Its Community Edition insists on no approval, lets writers approve their own work, and keeps an
 * approval when something else is pushed: so the desk itself looks who wrote, and when. Both times are the server's own:
 * that of the approval, and that of the push which brought what is there now.
 */
export const FourEyesGitLab = fourEyes<Api>(Client, {
  enter: listFromTree,
  read: (api, path) => api.readFile(path),
  me: async (api) => (await api.user()).username,
  pull: async (api, branch) => {
    const { iid, sha, author } = await api.getBranchMergeRequest(branch);
    return { number: iid, author: author.username, head: sha };
  },
  approve: async (api, { number, head }) => {
    const url = `${api.repoURL}/merge_requests/${number}`;
    const { user_has_approved: hasApproved } = await api.requestJSON<Approvals>({ url: `${url}/approvals` });
    // GitLab takes no second approval from the same person, although the first was for something else.
    if (hasApproved) await api.requestJSON({ url: `${url}/unapprove`, method: 'POST' });
    const { user_can_approve: mayApprove } = await api.requestJSON<Approvals>({ url: `${url}/approvals` });
    if (!mayApprove) throw new NotAllowed('Kho chưa cho tài khoản này duyệt bài. Hãy nhờ người quản trị kho.');
    await api.requestJSON({ url: `${url}/approve`, method: 'POST', params: { sha: head } });
  },
  approvers: async (api, { number, head }) => {
    const url = `${api.repoURL}/merge_requests/${number}`;
    const [{ approved_by: approvals }, versions] = await Promise.all([api.requestJSON<Approvals>({ url: `${url}/approvals` }), api.requestJSON<DiffVersion[]>({ url: `${url}/versions`, params: { per_page: AT_ONCE } })]);
    const pushed = versions.find(({ head_commit_sha: sha }) => sha === head)?.created_at;
    if (!pushed || approvals.length === 0) return [];
    const notes = approvals.every(({ approved_at: at }) => at) ? [] : await api.requestJSON<Note[]>({ url: `${url}/notes`, params: { sort: 'desc', order_by: 'created_at', activity_filter: 'only_activity', per_page: AT_ONCE } });
    const approvedAt = (name: string) => notes.find(({ system, body, author }) => system && body === 'approved this merge request' && author.username === name)?.created_at;
    return approvals.filter(({ user, approved_at: at = approvedAt(user.username) }) => at !== undefined && Date.parse(at) >= Date.parse(pushed)).map(({ user }) => user.username);
  },
});

/** Folders of the content from one tree, read to its last page; Decap's own listing asks folder by folder, and again for everything that has changed. */
function listFromTree(api: Api): void {
  const [ownListing, ownWholeListing] = [api.listFiles.bind(api), api.listAllFiles.bind(api)];
  const list = contentTree({
    head: async () => (await api.requestJSON<{ commit: { id: string } }>({ url: `${api.repoURL}/repository/branches/${encodeURIComponent(api.branch)}` })).commit.id,
    read: async (commit, contentDir) => {
      const nodes: Node[] = [];
      for (let page = 1; ; page += 1) {
        const part = await api.requestJSON<{ id: string; path: string; type: string }[]>({ url: `${api.repoURL}/repository/tree`, params: { path: contentDir, ref: commit, recursive: true, per_page: AT_ONCE, page } });
        nodes.push(...part.map(({ id, path, type }) => ({ sha: id, type, path: path.slice(contentDir.length + 1) })));
        if (part.length < AT_ONCE) return nodes;
      }
    },
  });
  const deep = (isDeep: boolean) => (isDeep ? Number.POSITIVE_INFINITY : 1);
  api.listFiles = async (folder, isDeep = false) => {
    const files = await list(folder, deep(isDeep));
    return files ? { files, cursor: Cursor.create({ actions: [], meta: {}, data: {} }) } : ownListing(folder, isDeep);
  };
  api.listAllFiles = async (folder, isDeep = false, branch = api.branch) => (branch === api.branch ? await list(folder, deep(isDeep)) : undefined) ?? ownWholeListing(folder, isDeep, branch);
}
