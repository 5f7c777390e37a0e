import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { commitOf, git, mustGit } from './git.ts';

/** A refusal in an editor's words. */
export class Refusal extends Error {
  readonly status: number;
  constructor(message: string, status = 409) {
    super(message);
    this.status = status;
  }
}

/**
 * The desk's own clone of this checkout: drafts are branches there, and nothing happens in the working tree of the
 * checkout but the arrival of what was published.
 */
export interface DeskClone {
  /** Root of the checkout. */
  checkout: string;
  /** The branch that is checked out, and published into. */
  branch: string;
  /** Folder of the clone. */
  folder: string;
}

/**
 * Finds the checkout around `from` and makes the clone, or takes the one that is there.
 *
 * @throws {Refusal} when there is no checkout to publish into
 */
export async function openClone(from: string, folder = resolve('.cache/desk/repo')): Promise<DeskClone> {
  const root = await git(from, 'rev-parse', '--show-toplevel');
  if (!root.ok) throw new Refusal('Thư mục này không phải một bản git nên không có chỗ để lưu bài. Hãy lấy dự án bằng “git clone”.', 503);
  const branch = await git(root.out, 'symbolic-ref', '--short', 'HEAD');
  if (!branch.ok || !(await commitOf(root.out, 'HEAD'))) throw new Refusal('Bản git này đang không ở nhánh nào. Hãy chạy: git switch main', 503);
  const clone: DeskClone = { checkout: root.out, branch: branch.out, folder };
  if (!existsSync(`${folder}/.git`)) {
    mkdirSync(dirname(folder), { recursive: true });
    await mustGit(root.out, 'clone', '--quiet', '--branch', clone.branch, '--', root.out, folder);
  }
  await mustGit(folder, 'remote', 'set-url', 'origin', root.out);
  await nameTheEditor(clone);
  await tidyUp(clone);
  return clone;
}

/** Commits carry the name that this machine's git knows; a machine without one is the editors' office. */
async function nameTheEditor({ checkout, folder }: DeskClone): Promise<void> {
  for (const [key, otherwise] of [
    ['user.name', 'Ban biên tập'],
    ['user.email', 'ban-bien-tap@localhost'],
  ] as const) {
    const known = await git(checkout, 'config', key);
    await mustGit(folder, 'config', key, known.out || otherwise);
  }
}

/** Ends whatever a crash or a conflict has left half done, so that the next request finds a clean tree. */
export async function tidyUp({ folder, branch }: DeskClone): Promise<void> {
  for (const what of ['rebase', 'merge', 'cherry-pick']) await git(folder, what, '--abort');
  await git(folder, 'reset', '--quiet', '--hard');
  await git(folder, 'clean', '--quiet', '-fd');
  await git(folder, 'checkout', '--quiet', branch);
}

/**
 * Brings the clone's branch to where the checkout's is: somebody may have committed beside the desk.
 *
 * @throws {Refusal} when the checkout has gone to another branch
 */
export async function catchUp(clone: DeskClone): Promise<void> {
  const { checkout, branch, folder } = clone;
  const now = await git(checkout, 'symbolic-ref', '--short', 'HEAD');
  if (now.out !== branch) throw new Refusal(`Bản git đã chuyển từ nhánh “${branch}” sang “${now.out || 'không nhánh nào'}”. Hãy dừng rồi chạy lại: npm start`, 503);
  const [there, here] = [await commitOf(checkout, 'HEAD'), await commitOf(folder, branch)];
  if (there === here) return;
  await mustGit(folder, 'fetch', '--quiet', 'origin', branch);
  await mustGit(folder, 'checkout', '--quiet', branch);
  // What is published is always landed at once, so the checkout knows everything that the clone's branch knows.
  await mustGit(folder, 'reset', '--quiet', '--hard', 'FETCH_HEAD');
}

/**
 * Takes what the clone's branch has gained into the checkout. The working tree is changed by nothing but a fast-forward,
 * which git refuses when it would touch a file somebody is changing there.
 *
 * @throws {Refusal} then; the checkout is as it was
 */
export async function land({ checkout, branch, folder }: DeskClone): Promise<string> {
  await mustGit(checkout, 'fetch', '--quiet', '--no-tags', folder, branch);
  const merge = await git(checkout, 'merge', '--quiet', '--ff-only', 'FETCH_HEAD');
  if (merge.ok) return mustGit(checkout, 'rev-parse', 'HEAD');
  const files = [...merge.error.matchAll(/^\t(.+)$/gm)].map((match) => match[1]);
  if (files.length > 0) throw new Refusal(`Chưa đăng được: trong thư mục dự án, tệp ${files.join(', ')} đang có chỗ sửa chưa lưu vào git. Hãy lưu hoặc bỏ chỗ sửa ấy rồi đăng lại.`);
  throw new Refusal('Chưa đăng được: có người vừa thêm bản khác vào dự án. Hãy thử lại.');
}
