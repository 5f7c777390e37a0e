import config from 'desk:config';
import { localForage } from 'decap-cms-lib-util';

/** What a forge says of one file or folder in a tree. */
export interface Node {
  /** Inside the folder that was asked for. */
  path: string;
  type: string;
  /** The hash of its content. */
  id: string;
  size: number;
}

/** A file as Decap lists it. */
export interface FileOfList extends Node {
  name: string;
}

/** How Decap asks for the files of a folder. */
export type Listing = (folder: string, where?: { repoURL?: string; branch?: string; depth?: number }, withFolders?: boolean) => Promise<FileOfList[]>;

/** Where trees come from. */
export interface Trees {
  /** The last commit of the published branch. */
  lastCommit(): Promise<string>;
  /** Everything under a folder as a commit has it, to the last page. */
  nodesIn(commit: string, folder: string): Promise<Node[]>;
}

/** The content folder as one commit has it. */
interface Content {
  commit: string;
  nodes: Node[];
}

const KEY = 'ban-bien-tap-cay';

/**
 * Lists folders of the content from one tree, which is asked for again only when the branch has moved on, and whole. A commit
 * never changes, so what is kept of it is right for ever.
 *
 * @returns the listing of a folder; nothing for whatever lies outside the content or on another branch
 */
export function listFromTree(published: string, { lastCommit, nodesIn }: Trees): (...asked: Parameters<Listing>) => Promise<FileOfList[] | undefined> {
  let asked: Promise<Content> | undefined;
  let kept: Content | undefined;

  return async (folder, where = {}, withFolders = false) => {
    const inside = `${folder.replace(/^\/+|\/+$/g, '')}/`.slice(config.contentDir.length + 1);
    const isOurs = folder.replace(/^\//, '').startsWith(`${config.contentDir}/`) && (where.branch ?? published) === published;
    if (!isOurs) return undefined;
    // Kinds that are listed together share one question.
    asked ??= readContent().finally(() => (asked = undefined));
    const { nodes } = await asked;
    return nodes
      .filter(({ path, type }) => path.startsWith(inside) && (withFolders || type === 'blob') && path.slice(inside.length).split('/').length <= (where.depth ?? 1))
      .map((node) => ({ ...node, name: node.path.split('/').at(-1) ?? node.path, path: `${config.contentDir}/${node.path}` }));
  };

  async function readContent(): Promise<Content> {
    const [commit, before] = await Promise.all([lastCommit(), kept ?? localForage.getItem<Content>(KEY).catch(() => null)]);
    if (before?.commit === commit) {
      kept = before;
      return before;
    }
    kept = { commit, nodes: await nodesIn(commit, config.contentDir) };
    localForage.setItem(KEY, kept).catch(() => undefined);
    return kept;
  }
}
