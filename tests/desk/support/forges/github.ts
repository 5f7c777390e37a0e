import type { ServerResponse } from 'node:http';
import { type Ask, Forge, type Pull, Refused } from './forge.ts';

/** Somebody in a commit, as GitHub is told. */
interface Person {
  name: string;
  email: string;
  date?: string;
}

/**
 * The part of GitHub's interface (that of an Enterprise Server, below `/api/v3`) that the desk uses, and the helper for
 * signing in that GitHub needs. The branch is protected: only reviewers merge, and what one of them has approved, be it
 * before the last change: "dismiss stale approvals" is left off, so that it is seen whether the desk looks itself.
 * Shapes and refusals: https://docs.github.com/en/rest (pulls, git, branches, commits).
 */
export class GitHub extends Forge {
  protected readonly api = /^\/api\/v3/;
  protected readonly repo = /^\/repos\/[^/]+\/[^/]+/;
  /** https://docs.github.com/en/rest/using-the-rest-api/using-cors-and-jsonp-to-make-cross-origin-requests. */
  protected readonly leave = 86400;

  protected answer(ask: Ask): unknown {
    const { way, query, body, user, response } = ask;
    if (way === 'GET /auth') return this.#helper(ask);
    if (!user) throw new Refused(401, 'Bad credentials');
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return this.#person(user);
    if ((match = is(/^GET \/users\/(.+)$/))) return this.#person(match[1] ?? '');
    if (way === 'GET /search/issues') return { total_count: 0, items: [] };
    if (way === 'GET /repo') return { owner: { login: 'so-tay' }, permissions: { push: true } };
    if ((match = is(/^GET \/repo\/branches\/(.+)$/))) return { name: match[1], commit: { sha: this.commitOf(match[1] ?? '') } };
    if ((match = is(/^GET \/repo\/git\/trees\/(.+)$/))) return this.#tree(match[1] ?? '', query.has('recursive'));
    if (way === 'POST /repo/git/trees') return this.#makeTree(body);
    if ((match = is(/^GET \/repo\/git\/blobs\/(.+)$/))) return { encoding: 'base64', content: this.blob(match[1] ?? '').toString('base64') };
    if ((match = is(/^GET \/repo\/contents\/(.+)$/))) return this.#file(match[1] ?? '', query.get('ref') ?? 'main');
    if (way === 'POST /repo/git/blobs') return { sha: this.git(['hash-object', '-w', '--stdin'], Buffer.from(String(body['content']), 'base64')) };
    if (way === 'POST /repo/git/commits') return { sha: this.commit(String(body['tree']), body['parents'] as string[], String(body['message']), this.#names(body, user)) };
    if (way === 'POST /repo/git/refs') return this.#makeRef(String(body['ref']).replace('refs/heads/', ''), String(body['sha']));
    if ((match = is(/^PATCH \/repo\/git\/refs\/heads\/(.+)$/))) return this.#moveRef(match[1] ?? '', String(body['sha']), body['force'] === true);
    if ((match = is(/^DELETE \/repo\/git\/refs\/heads\/(.+)$/))) return this.#dropRef(match[1] ?? '', response);
    if (way === 'GET /repo/commits') return this.log(query.get('sha') ?? 'main', query.get('path') ?? '').map(({ sha, name, email, date, message }) => ({ sha, commit: { message, author: { name, email, date } } }));
    if ((match = is(/^GET \/repo\/compare\/(.+)\.\.\.(.+)$/))) return this.#compare(match[1] ?? '', (match[2] ?? '').replace(/^[^:]+:/, ''));
    if (way === 'GET /repo/pulls') return this.openPulls(query.get('head')?.replace(/^[^:]+:/, '')).map((pull) => this.#shown(pull));
    if (way === 'POST /repo/pulls') return this.#open(body, user);
    if ((match = is(/^PATCH \/repo\/pulls\/(\d+)$/))) return this.#shown(Object.assign(this.pull(match[1]), { isOpen: body['state'] === 'open' }));
    if ((match = is(/^PUT \/repo\/issues\/(\d+)\/labels$/))) return (this.pull(match[1]).labels = body['labels'] as string[]).map((name) => ({ name }));
    if ((match = is(/^GET \/repo\/pulls\/(\d+)\/reviews$/))) return this.pull(match[1]).approvals.map(({ user: login, sha, at }) => ({ state: 'APPROVED', user: { login }, commit_id: sha, submitted_at: at }));
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/reviews$/))) return this.#review(this.pull(match[1]), body, user);
    if ((match = is(/^PUT \/repo\/pulls\/(\d+)\/merge$/))) return this.#merge(this.pull(match[1]), body, user);
    throw new Refused(404, `Not Found: the double has no ${way}`);
  }

  /** The sign-in helper: a page beside the desk that says who it is, is answered, and hands over the token. */
  #helper({ url, query, response }: Ask): undefined {
    const user = query.get('as');
    if (!user) return this.showDoor(response, (login) => `${url.pathname}${url.search}&as=${login}`);
    const message = `authorization:github:success:${JSON.stringify({ token: this.newToken(user), provider: 'github' })}`;
    const script = `addEventListener('message', ({ data, origin }) => data === 'authorizing:github' && opener.postMessage(${JSON.stringify(message)}, origin)); opener.postMessage('authorizing:github', '*');`;
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<script>${script}</script>`);
    return undefined;
  }

  #person(login: string): unknown {
    return { login, name: this.users[login], email: `${login}@example.vn`, avatar_url: '' };
  }

  /** Who writes a commit is who is signed in, unless somebody is named; without a date it is now. */
  #names({ author, committer }: Record<string, unknown>, user: string): Record<string, string> {
    const as = (role: string, person: unknown): Record<string, string> => {
      const { name, email, date } = (person ?? {}) as Partial<Person>;
      return { ...(name && { [`GIT_${role}_NAME`]: name }), ...(email && { [`GIT_${role}_EMAIL`]: email }), ...(date && { [`GIT_${role}_DATE`]: date }) };
    };
    return { ...this.who(user), ...as('AUTHOR', author), ...as('COMMITTER', committer ?? author) };
  }

  #file(path: string, ref: string): unknown {
    const sha = this.idOf(path, ref);
    if (!sha) throw new Refused(404, 'Not Found');
    return { path, sha, encoding: 'base64', content: this.blob(sha).toString('base64').replace(/.{60}/g, '$&\n') };
  }

  #tree(name: string, isDeep: boolean): unknown {
    const [ref = '', path = ''] = name.split(':');
    const sha = this.idOf(path, ref);
    if (!sha) throw new Refused(404, 'Not Found');
    const tree = this.list(sha, isDeep);
    return { sha, tree: tree.slice(0, this.perPage), truncated: tree.length > this.perPage };
  }

  #makeTree(body: Record<string, unknown>): unknown {
    const files = body['tree'] as { path: string; sha: string | null }[];
    return {
      sha: this.write(
        String(body['base_tree']),
        files.map(({ path, sha }) => ({ path, ...(sha && { text: this.blob(sha) }) })),
      ),
    };
  }

  #makeRef(branch: string, sha: string): unknown {
    if (this.hasBranch(branch)) throw new Refused(422, 'Reference already exists');
    this.move(branch, sha);
    return { ref: `refs/heads/${branch}`, object: { sha } };
  }

  #moveRef(branch: string, sha: string, isForced: boolean): unknown {
    if (branch === 'main') throw new Refused(422, 'Protected branch update failed for refs/heads/main.');
    if (!isForced && this.git(['merge-base', this.commitOf(branch), sha]) !== this.commitOf(branch)) throw new Refused(422, 'Update is not a fast forward');
    this.move(branch, sha);
    return { ref: `refs/heads/${branch}`, object: { sha } };
  }

  #dropRef(branch: string, response: ServerResponse): undefined {
    if (!this.hasBranch(branch)) throw new Refused(422, 'Reference does not exist');
    this.drop(branch);
    response.writeHead(204).end();
    return undefined;
  }

  #compare(from: string, to: string): unknown {
    const files = this.changes(from, to).map(({ path, sha, status }) => {
      const isText = !this.git(['diff', '--numstat', `${from}...${to}`, '--', path]).startsWith('-');
      return { filename: path, sha, status, ...(isText && { patch: '@@ @@' }) };
    });
    const commits = this.log(`${from}..${to}`)
      .reverse()
      .map(({ sha, name, email, date, message }) => ({ sha, parents: [{ sha: this.git(['rev-parse', `${sha}^`]) }], commit: { message, author: { name, email, date }, committer: { name, email, date } } }));
    return { base_commit: { sha: this.git(['rev-parse', from]) }, commits, files };
  }

  #open(body: Record<string, unknown>, user: string): unknown {
    const branch = String(body['head']).replace(/^[^:]+:/, '');
    if (this.openPulls(branch).length > 0) throw new Refused(422, 'Validation Failed');
    return this.#shown(this.makePull(String(body['title']), branch, user));
  }

  #shown({ number, title, isOpen, author, branch, head, labels, updatedAt }: Pull): unknown {
    return {
      number,
      title,
      state: isOpen ? 'open' : 'closed',
      user: { login: author },
      head: { ref: branch, sha: head, repo: { fork: false } },
      base: { ref: 'main', sha: this.commitOf('main') },
      labels: labels.map((name) => ({ name })),
      updated_at: updatedAt,
    };
  }

  #review(pull: Pull, body: Record<string, unknown>, user: string): unknown {
    if (body['event'] !== 'APPROVE') throw new Refused(422, 'Validation Failed');
    if (pull.author === user) throw new Refused(422, 'Review Can not approve your own pull request');
    pull.approvals.push({ user, sha: String(body['commit_id'] ?? pull.head), at: this.now() });
    return { state: 'APPROVED' };
  }

  #merge(pull: Pull, body: Record<string, unknown>, user: string): unknown {
    if (!this.reviewers.includes(user)) throw new Refused(403, "You're not authorized to push to this branch.");
    if (!pull.approvals.some(({ user: by }) => this.reviewers.includes(by))) throw new Refused(405, 'At least 1 approving review is required by reviewers with write access.');
    if (body['sha'] !== pull.head) throw new Refused(409, 'Head branch was modified. Review and try the merge again.');
    const names = { ...this.who(pull.author), GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
    this.move('main', this.commit(this.merged(pull.head), [this.commitOf('main')], String(body['commit_title'] ?? pull.title), names));
    pull.isOpen = false;
    return { merged: true };
  }
}
