import config from 'desk:config';
import { localForage } from 'decap-cms-lib-util';

/** What a forge says of one file or folder in a tree; `path` from the content folder on. */
export interface Node {
  path: string;
  type: string;
  sha: string;
  size?: number;
}

/** A file as Decap lists it. */
export interface FileOfList {
  type: string;
  id: string;
  name: string;
  path: string;
  size: number;
}

/** How a forge is asked for the content. */
interface Asked {
  /** The commit that the published branch is at. */
  head(): Promise<string>;
  /** Everything below the content folder of a commit, to the last page; undefined when the forge cannot give it whole. */
  read(commit: string, contentDir: string): Promise<Node[] | undefined>;
}

/** The content folder as one commit has it. */
interface Content {
  commit: string;
  nodes: Node[];
}

const KEY = 'ban-bien-tap-cay';

/**
 * Lists folders of the published content from one tree, which is asked for again only when the branch has moved on. A
 * commit never changes, so what is kept of it is right for ever.
 *
 * @returns the files of a folder, or undefined for one that lies outside the content, or when there is no whole tree
 */
export function contentTree(asked: Asked): (folder: string, depth?: number, withFolders?: boolean) => Promise<FileOfList[] | undefined> {
  let asking: Promise<Content | undefined> | undefined;
  let kept: Content | undefined;

  return async (folder, depth = 1, withFolders = false) => {
    const whole = folder.replace(/^\/+|\/+$/g, '');
    if (!whole.startsWith(`${config.contentDir}/`)) return undefined;
    const inside = `${whole}/`.slice(config.contentDir.length + 1);
    // Kinds that are listed together share one question.
    asking ??= readContent().finally(() => (asking = undefined));
    return (await asking)?.nodes
      .filter(({ path, type }) => path.startsWith(inside) && (withFolders || type === 'blob') && path.slice(inside.length).split('/').length <= depth)
      .map(({ path, type, sha, size = 0 }) => ({ type, id: sha, name: path.split('/').at(-1) ?? path, path: `${config.contentDir}/${path}`, size }));
  };

  async function readContent(): Promise<Content | undefined> {
    const [commit, before] = await Promise.all([asked.head(), kept ?? localForage.getItem<Content>(KEY).catch(() => null)]);
    if (before?.commit === commit) {
      kept = before;
      return before;
    }
    const nodes = await asked.read(commit, config.contentDir);
    if (!nodes) return undefined;
    kept = { commit, nodes: nodes.map(({ path, type, sha, size }) => ({ path, type, sha, ...(size !== undefined && { size }) })) };
    localForage.setItem(KEY, kept).catch(() => undefined);
    return kept;
  }
}
