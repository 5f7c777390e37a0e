import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * A fault that the next matching request meets. `hang` never answers; `stall` and `cut` do the work and begin an answer, then
 * fall silent or end the connection. (A connection that ends before any answer a browser tries once more by itself.)
 */
export interface Fault {
  method: string;
  path: RegExp;
  answer: number | 'cut' | 'hang' | 'stall';
}

/** One request, as a double is asked to answer it. */
export interface Ask {
  /** `GET /repo/branches/main`: the method, and the path with the repository's own part as `/repo`. */
  way: string;
  url: URL;
  query: URLSearchParams;
  body: Record<string, unknown>;
  /** Sign-in name; absent when there is no sign-in, or none that holds any more. */
  user: string | undefined;
  response: ServerResponse;
}

/** A draft that somebody asks to be taken over. */
export interface Pull {
  number: number;
  title: string;
  isOpen: boolean;
  author: string;
  branch: string;
  head: string;
  labels: string[];
  updatedAt: string;
  /** Every commit that it has been at, and since when. */
  versions: { sha: string; at: string }[];
  approvals: { user: string; sha: string; at: string }[];
}

/** A file in a commit that is to be made; without `text` it goes. */
export interface Change {
  path: string;
  text?: Buffer;
}

/** What a double says no with. */
export class Refused extends Error {
  readonly status: number;
  /** What is said, when it is more than a message. */
  readonly body: Record<string, unknown>;
  constructor(status: number, message: string, body: Record<string, unknown> = { message }) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

/** What the doubles of all forges have in common: a real bare repository, people who sign in, drafts, and faults on demand. */
export abstract class Forge {
  readonly folder = mkdtempSync(join(tmpdir(), 'forge-'));
  readonly faults: Fault[] = [];
  /** How much of a long list it gives at once. */
  perPage = 1000;
  /** What was asked for, in order: `GET /repo/branches/main`. */
  readonly asked: string[] = [];
  url = '';
  protected readonly users: Record<string, string>;
  protected readonly reviewers: string[];
  protected readonly pulls: Pull[] = [];
  /** What stands before every path of the interface, and what names the repository there. */
  protected abstract readonly api: RegExp;
  protected abstract readonly repo: RegExp;
  /** For how many seconds a browser may keep the leave to ask from another origin. */
  protected abstract readonly leave: number;
  #server: Server | undefined;
  #codes = new Map<string, { user: string; challenge: string }>();
  #tokens = new Map<string, string>();
  #now = Date.now();

  /** @param source a repository to begin with @param users sign-in name → name in commits @param reviewers who may approve and merge */
  constructor(source: string, users: Record<string, string>, reviewers: string[]) {
    this.users = users;
    this.reviewers = reviewers;
    execFileSync('git', ['clone', '--quiet', '--bare', source, this.folder]);
  }

  /** The answer to a request, as JSON; undefined when the double has answered already. */
  protected abstract answer(ask: Ask): unknown;

  async open(): Promise<void> {
    this.#server = createServer((request, response) => void this.#serve(request, response));
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
    const parent = this.commitOf('main');
    this.move('main', this.commit(this.write(parent, [{ path, text: Buffer.from(text) }]), [parent], 'x', this.who(Object.keys(this.users)[0] ?? '')));
  }

  /** Everybody's sign-in is over, and cannot be renewed. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.url);
    for (const name of ['Origin', 'Headers', 'Methods']) response.setHeader(`Access-Control-Allow-${name}`, '*');
    if (request.method === 'OPTIONS') return void response.writeHead(204, { 'Access-Control-Allow-Headers': 'authorization, content-type, cache-control', 'Access-Control-Max-Age': this.leave }).end();
    let text = '';
    for await (const part of request) text += part;
    const path = decodeURIComponent(url.pathname);
    const at = this.faults.findIndex((fault) => fault.method === request.method && fault.path.test(path));
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1);
    if (fault?.answer === 'hang') return;
    if (typeof fault?.answer === 'number') return send(response, fault.answer, { message: 'Internal Server Error' });
    const way = `${request.method} ${path.replace(this.api, '').replace(this.repo, '/repo')}`;
    this.asked.push(way);
    const user = this.#tokens.get((request.headers.authorization ?? '').replace(/^(token|Bearer) /, ''));
    try {
      const body = this.answer({ way, url, query: url.searchParams, body: text ? (JSON.parse(text) as Record<string, unknown>) : {}, user, response });
      if (fault?.answer === 'stall' || fault?.answer === 'cut') {
        response.writeHead(200, { 'Content-Type': 'application/json' }).write('{', () => fault.answer === 'cut' && request.socket.destroy());
        return;
      }
      if (body !== undefined) send(response, request.method === 'POST' ? 201 : 200, body);
    } catch (problem) {
      if (problem instanceof Refused) send(response, problem.status, problem.body);
      else send(response, 500, { message: (problem as Error).message });
    }
  }

  /** The page where people sign in: one button a person. @param next where a button leads */
  protected showDoor(response: ServerResponse, next: (login: string) => string): undefined {
    const buttons = Object.entries(this.users).map(([login, name]) => `<p><a href="${next(login)}">${name}</a></p>`);
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<h1>Kho của tỉnh</h1>${buttons.join('')}`);
    return undefined;
  }

  /** Sign-in with PKCE: the door, and after a choice the way back with a code. */
  protected authorize({ url, query, response }: Ask): undefined {
    const user = query.get('as');
    if (!user) return this.showDoor(response, (login) => `${url.pathname}${url.search}&as=${login}`);
    const code = randomUUID();
    this.#codes.set(code, { user, challenge: query.get('code_challenge') ?? '' });
    response.writeHead(302, { Location: `${query.get('redirect_uri')}?code=${code}&state=${encodeURIComponent(query.get('state') ?? '')}` }).end();
    return undefined;
  }

  /** Who has come with this code and the proof that it was asked for by them. */
  protected redeem({ body }: Ask): string | undefined {
    const asked = this.#codes.get(String(body['code']));
    this.#codes.delete(String(body['code']));
    const proof = createHash('sha256').update(String(body['code_verifier'])).digest('base64url');
    return asked && proof === asked.challenge ? asked.user : undefined;
  }

  protected newToken(user: string): string {
    const token = randomUUID();
    this.#tokens.set(token, user);
    return token;
  }

  /** No two moments are the same, as on a clock that is fine enough. */
  protected now(): string {
    this.#now = Math.max(Date.now(), this.#now + 1);
    return new Date(this.#now).toISOString();
  }

  protected who(user: string): Record<string, string> {
    const [name, email] = [this.users[user] ?? user, `${user}@example.vn`];
    return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
  }

  protected commitOf(branch: string): string {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`]);
    } catch {
      throw new Refused(404, 'branch not found');
    }
  }

  protected hasBranch(name: string): boolean {
    return this.git(['for-each-ref', '--format=x', `refs/heads/${name}`]) !== '';
  }

  protected move(branch: string, commit: string): void {
    this.git(['update-ref', `refs/heads/${branch}`, commit]);
  }

  protected drop(branch: string): void {
    this.git(['update-ref', '-d', `refs/heads/${branch}`]);
  }

  /** The hash of a file or folder; undefined when there is none. */
  protected idOf(path: string, ref: string): string | undefined {
    try {
      return this.git(['rev-parse', '--verify', '--quiet', `${ref}:${path}`]);
    } catch {
      return undefined;
    }
  }

  protected blob(sha: string): Buffer {
    return execFileSync('git', ['-C', this.folder, 'cat-file', 'blob', sha]);
  }

  protected list(tree: string, isDeep: boolean): { mode: string; type: string; sha: string; path: string; size: number }[] {
    const lines = this.git(['ls-tree', ...(isDeep ? ['-r', '-t'] : []), '-l', '-z', tree]).split('\0');
    return lines.filter(Boolean).map((line) => {
      const [, mode = '', type = '', sha = '', size, path = ''] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/.exec(line) ?? [];
      return { mode, type, sha, path, size: Number(size) || 0 };
    });
  }

  /** The tree of a commit with some files changed. */
  protected write(base: string, changes: Change[]): string {
    const index = { GIT_INDEX_FILE: join(this.folder, `index-${randomUUID()}`) };
    this.git(['read-tree', base], undefined, index);
    for (const { path, text } of changes) {
      if (text) this.git(['update-index', '--add', '--cacheinfo', `100644,${this.git(['hash-object', '-w', '--stdin'], text)},${path}`], undefined, index);
      else this.git(['update-index', '--force-remove', path], undefined, index);
    }
    return this.git(['write-tree'], undefined, index);
  }

  protected commit(tree: string, parents: string[], message: string, who: Record<string, string>): string {
    return this.git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-m', message], undefined, who);
  }

  protected log(range: string, path?: string): { sha: string; name: string; email: string; date: string; message: string }[] {
    const lines = this.git(['log', '-30', '--no-merges', '--format=%H%x00%an%x00%ae%x00%aI%x00%s', range, ...(path ? ['--', path] : [])]).split('\n');
    return lines.filter(Boolean).map((line) => {
      const [sha = '', name = '', email = '', date = '', message = ''] = line.split('\0');
      return { sha, name, email, date, message };
    });
  }

  protected changes(from: string, to: string): { path: string; sha: string; status: 'added' | 'modified' | 'removed' }[] {
    const lines = this.git(['diff', '--raw', '--no-abbrev', '--no-renames', `${from}...${to}`]).split('\n');
    return lines.filter(Boolean).map((line) => {
      const [, sha = '', letter, path = ''] = /^:\S+ \S+ \S+ (\S+) (\w)\t(.*)$/.exec(line) ?? [];
      return { path, sha, status: letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified' };
    });
  }

  /** What comes of a draft on top of what is published. */
  protected merged(head: string): string {
    return this.git(['merge-tree', '--write-tree', 'main', head]).split('\n')[0] ?? '';
  }

  protected makePull(title: string, branch: string, author: string): Pull {
    const head = this.commitOf(branch);
    const at = this.now();
    const pull: Pull = { number: this.pulls.length + 1, title, isOpen: true, author, branch, head, labels: [], updatedAt: at, versions: [{ sha: head, at }], approvals: [] };
    this.pulls.push(pull);
    return pull;
  }

  protected pull(number: string | undefined): Pull {
    const pull = this.pulls.find((one) => one.number === Number(number));
    if (!pull) throw new Refused(404, 'pull not found');
    return this.#fresh(pull);
  }

  protected openPulls(branch?: string | null): Pull[] {
    return this.pulls.filter((pull) => pull.isOpen && (!branch || pull.branch === branch)).map((pull) => this.#fresh(pull));
  }

  #fresh(pull: Pull): Pull {
    const sha = pull.isOpen ? this.commitOf(pull.branch) : pull.head;
    if (sha !== pull.head) {
      const at = this.now();
      Object.assign(pull, { head: sha, updatedAt: at });
      pull.versions.push({ sha, at });
    }
    return pull;
  }
}

/** Long answers compressed, as the server before a forge does it. */
function send(response: ServerResponse, status: number, body: unknown): void {
  const text = Buffer.from(JSON.stringify(body));
  const isPacked = text.length > 1000 && /\bgzip\b/.test(String(response.req.headers['accept-encoding']));
  response.writeHead(status, { 'Content-Type': 'application/json', ...(isPacked && { 'Content-Encoding': 'gzip' }) }).end(isPacked ? gzipSync(text) : text);
}
