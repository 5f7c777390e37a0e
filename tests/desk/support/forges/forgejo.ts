import { type Ask, Forge, type Pull, Refused } from './forge.ts';

interface Label {
  id: number;
  name: string;
}

/**
 * The part of Forgejo's interface that the desk uses, with the rules a province would set: sign-in with PKCE, and a
 * protected branch into which only reviewers merge, and nothing but what a reviewer other than its author has approved
 * as it stands.
 */
export class Forgejo extends Forge {
  protected readonly api = /^\/api\/v1/;
  protected readonly repo = /^\/repos\/[^/]+\/[^/]+/;
  /** `MaxAge` in Forgejo's `modules/setting/cors.go`. */
  protected readonly leave = 600;
  readonly #labels: Label[] = [];

  protected answer(ask: Ask): unknown {
    const { way, query, body, user } = ask;
    if (way === 'GET /login/oauth/authorize') return this.authorize(ask);
    if (way === 'POST /login/oauth/access_token') return this.#giveToken(ask);
    if (!user) throw new Refused(401, 'token is required');
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return { login: user, full_name: this.users[user], email: `${user}@example.vn`, avatar_url: '' };
    if (way === 'GET /repo') return { owner: { login: 'so-tay' }, permissions: { push: true } };
    if ((match = is(/^GET \/repo\/branches\/(.+)$/))) return { name: match[1], commit: { id: this.commitOf(match[1] ?? '') } };
    if (way === 'POST /repo/branches') return this.#makeBranch(String(body['new_branch_name']), String(body['old_ref_name']));
    if ((match = is(/^DELETE \/repo\/branches\/(.+)$/))) return { gone: this.drop(match[1] ?? '') };
    if ((match = is(/^GET \/repo\/git\/trees\/(.+)$/))) return this.#tree(match[1] ?? '', query);
    if ((match = is(/^GET \/repo\/git\/blobs\/(.+)$/))) return { content: this.blob(match[1] ?? '').toString('base64') };
    if ((match = is(/^GET \/repo\/contents\/(.+)$/))) return this.#file(match[1] ?? '', query.get('ref') ?? 'main');
    if (way === 'POST /repo/contents') return this.#change(body, user);
    if (way === 'GET /repo/commits') return this.log(query.get('sha') ?? 'main', query.get('path') ?? '').map(({ sha, name, date, message }) => ({ sha, commit: { message, author: { name, date } } }));
    if (way === 'GET /repo/labels') return this.#labels;
    if (way === 'POST /repo/labels') return this.#labels[this.#labels.push({ id: this.#labels.length + 1, name: String(body['name']) }) - 1];
    if (way === 'GET /repo/pulls') return this.openPulls().map((pull) => this.#shown(pull));
    if (way === 'POST /repo/pulls') return this.#shown(this.makePull(String(body['title']), String(body['head']).replace(/^[^:]+:/, ''), user));
    if ((match = is(/^PATCH \/repo\/pulls\/(\d+)$/))) return this.#shown(Object.assign(this.pull(match[1]), { isOpen: body['state'] === 'open' }));
    if ((match = is(/^PUT \/repo\/issues\/(\d+)\/labels$/))) return (this.pull(match[1]).labels = this.#labels.filter(({ id }) => (body['labels'] as number[]).includes(id)).map(({ name }) => name));
    if ((match = is(/^GET \/repo\/pulls\/(\d+)\/reviews$/))) return this.#valid(this.pull(match[1])).map(({ user: login }) => ({ state: 'APPROVED', user: { login } }));
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/reviews$/))) return this.#review(this.pull(match[1]), String(body['event']), user);
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/merge$/))) return this.#merge(this.pull(match[1]), user);
    if ((match = is(/^GET \/repo\/compare\/(.+)\.\.\.(.+)$/))) {
      return { files: this.changes(match[1] ?? '', (match[2] ?? '').replace(/^[^:]+:/, '')).map(({ path, ...rest }) => ({ filename: path, ...rest })), commits: [] };
    }
    throw new Refused(404, `The double has no ${way}`);
  }

  #giveToken(ask: Ask): unknown {
    const user = this.redeem(ask);
    if (!user) throw new Refused(400, 'invalid_grant');
    return { access_token: this.newToken(user), token_type: 'bearer' };
  }

  #makeBranch(name: string, from: string): unknown {
    if (this.hasBranch(name)) throw new Refused(409, 'branch already exists');
    this.move(name, this.commitOf(from));
    return { name };
  }

  /** A page of a tree. Like the real one it calls every page of a long tree cut short, the last too, and counts them all. */
  #tree(name: string, asked: URLSearchParams): unknown {
    const all = this.list(name, asked.has('recursive'));
    const most = Math.min(Number(asked.get('per_page')) || this.perPage, this.perPage);
    const from = most * ((Number(asked.get('page')) || 1) - 1);
    return { tree: all.slice(from, from + most).map((node) => ({ ...node, url: `${this.url}/api/v1/repos/so-tay/noi-dung/git/${node.type}s/${node.sha}` })), total_count: all.length, truncated: all.length > most };
  }

  #file(path: string, ref: string): unknown {
    const sha = this.idOf(path, ref);
    if (!sha) throw new Refused(404, 'file not found');
    return { path, sha, encoding: 'base64', content: this.blob(sha).toString('base64') };
  }

  #change(body: Record<string, unknown>, user: string): unknown {
    const branch = String(body['branch']);
    if (branch === 'main') throw new Refused(403, 'branch is protected');
    const parent = this.commitOf(branch);
    const files = body['files'] as { operation: string; path: string; content?: string; sha?: string }[];
    if (files.some(({ path, sha }) => this.idOf(path, parent) !== sha)) throw new Refused(409, 'sha does not match');
    const tree = this.write(
      parent,
      files.map(({ operation, path, content = '' }) => ({ path, ...(operation !== 'delete' && { text: Buffer.from(content, 'base64') }) })),
    );
    const commit = this.commit(tree, [parent], String(body['message']), this.who(user));
    this.move(branch, commit);
    return { commit: { sha: commit } };
  }

  #shown({ number, title, isOpen, author, branch, head, labels, updatedAt }: Pull): unknown {
    return {
      number,
      title,
      state: isOpen ? 'open' : 'closed',
      user: { login: author },
      head: { ref: branch, label: branch, sha: head, repo: { owner: { login: 'so-tay' } } },
      labels: this.#labels.filter(({ name }) => labels.includes(name)),
      updated_at: updatedAt,
    };
  }

  /** What has been approved is what was there: a later commit takes the approval away. */
  #valid({ approvals, head }: Pull): Pull['approvals'] {
    return approvals.filter(({ sha }) => sha === head);
  }

  #review(pull: Pull, event: string, user: string): unknown {
    if (event !== 'APPROVED') throw new Refused(422, 'unknown event');
    if (pull.author === user) throw new Refused(422, 'approve your own pull is not allowed');
    pull.approvals.push({ user, sha: pull.head, at: this.now() });
    return { state: event };
  }

  #merge(pull: Pull, user: string): unknown {
    if (!this.reviewers.includes(user)) throw new Refused(405, 'user may not merge');
    if (!this.#valid(pull).some(({ user: by }) => this.reviewers.includes(by))) throw new Refused(405, 'not enough approvals');
    this.move('main', this.commit(this.merged(pull.head), [this.commitOf('main'), pull.head], pull.title, this.who(user)));
    pull.isOpen = false;
    return {};
  }
}
