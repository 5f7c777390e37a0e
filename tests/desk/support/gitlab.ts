import type { ServerResponse } from 'node:http';
import { type Asked, Forge, type Pull, Refused } from './forge.ts';

interface Action {
  action: 'create' | 'update' | 'delete' | 'move';
  file_path: string;
  content?: string;
  encoding?: 'base64';
}

/**
 * The part of GitLab's interface (REST v4) that the desk uses, with the rules of an edition without a licence: whoever may write
 * may approve anything, their own work too, an approval outlives later commits, and only reviewers merge.
 */
export class GitLabDouble extends Forge {
  protected readonly door = '/oauth/authorize';
  protected readonly tokenDesk = '/oauth/token';
  protected readonly notSignedIn = { message: '401 Unauthorized' };

  protected wayOf(path: string): string {
    return decodeURIComponent(path.replace(/^\/api\/v4/, '').replace(/^\/projects\/[^/]+/, '/repo'));
  }

  protected route(user: string, { way, query, body, response }: Asked): unknown {
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return { username: user, name: this.users[user], email: `${user}@example.vn`, avatar_url: '' };
    if (way === 'GET /repo') return { permissions: { project_access: { access_level: this.reviewers.includes(user) ? 40 : 30 }, group_access: null }, shared_with_groups: [] };
    if (way === 'GET /repo/repository/tree') return this.#tree(query, response);
    if ((match = is(/^GET \/repo\/repository\/branches\/(.+)$/))) return { name: match[1], commit: { id: this.commitOf(match[1] ?? '') } };
    if ((match = is(/^DELETE \/repo\/repository\/branches\/(.+)$/))) return this.removeBranch(match[1] ?? '');
    if ((match = is(/^(GET|HEAD) \/repo\/repository\/files\/(.+?)(?:\/raw)?$/))) return this.#file(this.hashOf(match[2] ?? '', query.get('ref') ?? ''), match[1] === 'HEAD', response);
    if (way === 'POST /repo/repository/commits') return this.#commit(body, user);
    if (way === 'GET /repo/repository/commits') return this.log(query.get('path') ?? '', query.get('ref_name') ?? 'main').map(({ sha, name, date, message }) => ({ id: sha, title: message, author_name: name, authored_date: date }));
    if (way === 'GET /repo/repository/compare')
      return { diffs: this.difference(query.get('from') ?? '', query.get('to') ?? '').map(({ path, isNew, isGone }) => ({ old_path: path, new_path: path, new_file: isNew, deleted_file: isGone, renamed_file: false, diff: '' })) };
    if (way === 'GET /repo/merge_requests') return this.pulls.filter(({ state, branch }) => state === 'open' && [null, branch].includes(query.get('source_branch'))).map((pull) => this.#shown(this.fresh(pull)));
    if (way === 'POST /repo/merge_requests') return this.#shown(this.openPull(query.get('source_branch') ?? '', query.get('title') ?? '', user, (query.get('labels') ?? '').split(',')));
    if ((match = is(/^\w+ \/repo\/merge_requests\/(\d+)/))) return this.#ofRequest(this.pull(match[1]), user, way.replace(/\/repo\/merge_requests\/\d+\/?/, ''), query);
    throw new Refused(404, `The double has no ${way}`);
  }

  #ofRequest(pull: Pull, user: string, way: string, query: URLSearchParams): unknown {
    switch (way) {
      case 'PUT ':
        if (query.get('state_event') === 'close') pull.state = 'closed';
        if (query.has('labels')) pull.labels = (query.get('labels') ?? '').split(',');
        return this.#shown(pull);
      case 'PUT rebase':
        this.#rebase(pull);
        return { rebase_in_progress: false };
      case 'PUT merge':
        if (!this.reviewers.includes(user)) throw new Refused(401, '401 Unauthorized');
        this.squash(pull, user);
        this.removeBranch(pull.branch);
        return this.#shown(pull);
      case 'POST approve':
        if (pull.approvals.some(({ by }) => by === user)) throw new Refused(401, '401 Unauthorized');
        if (query.get('sha') !== pull.head) throw new Refused(409, 'SHA does not match HEAD of source branch');
        pull.approvals.push({ by: user, at: new Date().toISOString(), head: pull.head });
        return {};
      case 'POST unapprove':
        pull.approvals = pull.approvals.filter(({ by }) => by !== user);
        return {};
      case 'GET approvals':
        return { approved_by: pull.approvals.map(({ by }) => ({ user: { username: by } })) };
      case 'GET versions':
        return [{ head_commit_sha: pull.head, created_at: pull.pushedAt }];
      case 'GET notes':
        return pull.approvals.map(({ by, at }) => ({ system: true, body: 'approved this merge request', author: { username: by }, created_at: at }));
    }
    throw new Refused(404, `The double has no ${way} of a merge request`);
  }

  #file(sha: string, isHead: boolean, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Gitlab-Blob-Id': sha }).end(isHead ? undefined : this.bytes(sha));
  }

  /** A page of a folder: twenty, or as many as are asked for, a hundred at most. */
  #tree(query: URLSearchParams, response: ServerResponse): unknown {
    const folder = query.get('path') ?? '';
    const all = this.nodes(`${query.get('ref')}:${folder}`, query.get('recursive') === 'true').map(({ type, sha, path }) => ({ id: sha, type, name: path.split('/').at(-1), path: `${folder}/${path}` }));
    const most = Math.min(Number(query.get('per_page')) || 20, 100);
    const page = Number(query.get('page')) || 1;
    for (const [name, value] of Object.entries({ 'X-Page': page, 'X-Per-Page': most, 'X-Total': all.length, 'X-Total-Pages': Math.ceil(all.length / most) })) response.setHeader(name, value);
    return all.slice(most * (page - 1), most * page);
  }

  #commit(body: Record<string, unknown>, user: string): unknown {
    const branch = String(body['branch']);
    if (branch === 'main') throw new Refused(403, 'You are not allowed to push into this branch');
    const start = body['start_branch'] === undefined ? undefined : String(body['start_branch']);
    if (start !== undefined && this.git(['branch', '--list', branch]) !== '') throw new Refused(400, `A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
    const before = this.commitOf(start ?? branch);
    const actions = body['actions'] as Action[];
    const wrong = actions.find(({ action, file_path: path }) => (action === 'create') === this.has(before, path));
    if (wrong) throw new Refused(400, `A file with this name ${wrong.action === 'create' ? 'already exists' : "doesn't exist"}`);
    if (start !== undefined) this.makeBranch(branch, start);
    const changes = actions.map(({ action, file_path: path, content = '' }) => ({ path, ...(action !== 'delete' && { content: Buffer.from(content, 'base64') }) }));
    return { id: this.change(branch, changes, String(body['commit_message']), user) };
  }

  #shown({ number, title, state, author, branch, head, labels, updatedAt }: Pull): unknown {
    return { iid: number, title, state: state === 'open' ? 'opened' : 'merged', author: { username: author, name: this.users[author] }, source_branch: branch, sha: head, labels, updated_at: updatedAt };
  }

  /** Every commit of a draft anew, on top of what has been published since. */
  #rebase(pull: Pull): void {
    const main = this.commitOf('main');
    if (this.git(['merge-base', main, pull.head]) === main) return;
    const tree = this.git(['merge-tree', '--write-tree', main, pull.head]).split('\n')[0] ?? '';
    this.git(['update-ref', `refs/heads/${pull.branch}`, this.git(['commit-tree', tree, '-p', main, '-m', pull.title], undefined, this.who(pull.author))]);
  }
}
