import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Asked, Forge, type Pull, Refused } from './forge.ts';

interface Person {
  name: string;
  email: string;
  date?: string;
}

/**
 * The part of GitHub's interface (an Enterprise server's, under `/api/v3`) that the desk uses, and the sign-in helper in a window of
 * its own that it cannot do without. It merges nothing but what a reviewer other than its author has approved.
 */
export class GitHubDouble extends Forge {
  protected readonly door = '/auth';
  protected readonly tokenDesk = '/login/oauth/access_token';
  protected readonly notSignedIn = { message: 'Bad credentials' };

  protected wayOf(path: string): string {
    return decodeURIComponent(path)
      .replace(/^\/api\/v3/, '')
      .replace(/^\/repos\/[^/]+\/[^/]+/, '/repo');
  }

  /** The window says that it is there, hears who opened it, and tells only them. */
  protected override admit(user: string, _asked: URLSearchParams, response: ServerResponse): void {
    const token = JSON.stringify({ token: this.tokenFor(user), provider: 'github' });
    const script = `addEventListener('message', ({ origin }) => opener.postMessage('authorization:github:success:' + ${JSON.stringify(token)}, origin)); opener.postMessage('authorizing:github', '*');`;
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<h1>Đã đăng nhập</h1><script>${script}</script>`);
  }

  protected route(user: string, { way, query, body, response }: Asked): unknown {
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return { login: user, name: this.users[user], email: `${user}@example.vn`, avatar_url: '' };
    if ((match = is(/^GET \/users\/(.+)$/))) return { login: match[1], name: this.users[match[1] ?? ''] };
    if (way === 'GET /repo') return { owner: { login: 'so-tay' }, permissions: { push: true } };
    if ((match = is(/^GET \/repo\/branches\/(.+)$/))) return { name: match[1], commit: { sha: this.commitOf(match[1] ?? '') } };
    if ((match = is(/^GET \/repo\/git\/trees\/(.+)$/))) return this.#tree(match[1] ?? '', query.has('recursive'));
    if (way === 'POST /repo/git/trees') return this.#makeTree(String(body['base_tree']), body['tree'] as { path: string; sha: string | null }[]);
    if ((match = is(/^GET \/repo\/git\/blobs\/(.+)$/))) return { content: this.bytes(match[1] ?? '').toString('base64') };
    if (way === 'POST /repo/git/blobs') return { sha: this.git(['hash-object', '-w', '--stdin'], Buffer.from(String(body['content']), 'base64')) };
    if (way === 'POST /repo/git/commits') return this.#makeCommit(body, user);
    if (way === 'POST /repo/git/refs') return this.#makeRef(String(body['ref']), String(body['sha']));
    if ((match = is(/^PATCH \/repo\/git\/refs\/heads\/(.+)$/))) return this.#moveRef(match[1] ?? '', String(body['sha']), body['force'] === true);
    if ((match = is(/^DELETE \/repo\/git\/refs\/heads\/(.+)$/))) return this.#removeRef(match[1] ?? '', response);
    if (way === 'GET /repo/commits') return this.log(query.get('path') ?? '', query.get('sha') ?? 'main').map(({ sha, name, date, message }) => ({ sha, commit: { message, author: { name, date } } }));
    if (way === 'GET /repo/pulls') return this.pulls.filter(({ state, branch }) => state === 'open' && [null, `so-tay:${branch}`].includes(query.get('head'))).map((pull) => this.#shown(this.fresh(pull)));
    if (way === 'POST /repo/pulls') return this.#shown(this.openPull(String(body['head']).replace(/^[^:]+:/, ''), String(body['title']), user));
    if ((match = is(/^PATCH \/repo\/pulls\/(\d+)$/))) return this.#shown(Object.assign(this.pull(match[1]), { state: body['state'] }));
    if ((match = is(/^PUT \/repo\/issues\/(\d+)\/labels$/))) return Object.assign(this.pull(match[1]), { labels: body['labels'] }).labels;
    if ((match = is(/^GET \/repo\/pulls\/(\d+)\/reviews$/))) return this.pull(match[1]).approvals.map(({ by, head }) => ({ state: 'APPROVED', commit_id: head, user: { login: by } }));
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/reviews$/))) return this.#review(this.pull(match[1]), String(body['event']), user);
    if ((match = is(/^PUT \/repo\/pulls\/(\d+)\/merge$/))) return this.#mergeIfApproved(this.pull(match[1]), body, user);
    if ((match = is(/^GET \/repo\/compare\/(.+)\.\.\.(.+)$/))) return this.#compare(match[1] ?? '', (match[2] ?? '').replace(/^[^:]+:/, ''));
    throw new Refused(404, `The double has no ${way}`);
  }

  #tree(name: string, isDeep: boolean): unknown {
    try {
      return { sha: this.git(['rev-parse', '--verify', '--quiet', name]), tree: this.nodes(name, isDeep), truncated: false };
    } catch {
      throw new Refused(404, 'Not Found');
    }
  }

  #makeTree(base: string, changes: { path: string; sha: string | null }[]): { sha: string } {
    const index = { GIT_INDEX_FILE: join(this.folder, `index-${randomUUID()}`) };
    this.git(['read-tree', base], undefined, index);
    for (const { path, sha } of changes) this.git(sha === null ? ['update-index', '--force-remove', path] : ['update-index', '--add', '--cacheinfo', `100644,${sha},${path}`], undefined, index);
    return { sha: this.git(['write-tree'], undefined, index) };
  }

  #makeCommit(body: Record<string, unknown>, user: string): { sha: string } {
    const author = body['author'] as Person | undefined;
    const names = { ...this.who(user), ...(author && { GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_AUTHOR_DATE: author.date ?? '' }) };
    const parents = (body['parents'] as string[]).flatMap((parent) => ['-p', parent]);
    return { sha: this.git(['commit-tree', String(body['tree']), ...parents, '-m', String(body['message'])], undefined, names) };
  }

  #makeRef(ref: string, sha: string): unknown {
    if (this.git(['for-each-ref', ref]) !== '') throw new Refused(422, 'Reference already exists');
    this.git(['update-ref', ref, sha]);
    return { ref, object: { sha } };
  }

  #moveRef(branch: string, sha: string, isForced: boolean): unknown {
    if (branch === 'main') throw new Refused(422, 'Changes must be made through a pull request.');
    if (!isForced && this.git(['merge-base', sha, branch]) !== this.commitOf(branch)) throw new Refused(422, 'Update is not a fast forward');
    this.git(['update-ref', `refs/heads/${branch}`, sha]);
    return { ref: `refs/heads/${branch}`, object: { sha } };
  }

  #removeRef(branch: string, response: ServerResponse): void {
    this.removeBranch(branch);
    response.writeHead(204).end();
  }

  #shown({ number, title, state, author, branch, head, labels, updatedAt }: Pull): unknown {
    const base = { ref: 'main', sha: this.commitOf('main') };
    return { number, title, state, user: { login: author }, head: { ref: branch, sha: head }, base, labels: labels.map((name) => ({ name })), updated_at: updatedAt };
  }

  #review(pull: Pull, event: string, user: string): unknown {
    if (event !== 'APPROVE') throw new Refused(422, 'unknown event');
    if (pull.author === user) throw new Refused(422, 'Can not approve your own pull request');
    pull.approvals.push({ by: user, at: new Date().toISOString(), head: pull.head });
    return { state: 'APPROVED' };
  }

  #mergeIfApproved(pull: Pull, { sha, merge_method: method }: Record<string, unknown>, user: string): unknown {
    if (sha !== pull.head) throw new Refused(409, 'Head branch was modified. Review and try the merge again.');
    if (!this.reviewers.includes(user)) throw new Refused(405, 'You are not authorized to push to this branch');
    if (!pull.approvals.some(({ by, head }) => head === pull.head && this.reviewers.includes(by))) throw new Refused(405, 'At least 1 approving review is required by reviewers with write access.');
    if (method !== 'squash') throw new Refused(405, 'Merge commits are not allowed on this repository.');
    this.squash(pull, user);
    return { merged: true };
  }

  #compare(from: string, to: string): unknown {
    const base = this.git(['rev-parse', from]);
    const commits = this.git(['log', '--reverse', '--format=%H%x00%P%x00%an%x00%ae%x00%aI%x00%s', `${from}..${to}`])
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [sha = '', parents = '', name = '', email = '', date = '', message = ''] = line.split('\0');
        return { sha, parents: parents.split(' ').map((parent) => ({ sha: parent })), commit: { message, author: { name, email, date }, committer: { name, email, date } } };
      });
    const files = this.difference(from, to).map(({ path, sha, isNew, isGone }) => ({ filename: path, sha, status: isNew ? 'added' : isGone ? 'removed' : 'modified', ...(/\.(ya?ml|mdx?)$/.test(path) && { patch: '@@' }) }));
    return { base_commit: { sha: base }, commits, files };
  }
}
