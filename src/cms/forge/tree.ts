import config from 'desk:config';
import { localForage } from 'decap-cms-lib-util';
import { askAhead } from './ahead.ts';

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
  /** The hash of what is published now: of the commit, or of the content folder in it. Undefined when the forge does not know it. */
  head(contentDir: string): Promise<string | undefined>;
  /** Everything below the content folder of what `head` said, to the last page; undefined when the forge cannot give it whole. */
  read(head: string, contentDir: string): Promise<Node[] | undefined>;
}

/** The content folder as it was at one hash. */
interface Content {
  head: string;
  nodes: Node[];
}

const KEY = 'ban-bien-tap-cay';

/**
 * Lists folders of the published content from one tree, which is asked for at once, and again only when the branch has
 * moved on. What has a hash never changes, so what is kept of it is right for ever.
 *
 * @returns the files of a folder, or undefined for one that lies outside the content, or when there is no whole tree
 */
export function contentTree(asked: Asked): (folder: string, depth?: number, withFolders?: boolean) => Promise<FileOfList[] | undefined> {
  let asking: Promise<Content | undefined> | undefined;
  let kept: Content | undefined;
  const content = askAhead(readContent);

  return async (folder, depth = 1, withFolders = false) => {
    const whole = folder.replace(/^\/+|\/+$/g, '');
    if (!whole.startsWith(`${config.contentDir}/`)) return undefined;
    const inside = `${whole}/`.slice(config.contentDir.length + 1);
    // Kinds that are listed together share one question.
    asking ??= content().finally(() => (asking = undefined));
    return (await asking)?.nodes
      .filter(({ path, type }) => path.startsWith(inside) && (withFolders || type === 'blob') && path.slice(inside.length).split('/').length <= depth)
      .map(({ path, type, sha, size = 0 }) => ({ type, id: sha, name: path.split('/').at(-1) ?? path, path: `${config.contentDir}/${path}`, size }));
  };

  async function readContent(): Promise<Content | undefined> {
    const [head, before] = await Promise.all([asked.head(config.contentDir), kept ?? localForage.getItem<Content>(KEY).catch(() => null)]);
    if (!head) return undefined;
    if (before?.head === head) {
      kept = before;
      return before;
    }
    const nodes = await asked.read(head, config.contentDir);
    if (!nodes) return undefined;
    kept = { head, nodes: nodes.map(({ path, type, sha, size }) => ({ path, type, sha, ...(size !== undefined && { size }) })) };
    localForage.setItem(KEY, kept).catch(() => undefined);
    return kept;
  }
}
