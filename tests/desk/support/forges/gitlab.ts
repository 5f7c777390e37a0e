import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Ask, Forge, type Pull, Refused } from './forge.ts';

/** What a commit shall do, as GitLab is told. */
interface Action {
  action: 'create' | 'delete' | 'move' | 'update';
  file_path: string;
  previous_path?: string;
  content?: string;
  /** The commit that last changed the file, when it shall be that one. */
  last_commit_id?: string;
}

const MOST = 100;
const EXPOSED = 'Link, X-Next-Page, X-Page, X-Per-Page, X-Total, X-Total-Pages, X-Gitlab-Blob-Id';

/**
 * The part of GitLab's interface that the desk uses, with what its Community Edition insists on and no more: only
 * maintainers merge, and nobody pushes to the published branch. It asks for no approval, lets people approve their own
 * work, and keeps an approval whatever is pushed after it.
 * Shapes and refusals: https://docs.gitlab.com/api/ (repositories, repository_files, commits, merge_requests, merge_request_approvals, notes).
 */
export class GitLab extends Forge {
  protected readonly api = /^\/api\/v4/;
  protected readonly repo = /^\/projects\/so-tay\/noi-dung/;
  /** What rack-cors, which GitLab uses, says when nobody has said otherwise. */
  protected readonly leave = 7200;
  /** Approvals with their time are new; without, the desk reads it from GitLab's own notes. */
  saysWhenApproved = true;
  readonly #renewals = new Map<string, string>();
  readonly #rebasing = new Set<number>();

  override forgetTokens(): void {
    super.forgetTokens();
    this.#renewals.clear();
  }

  /** The sign-in of two hours is over, but can be renewed. */
  expireTokens(): void {
    super.forgetTokens();
  }

  protected answer(ask: Ask): unknown {
    const { way, query, body, user, response } = ask;
    response.setHeader('Access-Control-Expose-Headers', EXPOSED);
    if (way === 'GET /oauth/authorize') return this.authorize(ask);
    if (way === 'POST /oauth/token') return this.#giveToken(ask);
    if (!user) throw new Refused(401, 'invalid', { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' });
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return this.#person(user);
    if (way === 'GET /repo') return { permissions: { project_access: { access_level: this.reviewers.includes(user) ? 40 : 30 }, group_access: null }, shared_with_groups: [] };
    if ((match = is(/^GET \/repo\/repository\/branches\/(.+)$/))) return { name: match[1], commit: { id: this.commitOf(match[1] ?? '') } };
    if ((match = is(/^DELETE \/repo\/repository\/branches\/(.+)$/))) return this.#dropBranch(match[1] ?? '', response);
    if (way === 'GET /repo/repository/tree') return this.#tree(ask);
    if ((match = is(/^GET \/repo\/repository\/files\/(.+)\/raw$/))) return this.#raw(match[1] ?? '', query.get('ref') ?? 'main', response);
    if ((match = is(/^HEAD \/repo\/repository\/files\/(.+)$/))) return this.#head(match[1] ?? '', query.get('ref') ?? 'main', response);
    if (way === 'POST /repo/repository/commits') return this.#change(body, user);
    if (way === 'GET /repo/repository/commits') return this.log(query.get('ref_name') ?? 'main', query.get('path') ?? '').map(({ sha, name, date, message }) => ({ id: sha, title: message, message, author_name: name, authored_date: date }));
    if (way === 'GET /repo/repository/compare') return this.#compare(query.get('from') ?? '', query.get('to') ?? '');
    if (way === 'GET /repo/merge_requests')
      return this.#page(
        ask,
        this.openPulls(query.get('source_branch')).filter(({ labels }) => labels.length > 0),
      ).map((pull) => this.#shown(pull));
    if (way === 'POST /repo/merge_requests') return this.#open(query, user);
    if ((match = is(/^(\w+) \/repo\/merge_requests\/(\d+)\/?(\w*)$/))) return this.#ofPull(`${match[1]} ${match[3]}`, this.pull(match[2]), ask, user);
    throw new Refused(404, `404 Not Found: the double has no ${way}`);
  }

  #ofPull(way: string, pull: Pull, ask: Ask, user: string): unknown {
    switch (way) {
      case 'GET ':
        return { ...this.#shown(pull), rebase_in_progress: this.#rebasing.delete(pull.number), merge_error: null };
      case 'PUT ':
        return this.#update(pull, ask.query);
      case 'PUT rebase':
        return this.#rebase(pull);
      case 'PUT merge':
        return this.#merge(pull, ask.query, user);
      case 'GET approvals':
        return this.#approvals(pull, user);
      case 'POST approve':
        return this.#approve(pull, ask.query.get('sha'), user);
      case 'POST unapprove':
        return this.#unapprove(pull, user);
      case 'GET versions':
        return pull.versions.map(({ sha, at }) => ({ head_commit_sha: sha, created_at: at })).reverse();
      case 'GET notes':
        return pull.approvals.map(({ user: by, at }) => ({ system: true, body: 'approved this merge request', created_at: at, author: this.#person(by) })).reverse();
      default:
        throw new Refused(404, `404 Not Found: the double has no ${ask.way}`);
    }
  }

  #giveToken(ask: Ask): unknown {
    const renewal = String(ask.body['refresh_token']);
    const user = ask.body['grant_type'] === 'refresh_token' ? this.#renewals.get(renewal) : this.redeem(ask);
    this.#renewals.delete(renewal);
    if (!user) throw new Refused(400, 'invalid_grant', { error: 'invalid_grant', error_description: 'The provided authorization grant is invalid, expired, revoked, does not match the redirection URI, or was issued to another client.' });
    const next = randomUUID();
    this.#renewals.set(next, user);
    return { access_token: this.newToken(user), token_type: 'Bearer', expires_in: 7200, refresh_token: next };
  }

  #person(username: string): { username: string; name: string | undefined } {
    return { username, name: this.users[username] };
  }

  /** A part of a list, with the headers that say where the next one is. */
  #page<T>({ url, query, response }: Ask, all: T[]): T[] {
    const size = Math.min(Number(query.get('per_page')) || 20, MOST, this.perPage);
    const page = Number(query.get('page')) || 1;
    const pages = Math.max(1, Math.ceil(all.length / size));
    const to = (number: number) => {
      const there = new URL(url);
      there.searchParams.set('page', String(number));
      return there.href;
    };
    response.setHeader('X-Page', page).setHeader('X-Per-Page', size).setHeader('X-Total', all.length).setHeader('X-Total-Pages', pages);
    if (page < pages) response.setHeader('X-Next-Page', page + 1).setHeader('Link', `<${to(page + 1)}>; rel="next", <${to(1)}>; rel="first", <${to(pages)}>; rel="last"`);
    return all.slice((page - 1) * size, page * size);
  }

  #tree(ask: Ask): unknown {
    const folder = ask.query.get('path') ?? '';
    const sha = this.idOf(folder, ask.query.get('ref') ?? 'main');
    if (!sha) throw new Refused(404, '404 Tree Not Found');
    const all = this.list(sha, ask.query.get('recursive') === 'true');
    return this.#page(ask, all).map(({ sha: id, type, mode, path }) => ({ id, type, mode, name: path.split('/').at(-1), path: folder ? `${folder}/${path}` : path }));
  }

  #raw(path: string, ref: string, response: ServerResponse): undefined {
    const sha = this.idOf(path, ref);
    if (!sha) throw new Refused(404, '404 File Not Found');
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' }).end(this.blob(sha));
    return undefined;
  }

  #head(path: string, ref: string, response: ServerResponse): undefined {
    const sha = this.idOf(path, ref);
    response.writeHead(sha ? 200 : 404, sha ? { 'X-Gitlab-Blob-Id': sha } : {}).end();
    return undefined;
  }

  #dropBranch(branch: string, response: ServerResponse): undefined {
    this.commitOf(branch);
    this.drop(branch);
    response.writeHead(204).end();
    return undefined;
  }

  #change(body: Record<string, unknown>, user: string): unknown {
    const branch = String(body['branch']);
    const start = body['start_branch'] as string | undefined;
    if (branch === 'main') throw new Refused(403, '403 Forbidden - You are not allowed to push into this branch');
    if (start && this.hasBranch(branch)) throw new Refused(400, `A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
    const parent = this.commitOf(start ?? branch);
    const changes = (body['actions'] as Action[]).flatMap(({ action, file_path: path, previous_path: was, content = '', last_commit_id: last }) => {
      const isThere = this.idOf(path, parent) !== undefined;
      if (action === 'create' && isThere) throw new Refused(400, 'A file with this name already exists');
      if ((action === 'update' || action === 'delete') && !isThere) throw new Refused(400, "A file with this name doesn't exist");
      if (last && this.log(parent, path)[0]?.sha !== last) throw new Refused(400, 'The file has changed since you started editing it');
      return [...(was ? [{ path: was }] : []), action === 'delete' ? { path } : { path, text: Buffer.from(content, 'base64') }];
    });
    const commit = this.commit(this.write(parent, changes), [parent], String(body['commit_message']), this.who(user));
    this.move(branch, commit);
    return { id: commit };
  }

  #compare(from: string, to: string): unknown {
    return {
      diffs: this.changes(from, to).map(({ path, status }) => {
        const isBinary = this.git(['diff', '--numstat', `${from}...${to}`, '--', path]).startsWith('-');
        return { old_path: path, new_path: path, new_file: status === 'added', deleted_file: status === 'removed', renamed_file: false, diff: isBinary ? 'Binary files differ' : '@@ @@' };
      }),
    };
  }

  #open(query: URLSearchParams, user: string): unknown {
    const branch = query.get('source_branch') ?? '';
    if (this.openPulls(branch).length > 0) throw new Refused(409, 'Another open merge request already exists for this source branch');
    return this.#shown(Object.assign(this.makePull(query.get('title') ?? '', branch, user), { labels: (query.get('labels') ?? '').split(',') }));
  }

  #shown({ number, title, isOpen, author, branch, head, labels, updatedAt }: Pull): Record<string, unknown> {
    return { iid: number, title, state: isOpen ? 'opened' : 'closed', author: this.#person(author), source_branch: branch, sha: head, labels, updated_at: updatedAt };
  }

  #update(pull: Pull, query: URLSearchParams): unknown {
    const labels = query.get('labels');
    if (labels !== null) pull.labels = labels.split(',');
    if (query.get('state_event') === 'close') pull.isOpen = false;
    return this.#shown(pull);
  }

  /** Brings a draft on top of what is published by now, commit by commit; done only after it has been asked for. */
  #rebase(pull: Pull): unknown {
    const main = this.commitOf('main');
    if (this.git(['merge-base', main, pull.head]) !== main) {
      const head = this.log(`main..${pull.head}`)
        .reverse()
        .reduce((parent, { sha, name, email, date, message }) => {
          const tree = this.git(['merge-tree', '--write-tree', `--merge-base=${sha}^`, parent, sha]).split('\n')[0] ?? '';
          return this.commit(tree, [parent], message, { ...this.who(pull.author), GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date });
        }, main);
      this.move(pull.branch, head);
    }
    this.#rebasing.add(pull.number);
    return { rebase_in_progress: true };
  }

  /** What is pressed into one commit is its writer's, and is then merged by whoever does that. */
  #merge(pull: Pull, query: URLSearchParams, user: string): unknown {
    if (!this.reviewers.includes(user)) throw new Refused(401, '401 Unauthorized');
    if (query.get('sha') && query.get('sha') !== pull.head) throw new Refused(409, 'SHA does not match HEAD of source branch');
    const main = this.commitOf('main');
    const whole = this.merged(pull.head);
    const names = { ...this.who(user), GIT_AUTHOR_NAME: this.users[pull.author] ?? '', GIT_AUTHOR_EMAIL: `${pull.author}@example.vn` };
    const squashed = this.commit(this.git(['rev-parse', `${pull.head}^{tree}`]), [this.git(['merge-base', main, pull.head])], query.get('squash_commit_message') ?? pull.title, names);
    this.move('main', this.commit(whole, [main, squashed], query.get('merge_commit_message') ?? pull.title, this.who(user)));
    pull.isOpen = false;
    if (query.get('should_remove_source_branch') === 'true') this.drop(pull.branch);
    return this.#shown(pull);
  }

  #approvals(pull: Pull, user: string): unknown {
    const hasApproved = pull.approvals.some((one) => one.user === user);
    return {
      user_has_approved: hasApproved,
      user_can_approve: !hasApproved,
      approved_by: pull.approvals.map(({ user: by, at }) => ({ user: this.#person(by), ...(this.saysWhenApproved && { approved_at: at }) })),
    };
  }

  #approve(pull: Pull, sha: string | null, user: string): unknown {
    if (sha && sha !== pull.head) throw new Refused(409, 'SHA does not match HEAD of source branch');
    if (pull.approvals.some((one) => one.user === user)) throw new Refused(401, '401 Unauthorized');
    pull.approvals.push({ user, sha: pull.head, at: this.now() });
    return this.#approvals(pull, user);
  }

  #unapprove(pull: Pull, user: string): unknown {
    if (!pull.approvals.some((one) => one.user === user)) throw new Refused(404, '404 Not Found');
    pull.approvals = pull.approvals.filter((one) => one.user !== user);
    return {};
  }
}
