import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A draft that somebody has asked to have published, as any forge knows it. */
export interface Pull {
  number: number;
  title: string;
  state: 'open' | 'closed';
  author: string;
  branch: string;
  /** The commit that it would bring. */
  head: string;
  labels: string[];
  /** ISO 8601; so is the time at which its last commit came. */
  updatedAt: string;
  pushedAt: string;
  /** Who has approved, when, and what was there then. */
  approvals: { by: string; at: string; head: string }[];
}

/** One change of a commit; `is` is what its writer believes to be there: a hash, nothing, or anything. */
export interface Change {
  path: string;
  /** Undefined: the file goes. */
  content?: Buffer;
  is?: string | 'nothing' | 'something';
}

/** What the double of one forge is asked: the way without its root (`GET /repo/branches/main`), and everything of the request. */
export interface Asked {
  way: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  request: IncomingMessage;
  response: ServerResponse;
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

/** What a forge answers with a status of its own. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * A small forge over a real bare repository, with the rules a province would set: sign-in with PKCE, and a protected branch into
 * which only reviewers merge. How it speaks is a matter of the class that stands for one make.
 */
export abstract class Forge {
  readonly folder = mkdtempSync(join(tmpdir(), 'forge-'));
  readonly faults: Fault[] = [];
  /** What was asked for, in order: `GET /repo/branches/main`. */
  readonly asked: string[] = [];
  url = '';
  readonly pulls: Pull[] = [];
  protected readonly users: Record<string, string>;
  protected readonly reviewers: string[];
  #server: Server | undefined;
  #codes = new Map<string, { user: string; challenge: string }>();
  /** Tokens, and what brings a new one. */
  #tokens = new Map<string, string>();

  /** @param source a repository to begin with @param users sign-in name → name in commits @param reviewers who may approve and merge */
  constructor(source: string, users: Record<string, string>, reviewers: string[]) {
    this.users = users;
    this.reviewers = reviewers;
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
    this.change('main', [{ path, content: Buffer.from(text) }], 'x', Object.keys(this.users)[0] ?? '');
  }

  /** Everybody's sign-in is over. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  /** The path of a request as this make of forge writes it, without its root and the repository's name. */
  protected abstract wayOf(path: string): string;
  /** Where people sign in, and where the desk fetches its token. */
  protected abstract readonly door: string;
  protected abstract readonly tokenDesk: string;
  /** @returns what is answered as JSON; nothing when it has been answered already */
  protected abstract route(user: string, asked: Asked): unknown;
  /** An answer of its own to somebody who is not signed in. */
  protected abstract readonly notSignedIn: unknown;

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.url);
    for (const what of ['Origin', 'Headers', 'Methods']) response.setHeader(`Access-Control-Allow-${what}`, '*');
    response.setHeader('Access-Control-Expose-Headers', '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    let text = '';
    for await (const part of request) text += part;
    const at = this.faults.findIndex(({ method, path }) => method === request.method && path.test(decodeURIComponent(url.pathname)));
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1);
    if (fault?.answer === 'hang') return;
    if (typeof fault?.answer === 'number') return send(response, fault.answer, { message: 'Kho gặp lỗi' });
    try {
      const way = `${request.method} ${this.wayOf(url.pathname)}`;
      this.asked.push(way);
      const body = this.#route({ way, query: url.searchParams, body: text ? (JSON.parse(text) as Record<string, unknown>) : {}, request, response }, url);
      if (fault?.answer === 'stall' || fault?.answer === 'cut') {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{', () => fault.answer === 'cut' && request.socket.destroy());
        return;
      }
      if (body !== undefined) send(response, request.method === 'POST' ? 201 : 200, body);
    } catch (problem) {
      send(response, problem instanceof Refused ? problem.status : 500, { message: (problem as Error).message });
    }
  }

  #route(asked: Asked, url: URL): unknown {
    if (asked.way === `GET ${this.door}`) return this.#letIn(url, asked.response);
    if (asked.way === `POST ${this.tokenDesk}`) return this.#giveToken(asked.body);
    const user = this.#tokens.get((asked.request.headers.authorization ?? '').replace(/^\w+ /, ''));
    if (user) return this.route(user, asked);
    return void send(asked.response, 401, this.notSignedIn);
  }

  /** The page where people sign in: one button a person. */
  #letIn(url: URL, response: ServerResponse): undefined {
    const asked = url.searchParams;
    const user = asked.get('as');
    if (!user) {
      const buttons = Object.entries(this.users).map(([login, name]) => `<p><a href="${url.pathname}${url.search}&as=${login}">${name}</a></p>`);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<h1>Kho của tỉnh</h1>${buttons.join('')}`);
      return;
    }
    this.admit(user, asked, response);
  }

  /** Sends somebody who has signed in back to the desk. */
  protected admit(user: string, asked: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    this.#codes.set(code, { user, challenge: asked.get('code_challenge') ?? '' });
    response.writeHead(302, { Location: `${asked.get('redirect_uri')}?code=${code}&state=${encodeURIComponent(asked.get('state') ?? '')}` }).end();
  }

  #giveToken(body: Record<string, unknown>): unknown {
    const asked = this.#codes.get(String(body['code']));
    this.#codes.delete(String(body['code']));
    const proof = createHash('sha256').update(String(body['code_verifier'])).digest('base64url');
    const user = body['grant_type'] === 'refresh_token' ? this.#tokens.get(String(body['refresh_token'])) : asked && proof === asked.challenge ? asked.user : undefined;
    if (user === undefined) throw new Refused(400, 'invalid_grant');
    return { access_token: this.tokenFor(user), refresh_token: this.tokenFor(user), token_type: 'bearer' };
  }

  /** A new token for somebody. */
  protected tokenFor(user: string): string {
    const token = randomUUID();
    this.#tokens.set(token, user);
    return token;
  }

  /** The last commit of a branch. */
  protected commitOf(branch: string): string {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`]);
    } catch {
      throw new Refused(404, 'branch not found');
    }
  }

  /** A new branch. @param from another one */
  protected makeBranch(name: string, from: string): { name: string } {
    this.git(['update-ref', `refs/heads/${name}`, this.commitOf(from), '0'.repeat(40)]);
    return { name };
  }

  protected removeBranch(name: string): { gone: string } {
    return { gone: this.git(['update-ref', '-d', `refs/heads/${name}`]) };
  }

  /** Everything in a tree, folders too. @param name of a commit or a tree, with `:folder` behind it or not */
  protected nodes(name: string, isDeep: boolean): { type: string; sha: string; path: string; size: number }[] {
    return this.git(['ls-tree', ...(isDeep ? ['-r', '-t'] : []), '-l', '-z', name])
      .split('\0')
      .filter(Boolean)
      .map((line) => {
        const [, type = '', sha = '', size, path = ''] = /^\d+ (\w+) (\w+) +(\S+)\t(.*)$/.exec(line) ?? [];
        return { type, sha, path, size: Number(size) || 0 };
      });
  }

  protected bytes(sha: string): Buffer {
    return execFileSync('git', ['-C', this.folder, 'cat-file', 'blob', sha]);
  }

  /** The hash of a file's content. */
  protected hashOf(path: string, ref: string): string {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `${ref}:${path}`]);
    } catch {
      throw new Refused(404, 'file not found');
    }
  }

  protected has(commit: string, path: string): boolean {
    return this.git(['ls-tree', commit, '--', path]) !== '';
  }

  /** Commits changes on top of a branch, in somebody's name. */
  protected change(branch: string, changes: Change[], message: string, user: string): string {
    const parent = this.commitOf(branch);
    const index = { GIT_INDEX_FILE: join(this.folder, `index-${randomUUID()}`) };
    this.git(['read-tree', parent], undefined, index);
    for (const { path, content, is } of changes) {
      const now = this.has(parent, path) ? this.hashOf(path, parent) : undefined;
      if (is === 'nothing' ? now : is === 'something' ? !now : is !== undefined && now !== is) throw new Refused(409, 'the file is not what was expected');
      if (content) this.git(['update-index', '--add', '--cacheinfo', `100644,${this.git(['hash-object', '-w', '--stdin'], content)},${path}`], undefined, index);
      else this.git(['update-index', '--force-remove', path], undefined, index);
    }
    const commit = this.git(['commit-tree', this.git(['write-tree'], undefined, index), '-p', parent, '-m', message], undefined, this.who(user));
    this.git(['update-ref', `refs/heads/${branch}`, commit, parent]);
    return commit;
  }

  protected who(user: string): Record<string, string> {
    const [name, email] = [this.users[user] ?? user, `${user}@example.vn`];
    return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
  }

  /** The commits that changed a file, newest first. */
  protected log(path: string, ref: string): { sha: string; name: string; date: string; message: string }[] {
    return this.git(['log', '-30', '--no-merges', '--format=%H%x00%an%x00%aI%x00%s', ref, '--', path])
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [sha = '', name = '', date = '', message = ''] = line.split('\0');
        return { sha, name, date, message };
      });
  }

  protected openPull(branch: string, title: string, author: string, labels: string[] = []): Pull {
    const now = new Date().toISOString();
    const pull: Pull = { number: this.pulls.length + 1, title, state: 'open', author, branch, head: this.commitOf(branch), labels, updatedAt: now, pushedAt: now, approvals: [] };
    this.pulls.push(pull);
    return pull;
  }

  protected pull(number: string | undefined): Pull {
    const pull = this.pulls.find((one) => one.number === Number(number));
    if (!pull) throw new Refused(404, 'pull not found');
    return this.fresh(pull);
  }

  /** A pull with the commits that have come since. */
  protected fresh(pull: Pull): Pull {
    const head = pull.state === 'open' ? this.commitOf(pull.branch) : pull.head;
    if (head !== pull.head) {
      pull.pushedAt = pull.updatedAt = new Date().toISOString();
      this.onPush(pull);
    }
    pull.head = head;
    return pull;
  }

  /** What becomes of a pull when a commit has come. */
  protected onPush(_pull: Pull): void {}

  protected merge(pull: Pull, user: string): void {
    const tree = this.git(['merge-tree', '--write-tree', 'main', pull.head]).split('\n')[0] ?? '';
    const main = this.commitOf('main');
    const commit = this.git(['commit-tree', tree, '-p', main, '-p', pull.head, '-m', pull.title], undefined, this.who(user));
    this.git(['update-ref', 'refs/heads/main', commit, main]);
    pull.state = 'closed';
  }

  /** As one commit in its writer's name. */
  protected squash(pull: Pull, user: string): void {
    const main = this.commitOf('main');
    const tree = this.git(['merge-tree', '--write-tree', 'main', pull.head]).split('\n')[0] ?? '';
    const { GIT_COMMITTER_NAME = '', GIT_COMMITTER_EMAIL = '' } = this.who(user);
    const commit = this.git(['commit-tree', tree, '-p', main, '-m', pull.title], undefined, { ...this.who(pull.author), GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL });
    this.git(['update-ref', 'refs/heads/main', commit, main]);
    pull.state = 'closed';
  }

  /** What one commit has changed since it left another. */
  protected difference(from: string, to: string): { path: string; sha: string; isNew: boolean; isGone: boolean }[] {
    return this.git(['diff', '--raw', '--no-abbrev', '--no-renames', `${from}...${to}`])
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [, sha = '', status, path = ''] = /^:\S+ \S+ \S+ (\S+) (\w)\t(.*)$/.exec(line) ?? [];
        return { path, sha, isNew: status === 'A', isGone: status === 'D' };
      });
  }
}

/** Answers with JSON. */
export function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
