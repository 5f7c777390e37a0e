import { GitLabBackend } from 'decap-cms-backend-gitlab';
import { Cursor } from 'decap-cms-lib-util';
import { type History, historyFrom } from '../safe/history.ts';
import { type BackEnd, ownWork, withFourEyes } from './four-eyes.ts';
import { type FileOfList, listFromTree, type Node } from './tree.ts';

interface Question {
  url: string;
  method?: 'POST';
  params?: Record<string, string | number | boolean>;
}

interface MergeRequest {
  iid: number;
  sha: string;
  author: { username: string };
}

/** The parts of Decap's GitLab back end, beside those of every forge, that are used here. */
interface GitLab extends BackEnd {
  notesApi: unknown;
  destroyNotesPolling(): void;
  entriesByFolder(folder: string, ending: string, depth: number): Promise<unknown>;
  allEntriesByFolder(folder: string, ending: string, depth: number): Promise<unknown>;
}

/** The parts of Decap's GitLab client that are used here. */
interface Api {
  branch: string;
  repoURL: string;
  user(): Promise<{ username: string }>;
  request(asked: Question): Promise<Response>;
  requestJSON<T>(asked: string | Question): Promise<T>;
  responseToJSON<T>(answer: Response): Promise<T>;
  getBranchMergeRequest(branch: string): Promise<MergeRequest>;
  listFiles(folder: string, isDeep?: boolean): Promise<{ files: FileOfList[]; cursor: Cursor }>;
  listAllFiles(folder: string, isDeep?: boolean, branch?: string): Promise<FileOfList[]>;
  readFile(path: string, sha: null, options: { branch: string }): Promise<string>;
}

/** As many as a GitLab gives at once. */
const AT_ONCE = 100;
const DEEP = 99;

/**
 * A GitLab without a licence asks for no approval and keeps an old one when another commit comes: so the desk counts only what
 * was approved after the last push, and lets nobody approve their own. That only reviewers merge is the forge's own rule.
 */
export const FourEyesGitLab = withFourEyes<Api, typeof GitLabBackend>(GitLabBackend, {
  enter(api, backEnd) {
    // Decap's notes beside an entry are not offered by the desk; it would look for them at every publish.
    const gitlab = backEnd as GitLab;
    gitlab.destroyNotesPolling();
    gitlab.notesApi = undefined;
    const own = api.listAllFiles.bind(api);
    const fromTree = listFromTree(api.branch, { lastCommit: () => lastCommit(api), nodesIn: (commit, folder) => nodesIn(api, commit, folder) });
    api.listAllFiles = async (folder, isDeep = false, branch = api.branch) => (await fromTree(folder, { branch, depth: isDeep ? DEEP : 1 })) ?? own(folder, isDeep, branch);
    // Decap would show the first twenty, and search in a tree of its own, which it compares with the forge's folder by folder.
    api.listFiles = async (folder, isDeep) => ({ files: await api.listAllFiles(folder, isDeep), cursor: Cursor.create({ actions: [], meta: {}, data: {} }) });
    gitlab.allEntriesByFolder = gitlab.entriesByFolder;
  },
  async approve(api, branch) {
    const [request, me] = await Promise.all([api.getBranchMergeRequest(branch), api.user()]);
    if (request.author.username === me.username) throw ownWork();
    const way = wayTo(api, request);
    const { all, standing } = await approvers(api, request);
    if (standing.includes(me.username)) return;
    // It takes no second approval from the same person: the old one goes first.
    if (all.includes(me.username)) await api.requestJSON({ url: `${way}/unapprove`, method: 'POST' });
    await api.requestJSON({ url: `${way}/approve`, method: 'POST', params: { sha: request.sha } });
  },
  async approvals(api, branch) {
    const request = await api.getBranchMergeRequest(branch);
    return (await approvers(api, request)).standing.filter((name) => name !== request.author.username).length;
  },
  // 401 is its word for somebody who may not merge, 405 and 422 for a request that cannot be merged as it is.
  refusals: [401, 403, 405, 409, 422],
});

/** Versions from a GitLab, through the client that is signed in. */
export const history: History = historyFrom<Api>({
  async versions(api, path) {
    const params = { path, ref_name: api.branch, per_page: 30 };
    const commits = await api.requestJSON<{ id: string; title: string; author_name: string; authored_date: string }[]>({ url: `${api.repoURL}/repository/commits`, params });
    return commits.map(({ id, title, author_name, authored_date }) => ({ commit: id, at: authored_date, by: author_name, subject: title }));
  },
  textAt: (api, path, commit) => api.readFile(path, null, { branch: commit }),
});

const wayTo = (api: Api, { iid }: MergeRequest): string => `${api.repoURL}/merge_requests/${iid}`;

/**
 * Who has approved at all, and who has approved what is there now: whose approval was noted after the last push. (The time in
 * the list of approvals is newer than many a GitLab that is in use; the notes have told it since there are approvals.)
 */
async function approvers(api: Api, request: MergeRequest): Promise<{ all: string[]; standing: string[] }> {
  const way = wayTo(api, request);
  const [{ approved_by: approved }, pushes, notes] = await Promise.all([
    api.requestJSON<{ approved_by: { user: { username: string } }[] }>(`${way}/approvals`),
    api.requestJSON<{ created_at: string }[]>(`${way}/versions`),
    api.requestJSON<{ system: boolean; body: string; created_at: string; author: { username: string } }[]>({ url: `${way}/notes`, params: { sort: 'desc', order_by: 'created_at', per_page: AT_ONCE } }),
  ]);
  const pushed = Math.max(...pushes.map(({ created_at }) => Date.parse(created_at)));
  const all = approved.map(({ user }) => user.username);
  const isFresh = (name: string) => notes.some(({ system, body, author, created_at }) => system && body === 'approved this merge request' && author.username === name && Date.parse(created_at) >= pushed);
  return { all, standing: all.filter(isFresh) };
}

async function lastCommit(api: Api): Promise<string> {
  return (await api.requestJSON<{ commit: { id: string } }>(`${api.repoURL}/repository/branches/${encodeURIComponent(api.branch)}`)).commit.id;
}

async function nodesIn(api: Api, commit: string, folder: string): Promise<Node[]> {
  const page = async (number: number) => {
    const answer = await api.request({ url: `${api.repoURL}/repository/tree`, params: { path: folder, ref: commit, recursive: true, per_page: AT_ONCE, page: number } });
    const nodes = await api.responseToJSON<{ id: string; type: string; path: string }[]>(answer);
    return { pages: Number(answer.headers.get('X-Total-Pages')), nodes };
  };
  const pages = [await page(1)];
  const count = pages[0]?.pages;
  if (count) pages.push(...(await Promise.all(Array.from({ length: count - 1 }, (_, index) => page(index + 2)))));
  // A very long tree is not counted.
  else while (pages.at(-1)?.nodes.length === AT_ONCE) pages.push(await page(pages.length + 1));
  return pages.flatMap(({ nodes }) => nodes.map(({ id, type, path }) => ({ id, type, path: path.slice(folder.length + 1), size: 0 })));
}
