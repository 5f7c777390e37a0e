import { type Asked, Forge, type Pull, Refused } from './forge.ts';

interface Label {
  id: number;
  name: string;
}

/** The part of Forgejo's interface that the desk uses. It merges nothing but what a reviewer other than its author has approved as it stands. */
export class ForgejoDouble extends Forge {
  /** How much of a long tree it gives at once: less than a real one, so that the content does not come on one page. */
  readonly perPage = 100;
  protected readonly door = '/login/oauth/authorize';
  protected readonly tokenDesk = '/login/oauth/access_token';
  protected readonly notSignedIn = { message: 'token is required' };
  #labels: Label[] = [];

  protected wayOf(path: string): string {
    return decodeURIComponent(path)
      .replace(/^\/api\/v1/, '')
      .replace(/^\/repos\/[^/]+\/[^/]+/, '/repo');
  }

  protected route(user: string, { way, query, body }: Asked): unknown {
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return { login: user, full_name: this.users[user], email: `${user}@example.vn`, avatar_url: '' };
    if (way === 'GET /repo') return { owner: { login: 'so-tay' }, permissions: { push: true } };
    if ((match = is(/^GET \/repo\/branches\/(.+)$/))) return { name: match[1], commit: { id: this.commitOf(match[1] ?? '') } };
    if (way === 'POST /repo/branches') return this.makeBranch(String(body['new_branch_name']), String(body['old_ref_name']));
    if ((match = is(/^DELETE \/repo\/branches\/(.+)$/))) return this.removeBranch(match[1] ?? '');
    if ((match = is(/^GET \/repo\/git\/trees\/(.+)$/))) return this.#tree(match[1] ?? '', query);
    if ((match = is(/^GET \/repo\/git\/blobs\/(.+)$/))) return { content: this.bytes(match[1] ?? '').toString('base64') };
    if ((match = is(/^GET \/repo\/contents\/(.+)$/))) return { path: match[1], sha: this.hashOf(match[1] ?? '', query.get('ref') ?? 'main') };
    if (way === 'POST /repo/contents') return this.#commit(body, user);
    if (way === 'GET /repo/commits') return this.log(query.get('path') ?? '', query.get('sha') ?? 'main').map(({ sha, name, date, message }) => ({ sha, commit: { message, author: { name, date } } }));
    if (way === 'GET /repo/labels') return this.#labels;
    if (way === 'POST /repo/labels') return this.#labels[this.#labels.push({ id: this.#labels.length + 1, name: String(body['name']) }) - 1];
    if (way === 'GET /repo/pulls') return this.pulls.filter(({ state }) => state === 'open').map((pull) => this.#shown(this.fresh(pull)));
    if (way === 'POST /repo/pulls') return this.#shown(this.openPull(String(body['head']).replace(/^[^:]+:/, ''), String(body['title']), user));
    if ((match = is(/^PATCH \/repo\/pulls\/(\d+)$/))) return this.#shown(Object.assign(this.pull(match[1]), { state: body['state'] }));
    if ((match = is(/^PUT \/repo\/issues\/(\d+)\/labels$/))) return this.#label(this.pull(match[1]), body['labels'] as number[]);
    if ((match = is(/^GET \/repo\/pulls\/(\d+)\/reviews$/))) return this.pull(match[1]).approvals.map(({ by }) => ({ state: 'APPROVED', user: { login: by } }));
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/reviews$/))) return this.#review(this.pull(match[1]), String(body['event']), user);
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/merge$/))) return this.#mergeIfApproved(this.pull(match[1]), user);
    if ((match = is(/^GET \/repo\/compare\/(.+)\.\.\.(.+)$/))) return this.#compare(match[1] ?? '', (match[2] ?? '').replace(/^[^:]+:/, ''));
    throw new Refused(404, `The double has no ${way}`);
  }

  /** A page of a tree. Like the real one it calls every page of a long tree cut short, the last too, and counts them all. */
  #tree(name: string, asked: URLSearchParams): unknown {
    const all = this.nodes(name, asked.has('recursive'));
    const most = Math.min(Number(asked.get('per_page')) || this.perPage, this.perPage);
    const from = most * ((Number(asked.get('page')) || 1) - 1);
    return { tree: all.slice(from, from + most), total_count: all.length, truncated: all.length > most };
  }

  #commit(body: Record<string, unknown>, user: string): unknown {
    const branch = String(body['branch']);
    if (branch === 'main') throw new Refused(403, 'branch is protected');
    const files = body['files'] as { operation: string; path: string; content?: string; sha?: string }[];
    const changes = files.map(({ operation, path, content, sha }) => ({ path, is: sha ?? 'nothing', ...(operation !== 'delete' && { content: Buffer.from(content ?? '', 'base64') }) }));
    return { commit: { sha: this.change(branch, changes, String(body['message']), user) } };
  }

  #shown({ number, title, state, author, branch, head, labels, updatedAt }: Pull): unknown {
    const named = this.#labels.filter(({ name }) => labels.includes(name));
    return { number, title, state, user: { login: author }, head: { ref: branch, label: branch, sha: head, repo: { owner: { login: 'so-tay' } } }, labels: named, updated_at: updatedAt };
  }

  #label(pull: Pull, ids: number[]): unknown {
    const labels = this.#labels.filter(({ id }) => ids.includes(id));
    pull.labels = labels.map(({ name }) => name);
    return labels;
  }

  /** What has been approved is what was there: a later commit takes the approval away. */
  protected override onPush(pull: Pull): void {
    pull.approvals = [];
  }

  #review(pull: Pull, event: string, user: string): unknown {
    if (event !== 'APPROVED') throw new Refused(422, 'unknown event');
    if (pull.author === user) throw new Refused(422, 'approve your own pull is not allowed');
    pull.approvals.push({ by: user, at: new Date().toISOString(), head: pull.head });
    return { state: event };
  }

  #mergeIfApproved(pull: Pull, user: string): unknown {
    if (!this.reviewers.includes(user)) throw new Refused(405, 'user may not merge');
    if (!pull.approvals.some(({ by }) => this.reviewers.includes(by))) throw new Refused(405, 'not enough approvals');
    this.merge(pull, user);
    return {};
  }

  #compare(from: string, to: string): unknown {
    return { files: this.difference(from, to).map(({ path, sha, isNew }) => ({ filename: path, sha, status: isNew ? 'added' : 'modified' })), commits: [] };
  }
}
