import config from 'desk:config';
import { localForage } from 'decap-cms-lib-util';

/** What a Forgejo says of one file or folder in a tree. */
interface Node {
  path: string;
  type: string;
  sha: string;
  size: number;
}

/** A file as Decap lists it. */
interface FileOfList {
  type: string;
  id: string;
  name: string;
  path: string;
  size: number;
}

/** The parts of Decap's Forgejo client that are used here. */
interface Api {
  branch: string;
  request<T>(path: string, options?: { params: Record<string, string | number> }): Promise<T>;
  listFiles(folder: string, where?: { repoURL?: string; branch?: string; depth?: number }, withFolders?: boolean): Promise<FileOfList[]>;
}

/** The content folder as one commit has it. */
interface Content {
  commit: string;
  nodes: Node[];
}

const KEY = 'ban-bien-tap-cay';
/** As many as a Forgejo gives at once; a longer tree comes in pages. */
const AT_ONCE = 1000;

/**
 * Lists folders of the content from one tree, which is asked for again only when the branch has moved on, and whole: Decap
 * takes the first page for everything. A commit never changes, so what is kept of it is right for ever.
 *
 * @param api the client that is signed in; its own listing serves whatever lies outside the content
 */
export function listFromTree(api: Api, repoURL: string): void {
  const ownListing = api.listFiles.bind(api);
  let asked: Promise<Content> | undefined;
  let kept: Content | undefined;

  api.listFiles = async (folder, where = {}, withFolders = false) => {
    const inside = `${folder.replace(/^\/+|\/+$/g, '')}/`.slice(config.contentDir.length + 1);
    const isOurs = folder.replace(/^\//, '').startsWith(`${config.contentDir}/`) && (where.branch ?? api.branch) === api.branch;
    if (!isOurs) return ownListing(folder, where, withFolders);
    // Kinds that are listed together share one question.
    asked ??= readContent().finally(() => (asked = undefined));
    const { nodes } = await asked;
    return nodes
      .filter(({ path, type }) => path.startsWith(inside) && (withFolders || type === 'blob') && path.slice(inside.length).split('/').length <= (where.depth ?? 1))
      .map(({ path, type, sha, size }) => ({ type, id: sha, name: path.split('/').at(-1) ?? path, path: `${config.contentDir}/${path}`, size }));
  };

  async function readContent(): Promise<Content> {
    const [{ commit }, before] = await Promise.all([api.request<{ commit: { id: string } }>(`${repoURL}/branches/${encodeURIComponent(api.branch)}`), kept ?? localForage.getItem<Content>(KEY).catch(() => null)]);
    if (before?.commit === commit.id) {
      kept = before;
      return before;
    }
    let folder = commit.id;
    for (const step of config.contentDir.split('/')) {
      const sha = (await readTree(folder, false)).find(({ path, type }) => path === step && type === 'tree')?.sha;
      if (!sha) return { commit: commit.id, nodes: [] };
      folder = sha;
    }
    kept = { commit: commit.id, nodes: await readTree(folder, true) };
    localForage.setItem(KEY, kept).catch(() => undefined);
    return kept;
  }

  async function readTree(sha: string, isDeep: boolean): Promise<Node[]> {
    const nodes: Node[] = [];
    for (let page = 1; ; page += 1) {
      const params = { page, per_page: AT_ONCE, ...(isDeep && { recursive: 1 }) };
      const { tree, total_count: count } = await api.request<{ tree: Node[] | null; total_count: number }>(`${repoURL}/git/trees/${sha}`, { params });
      nodes.push(...(tree ?? []).map(({ path, type, sha: id, size }) => ({ path, type, sha: id, size })));
      if (!tree?.length || nodes.length >= count) return nodes;
    }
  }
}
