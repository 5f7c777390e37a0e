import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkContent, type Problem } from '../../../lint/index.ts';
import { buildDate } from '../../../shared/settings.ts';
import { readContent } from '../../read-content.ts';
import { type DeskClone, Refusal } from './clone.ts';
import { git, mustGit } from './git.ts';

const run = promisify(execFile);

/**
 * What would stop the site if this were published: every mistake of the whole content that is not there already.
 *
 * @param to a commit or tree to look at @param from what is published now
 * @param contentDir the content folder inside the repository
 */
export async function newMistakes({ folder }: DeskClone, from: string, to: string, contentDir: string): Promise<Problem[]> {
  const found = await mistakesIn(folder, to, contentDir);
  if (found.length === 0) return [];
  const before = new Set((await mistakesIn(folder, from, contentDir)).map(keyOf));
  return found.filter((problem) => !before.has(keyOf(problem)));
}

/**
 * The commit that publishing these drafts would make; no branch points at it.
 *
 * @throws {Refusal} when two people have changed the same lines
 */
export async function mergedCommit({ folder, branch }: DeskClone, drafts: string[]): Promise<string> {
  let base = await mustGit(folder, 'rev-parse', branch);
  for (const draft of drafts) {
    const merged = await git(folder, 'merge-tree', '--write-tree', base, draft);
    if (!merged.ok) throw new Refusal('Chưa đăng được: bài này đã được người khác sửa và đăng trước. Hãy mở bài, chép phần của mình ra, bỏ bản nháp rồi sửa lại trên bản mới.');
    base = await mustGit(folder, 'commit-tree', merged.out.split('\n')[0] ?? '', '-p', base, '-m', 'Thử đăng');
  }
  return base;
}

/** Mistakes as one text for a message: the first few, and how many more. */
export function wordsFor(problems: Problem[]): string {
  const lines = problems.slice(0, 5).map(({ file, line, message, mend }) => `• ${file}, dòng ${line}: ${message} ${mend}`);
  if (problems.length > 5) lines.push(`• và ${problems.length - 5} lỗi nữa.`);
  return lines.join('\n');
}

async function mistakesIn(folder: string, tree: string, contentDir: string): Promise<Problem[]> {
  const place = mkdtempSync(join(tmpdir(), 'desk-check-'));
  try {
    const has = await git(folder, 'cat-file', '-e', `${tree}:${contentDir}`);
    if (!has.ok) return [];
    const tar = join(place, 'content.tar');
    await mustGit(folder, 'archive', '--format=tar', '-o', tar, tree, '--', contentDir);
    await run('tar', ['-xf', tar, '-C', place]);
    const { files, media } = readContent(join(place, contentDir));
    return checkContent(files, { buildDate: buildDate(), media }).filter((problem) => problem.severity === 'error');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Without the line: a line inserted above does not make an old mistake a new one. */
const keyOf = ({ file, rule, message }: Problem) => `${file} ${rule} ${message}`;
