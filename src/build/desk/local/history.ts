import { type DeskClone, Refusal } from './clone.ts';
import { git } from './git.ts';

/** One published version of a file. */
export interface Version {
  commit: string;
  /** When, ISO 8601. */
  at: string;
  by: string;
  subject: string;
}

/** Published versions of one file, the newest first; without a path, of all content. */
export async function historyOf({ checkout }: DeskClone, path: string, most = 30): Promise<Version[]> {
  const { ok, out } = await git(checkout, 'log', `-${most}`, '--no-merges', '--format=%H%x09%cI%x09%an%x09%s', '--', path);
  if (!ok || out === '') return [];
  return out.split('\n').map((line) => {
    const [commit = '', at = '', by = '', ...subject] = line.split('\t');
    return { commit, at, by, subject: subject.join('\t') };
  });
}

/** A file as it was in one version. @throws {Refusal} when there is no such version */
export async function textAt({ checkout }: DeskClone, path: string, commit: string): Promise<string> {
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new Refusal('Không có bản này.', 404);
  const { ok, raw } = await git(checkout, 'show', `${commit}:${path}`);
  if (!ok) throw new Refusal('Bản này không còn, hoặc khi ấy chưa có bài.', 404);
  return raw;
}
