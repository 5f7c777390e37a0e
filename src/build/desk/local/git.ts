import { execFile } from 'node:child_process';

/** What git said, and whether it was content. */
export interface GitAnswer {
  ok: boolean;
  /** What it said, without white space around. */
  out: string;
  /** The same, letter for letter. */
  raw: string;
  error: string;
}

/** Runs git in a folder, in English, without a pager, a hook or a question. Never throws: a refusal is an answer. */
export function git(folder: string, ...args: string[]): Promise<GitAnswer> {
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true', GIT_PAGER: '' };
  return new Promise((done) => {
    execFile('git', ['-C', folder, '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', ...args], { env, maxBuffer: 100_000_000 }, (problem, out, error) =>
      done({ ok: !problem, out: out.trim(), raw: out, error: error.trim() || (problem?.message ?? '') }),
    );
  });
}

/** The same, when anything but success is a fault of ours. @throws {Error} with what git said */
export async function mustGit(folder: string, ...args: string[]): Promise<string> {
  const { ok, out, error } = await git(folder, ...args);
  if (!ok) throw new Error(`git ${args.join(' ')}: ${error}`);
  return out;
}

/** The commit a name stands for; undefined when there is none. */
export async function commitOf(folder: string, name: string): Promise<string | undefined> {
  const { ok, out } = await git(folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  return ok ? out : undefined;
}
