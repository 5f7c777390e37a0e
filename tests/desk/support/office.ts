import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const project = process.cwd();
const base = resolve('.cache/test/office');
/** The day is fixed: what is due for another look must not depend on when a test runs. */
const day = { BUILD_DATE: '2026-11-24', BUILD_NUMBER: '7', ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', CMS: 'on', CMS_BACKEND: 'local', CONTENT_DIR: 'content' };

export const git = (folder: string, ...args: string[]): string => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/** Makes a checkout of the project as it stands, commits it and builds the site in it. */
export async function furnish(): Promise<{ code: number; output: string }> {
  rmSync(base, { recursive: true, force: true });
  const files = git(project, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    cpSync(join(project, file), join(base, file), { force: true });
  }
  link(base);
  git(base, 'init', '--quiet', '--initial-branch=main');
  git(base, 'config', 'user.name', 'Chị Lan');
  git(base, 'config', 'user.email', 'lan@example.vn');
  git(base, 'add', '--all');
  git(base, 'commit', '--quiet', '--message=Bắt đầu');
  const child = spawn('node_modules/.bin/node', ['src/cli/build.ts'], { cwd: base, env: { ...process.env, ...day }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((done) => child.on('close', (code) => done({ code: code ?? 1, output })));
}

const link = (folder: string) => symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));

/** An office at work: a checkout of its own, and `npm start` running in it. */
export class Office {
  readonly folder: string;
  url = '';
  #server: ReturnType<typeof spawn> | undefined;

  constructor(name: string) {
    this.folder = resolve(`.cache/test/office-${name}`);
    rmSync(this.folder, { recursive: true, force: true });
    cpSync(base, this.folder, { recursive: true, verbatimSymlinks: true });
  }

  /** Starts the server as an editor would, on a port the system chooses. */
  async open(env: Record<string, string> = {}): Promise<void> {
    const server = spawn('node_modules/.bin/node', ['src/cli/start.ts'], { cwd: this.folder, env: { ...process.env, ...day, PORT: '0', SKIP_BUILD: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#server = server;
    let heard = '';
    await new Promise<void>((done, fail) => {
      const listen = (text: Buffer) => {
        heard += text.toString();
        const port = /http:\/\/localhost:(\d+)\//.exec(heard)?.[1];
        if (!port || !heard.includes('/admin/')) return;
        this.url = `http://localhost:${port}`;
        done();
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('exit', () => fail(new Error(heard)));
    });
  }

  close(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return Promise.resolve();
    return new Promise((done) => {
      server.on('exit', () => done());
      server.kill('SIGTERM');
    });
  }

  /** A file of the checkout as it is now. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** What git says in the checkout. */
  git(...args: string[]): string {
    return git(this.folder, ...args);
  }

  /** What a draft changes, as git counts it: `added removed file`, a line a file. */
  draftDiff(collection: string, slug: string): string {
    return git(join(this.folder, '.cache/desk/repo'), 'diff', '--numstat', 'main', `cms/${collection}/${slug}`).replaceAll('\t', ' ');
  }

  /** A file as a draft holds it. */
  draftText(collection: string, slug: string, path: string): string {
    return execFileSync('git', ['-C', join(this.folder, '.cache/desk/repo'), 'show', `cms/${collection}/${slug}:${path}`], { encoding: 'utf8' });
  }

  /** The site's page for readers, as served now. */
  async page(path: string): Promise<string> {
    return (await fetch(`${this.url}${path}`)).text();
  }
}
