import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Label {
  id: number;
  name: string;
}
interface Pull {
  number: number;
  title: string;
  state: 'open' | 'closed';
  user: { login: string };
  head: { ref: string; label: string; sha: string; repo: { owner: { login: string } } };
  labels: Label[];
  updated_at: string;
  approvedBy: string[];
}

/**
 * A fault that the next matching request meets. `hang` never answers; `stall` and `cut` do the work and begin an answer, then
 * fall silent or end the connection. (A connection that ends before any answer a browser tries once more by itself.)
 */
export interface Fault {
  method: string;
  path: RegExp;
  answer: number | 'cut' | 'hang' | 'stall';
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * A small forge over a real bare repository, with the part of Forgejo's interface that the desk uses and the rules a
 * province would set: sign-in with PKCE, and a protected branch into which only reviewers merge, and nothing but what
 * a reviewer other than its author has approved as it stands.
 */
export class Forge {
  readonly folder = mkdtempSync(join(tmpdir(), 'forge-'));
  readonly faults: Fault[] = [];
  /** How much of a long tree it gives at once. */
  perPage = 1000;
  /** What was asked for, in order: `GET /repo/branches/main`. */
  readonly asked: string[] = [];
  url = '';
  #server: Server | undefined;
  #codes = new Map<string, { user: string; challenge: string }>();
  #tokens = new Map<string, string>();
  #labels: Label[] = [];
  #pulls: Pull[] = [];
  readonly #users: Record<string, string>;
  readonly #reviewers: string[];

  /** @param source a repository to begin with @param users sign-in name → name in commits @param reviewers who may approve and merge */
  constructor(source: string, users: Record<string, string>, reviewers: string[]) {
    this.#users = users;
    this.#reviewers = reviewers;
    execFileSync('git', ['clone', '--quiet', '--bare', source, this.folder]);
  }

  async open(): Promise<void> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done));
    this.url = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((done) => this.#server?.close(done));
    rmSync(this.folder, { recursive: true, force: true });
  }

  git(args: string[], input?: string | Buffer, env: Record<string, string> = {}): string {
    return execFileSync('git', ['-C', this.folder, ...args], { encoding: 'utf8', input, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] }).trim();
  }

  /** Somebody publishes a file beside the desk. */
  put(path: string, text: string): void {
    const parent = this.#commit('main');
    const index = { GIT_INDEX_FILE: join(this.folder, `index-${randomUUID()}`) };
    this.git(['read-tree', parent], undefined, index);
    this.git(['update-index', '--add', '--cacheinfo', `100644,${this.git(['hash-object', '-w', '--stdin'], text)},${path}`], undefined, index);
    const commit = this.git(['commit-tree', this.git(['write-tree'], undefined, index), '-p', parent, '-m', 'x'], undefined, this.#who(Object.keys(this.#users)[0] ?? ''));
    this.git(['update-ref', 'refs/heads/main', commit, parent]);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.url);
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', '*').setHeader('Access-Control-Allow-Methods', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    let text = '';
    for await (const part of request) text += part;
    const at = this.faults.findIndex(({ method, path }) => method === request.method && path.test(decodeURIComponent(url.pathname)));
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1);
    if (fault?.answer === 'hang') return;
    if (typeof fault?.answer === 'number') return send(response, fault.answer, { message: 'Kho gặp lỗi' });
    try {
      const body = this.#route(request, url, text ? (JSON.parse(text) as Record<string, unknown>) : {}, response);
      if (fault?.answer === 'stall' || fault?.answer === 'cut') {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{', () => fault.answer === 'cut' && request.socket.destroy());
        return;
      }
      if (body !== undefined) send(response, request.method === 'POST' ? 201 : 200, body);
    } catch (problem) {
      send(response, problem instanceof Refused ? problem.status : 500, { message: (problem as Error).message });
    }
  }

  #route(request: IncomingMessage, url: URL, body: Record<string, unknown>, response: ServerResponse): unknown {
    const path = decodeURIComponent(url.pathname);
    const way = `${request.method} ${path.replace(/^\/api\/v1/, '').replace(/^\/repos\/[^/]+\/[^/]+/, '/repo')}`;
    this.asked.push(way);
    if (way === 'GET /login/oauth/authorize') return this.#door(url, response);
    if (way === 'POST /login/oauth/access_token') return this.#giveToken(body);
    const user = this.#tokens.get((request.headers.authorization ?? '').replace('token ', ''));
    if (!user) throw new Refused(401, 'token is required');
    const is = (pattern: RegExp) => pattern.exec(way);
    let match: RegExpExecArray | null;
    if (way === 'GET /user') return { login: user, full_name: this.#users[user], email: `${user}@example.vn`, avatar_url: '' };
    if (way === 'GET /repo') return { owner: { login: 'so-tay' }, permissions: { push: true } };
    if ((match = is(/^GET \/repo\/branches\/(.+)$/))) return { name: match[1], commit: { id: this.#commit(match[1] ?? '') } };
    if (way === 'POST /repo/branches') return this.#makeBranch(String(body['new_branch_name']), String(body['old_ref_name']));
    if ((match = is(/^DELETE \/repo\/branches\/(.+)$/))) return { gone: this.git(['update-ref', '-d', `refs/heads/${match[1]}`]) };
    if ((match = is(/^GET \/repo\/git\/trees\/(.+)$/))) return this.#tree(match[1] ?? '', url.searchParams);
    if ((match = is(/^GET \/repo\/git\/blobs\/(.+)$/))) return { content: this.#blob(match[1] ?? '') };
    if ((match = is(/^GET \/repo\/contents\/(.+)$/))) return this.#file(match[1] ?? '', url.searchParams.get('ref') ?? 'main');
    if (way === 'POST /repo/contents') return this.#change(body, user);
    if (way === 'GET /repo/commits') return this.#log(url.searchParams.get('path') ?? '', url.searchParams.get('sha') ?? 'main');
    if (way === 'GET /repo/labels') return this.#labels;
    if (way === 'POST /repo/labels') return this.#labels[this.#labels.push({ id: this.#labels.length + 1, name: String(body['name']) }) - 1];
    if (way === 'GET /repo/pulls') return this.#pulls.filter(({ state }) => state === 'open').map((pull) => this.#fresh(pull));
    if (way === 'POST /repo/pulls') return this.#makePull(body, user);
    if ((match = is(/^PATCH \/repo\/pulls\/(\d+)$/))) return Object.assign(this.#pull(match[1]), { state: body['state'] });
    if ((match = is(/^PUT \/repo\/issues\/(\d+)\/labels$/))) return (this.#pull(match[1]).labels = this.#labels.filter(({ id }) => (body['labels'] as number[]).includes(id)));
    if ((match = is(/^GET \/repo\/pulls\/(\d+)\/reviews$/))) return this.#pull(match[1]).approvedBy.map((login) => ({ state: 'APPROVED', user: { login } }));
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/reviews$/))) return this.#review(this.#pull(match[1]), String(body['event']), user);
    if ((match = is(/^POST \/repo\/pulls\/(\d+)\/merge$/))) return this.#merge(this.#pull(match[1]), user);
    if ((match = is(/^GET \/repo\/compare\/(.+)\.\.\.(.+)$/))) return this.#compare(match[1] ?? '', (match[2] ?? '').replace(/^[^:]+:/, ''));
    throw new Refused(404, `The double has no ${way}`);
  }

  /** The page where people sign in: one button a person. */
  #door(url: URL, response: ServerResponse): undefined {
    const asked = url.searchParams;
    const user = asked.get('as');
    if (!user) {
      const buttons = Object.entries(this.#users).map(([login, name]) => `<p><a href="${url.pathname}${url.search}&as=${login}">${name}</a></p>`);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<h1>Kho của tỉnh</h1>${buttons.join('')}`);
      return;
    }
    const code = randomUUID();
    this.#codes.set(code, { user, challenge: asked.get('code_challenge') ?? '' });
    response.writeHead(302, { Location: `${asked.get('redirect_uri')}?code=${code}&state=${encodeURIComponent(asked.get('state') ?? '')}` }).end();
  }

  #giveToken(body: Record<string, unknown>): unknown {
    const asked = this.#codes.get(String(body['code']));
    this.#codes.delete(String(body['code']));
    const proof = createHash('sha256').update(String(body['code_verifier'])).digest('base64url');
    if (!asked || proof !== asked.challenge) throw new Refused(400, 'invalid_grant');
    const token = randomUUID();
    this.#tokens.set(token, asked.user);
    return { access_token: token, token_type: 'bearer' };
  }

  /** Everybody's sign-in is over. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  #commit(branch: string): string {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`]);
    } catch {
      throw new Refused(404, 'branch not found');
    }
  }

  #makeBranch(name: string, from: string): unknown {
    this.git(['update-ref', `refs/heads/${name}`, this.#commit(from), '0'.repeat(40)]);
    return { name };
  }

  /** A page of a tree. Like the real one it calls every page of a long tree cut short, the last too, and counts them all. */
  #tree(name: string, asked: URLSearchParams): unknown {
    const all = this.git(['ls-tree', ...(asked.has('recursive') ? ['-r', '-t'] : []), '-l', '-z', name])
      .split('\0')
      .filter(Boolean)
      .map((line) => {
        const [, type, sha, size, path] = /^\d+ (\w+) (\w+) +(\S+)\t(.*)$/.exec(line) ?? [];
        return { type, sha, path, size: Number(size) || 0 };
      });
    const most = Math.min(Number(asked.get('per_page')) || this.perPage, this.perPage);
    const from = most * ((Number(asked.get('page')) || 1) - 1);
    return { tree: all.slice(from, from + most), total_count: all.length, truncated: all.length > most };
  }

  #blob(sha: string): string {
    return execFileSync('git', ['-C', this.folder, 'cat-file', 'blob', sha]).toString('base64');
  }

  #file(path: string, ref: string): unknown {
    try {
      return { path, sha: this.git(['rev-parse', '--verify', '--quiet', `${ref}:${path}`]) };
    } catch {
      throw new Refused(404, 'file not found');
    }
  }

  #change(body: Record<string, unknown>, user: string): unknown {
    const branch = String(body['branch']);
    if (branch === 'main') throw new Refused(403, 'branch is protected');
    const parent = this.#commit(branch);
    const index = { GIT_INDEX_FILE: join(this.folder, `index-${randomUUID()}`) };
    this.git(['read-tree', parent], undefined, index);
    for (const file of body['files'] as { operation: string; path: string; content?: string; sha?: string }[]) {
      const now = (this.#has(parent, file.path) && (this.#file(file.path, parent) as { sha: string }).sha) || undefined;
      if (now !== file.sha) throw new Refused(409, 'sha does not match');
      if (file.operation === 'delete') this.git(['update-index', '--force-remove', file.path], undefined, index);
      else this.git(['update-index', '--add', '--cacheinfo', `100644,${this.git(['hash-object', '-w', '--stdin'], Buffer.from(file.content ?? '', 'base64'))},${file.path}`], undefined, index);
    }
    const commit = this.git(['commit-tree', this.git(['write-tree'], undefined, index), '-p', parent, '-m', String(body['message'])], undefined, this.#who(user));
    this.git(['update-ref', `refs/heads/${branch}`, commit, parent]);
    return { commit: { sha: commit } };
  }

  #has(commit: string, path: string): boolean {
    return this.git(['ls-tree', commit, '--', path]) !== '';
  }

  #who(user: string): Record<string, string> {
    const [name, email] = [this.#users[user] ?? user, `${user}@example.vn`];
    return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
  }

  #log(path: string, ref: string): unknown[] {
    return this.git(['log', '-30', '--no-merges', '--format=%H%x00%an%x00%aI%x00%s', ref, '--', path])
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [sha, name, date, message] = line.split('\0');
        return { sha, commit: { message, author: { name, date } } };
      });
  }

  #makePull(body: Record<string, unknown>, user: string): unknown {
    const ref = String(body['head']).replace(/^[^:]+:/, '');
    const head = { ref, label: ref, sha: this.#commit(ref), repo: { owner: { login: 'so-tay' } } };
    const pull: Pull = { number: this.#pulls.length + 1, title: String(body['title']), state: 'open', user: { login: user }, head, labels: [], updated_at: new Date().toISOString(), approvedBy: [] };
    this.#pulls.push(pull);
    return pull;
  }

  #pull(number: string | undefined): Pull {
    const pull = this.#pulls.find((one) => one.number === Number(number));
    if (!pull) throw new Refused(404, 'pull not found');
    return this.#fresh(pull);
  }

  /** What has been approved is what was there: a later commit takes the approval away. */
  #fresh(pull: Pull): Pull {
    const sha = pull.state === 'open' ? this.#commit(pull.head.ref) : pull.head.sha;
    if (sha !== pull.head.sha) Object.assign(pull, { approvedBy: [], updated_at: new Date().toISOString() });
    pull.head.sha = sha;
    return pull;
  }

  #review(pull: Pull, event: string, user: string): unknown {
    if (event !== 'APPROVED') throw new Refused(422, 'unknown event');
    if (pull.user.login === user) throw new Refused(422, 'approve your own pull is not allowed');
    pull.approvedBy.push(user);
    return { state: event };
  }

  #merge(pull: Pull, user: string): unknown {
    if (!this.#reviewers.includes(user)) throw new Refused(405, 'user may not merge');
    if (!pull.approvedBy.some((login) => this.#reviewers.includes(login))) throw new Refused(405, 'not enough approvals');
    const tree = this.git(['merge-tree', '--write-tree', 'main', pull.head.sha]).split('\n')[0] ?? '';
    const main = this.#commit('main');
    const commit = this.git(['commit-tree', tree, '-p', main, '-p', pull.head.sha, '-m', pull.title], undefined, this.#who(user));
    this.git(['update-ref', 'refs/heads/main', commit, main]);
    pull.state = 'closed';
    return {};
  }

  #compare(from: string, to: string): unknown {
    const lines = this.git(['diff', '--raw', '--no-abbrev', '--no-renames', `${from}...${to}`])
      .split('\n')
      .filter(Boolean);
    return {
      files: lines.map((line) => {
        const [, sha, status, filename] = /^:\S+ \S+ \S+ (\S+) (\w)\t(.*)$/.exec(line) ?? [];
        return { filename, sha, status: status === 'A' ? 'added' : 'modified' };
      }),
      commits: [],
    };
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
