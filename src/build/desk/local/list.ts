import { spawn } from 'node:child_process';
import { titleOf } from '../titles.ts';
import type { DeskClone } from './clone.ts';
import { mustGit } from './git.ts';

/** A file of a folder, as the desk lists it. */
export interface Listed {
  /** Inside the repository. */
  path: string;
  /** The hash of its content. */
  id: string;
  title: string;
}

/** What has been read once: a hash means one text for ever. */
const titles = new Map<string, string>();

/**
 * The files of one folder with their titles, as published.
 *
 * @param folder inside the repository @param contentDir the content folder inside the repository
 */
export async function listEntries({ folder: clone, branch }: DeskClone, folder: string, contentDir: string): Promise<Listed[]> {
  const out = await mustGit(clone, 'ls-tree', '-z', branch, '--', `${folder.replace(/\/+$/, '')}/`);
  const files = out.split('\0').flatMap((line) => {
    const [, id, path] = /^\d+ blob (\w+)\t(.+)$/.exec(line) ?? [];
    return id && path && /\.(?:mdx|yaml)$/.test(path) ? [{ id, path }] : [];
  });
  const unread = files.filter(({ id }) => !titles.has(id));
  const texts = await readBlobs(
    clone,
    unread.map(({ id }) => id),
  );
  for (const [index, { id, path }] of unread.entries()) titles.set(id, titleOf(path.slice(contentDir.length + 1), texts[index] ?? ''));
  return files.map(({ id, path }) => ({ path, id, title: titles.get(id) ?? '' }));
}

/** A picture of the content, as the desk lists it. */
export interface Medium {
  /** Inside the repository. */
  path: string;
  /** The hash of its content. */
  id: string;
  /** In bytes. */
  size: number;
}

/** All published pictures, without their bytes: whoever looks at one asks for it. @param folder inside the repository */
export async function listMedia({ folder: clone, branch }: DeskClone, folder: string): Promise<Medium[]> {
  const out = await mustGit(clone, 'ls-tree', '-r', '-l', '-z', branch, '--', `${folder.replace(/\/+$/, '')}/`);
  return out.split('\0').flatMap((line) => {
    const [, id, size, path] = /^\d+ blob (\w+) +(\d+)\t(.+)$/.exec(line) ?? [];
    return id && path ? [{ id, path, size: Number(size) }] : [];
  });
}

/** Many blobs from one git. */
async function readBlobs(clone: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const child = spawn('git', ['-C', clone, 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(`${ids.join('\n')}\n`);
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  const all = Buffer.concat(parts);
  let at = 0;
  return ids.map(() => {
    const end = all.indexOf(10, at);
    const size = Number(all.subarray(at, end).toString().split(' ')[2] ?? 0);
    at = end + 1 + size + 1;
    return all.subarray(end + 1, end + 1 + size).toString('utf8');
  });
}
