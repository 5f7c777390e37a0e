import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { caddySettings } from '../../src/build/hosts/caddy.ts';
import { nginxSettings } from '../../src/build/hosts/nginx.ts';
import { ensurePackage } from '../../src/cli/browser.ts';
import { expect, type Site, test } from '../support/site.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
}

/** Asks a server for a path, exactly as written. */
const ask = (port: number, path: string, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, method, headers: { 'accept-encoding': 'gzip' }, agent: false }, (response) => {
      response.resume().on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers }));
    })
      .on('error', fail)
      .end();
  });

/** What matters of an answer: all headers but those that name the server, the moment, or the bytes in its own way. */
function told({ status, headers }: Answer): Record<string, unknown> {
  const own = ['server', 'date', 'connection', 'keep-alive', 'etag', 'last-modified', 'content-length', 'transfer-encoding', 'accept-ranges', 'content-encoding', 'vary', 'allow', 'alt-svc'];
  const rest = Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
  // Every answer that is not a page of the site has words of the server's own.
  if (status !== 200 && status !== 404) delete rest['content-type'];
  // A redirect for good: two numbers for the same thing.
  return { status: status === 308 ? 301 : status, ...rest, isCompressed: headers['content-encoding'] === 'gzip' };
}

const isUp = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true)).on('error', () => done(false));
    socket.on('connect', () => socket.end());
  });

async function start(program: string, args: string[], port: number, env: NodeJS.ProcessEnv = process.env): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let words = '';
  child.stderr?.on('data', (text) => (words += text));
  for (let times = 0; times < 100; times += 1) {
    if (await isUp(port)) return child;
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  child.kill();
  throw new Error(`${program} does not start:\n${words}`);
}

/** Each of the servers with our settings, serving a finished site. */
const servers = {
  nginx: {
    package: 'nginx-light',
    program: '/usr/sbin/nginx',
    port: 18480,
    settings: nginxSettings,
    start(folder: string, dir: string, settings: string, port: number) {
      writeFileSync(join(folder, 'site.conf'), settings);
      const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
      writeFileSync(join(folder, 'nginx.conf'), `daemon off; pid ${folder}/pid; worker_processes 1; events {} http { access_log off; ${temps} server { listen 127.0.0.1:${port}; root ${dir}; include ${folder}/site.conf; } }`);
      return start('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'], port);
    },
  },
  caddy: {
    package: 'caddy',
    program: '/usr/bin/caddy',
    port: 18481,
    settings: caddySettings,
    start(folder: string, dir: string, settings: string, port: number) {
      writeFileSync(join(folder, 'site'), settings);
      writeFileSync(join(folder, 'Caddyfile'), `{\n  admin off\n  auto_https off\n}\nhttp://127.0.0.1:${port} {\n  root * ${dir}\n  import ${folder}/site\n}\n`);
      return start('/usr/bin/caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], port, { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder });
    },
  },
} as const;

/** A path of every kind that a host treats in a way of its own. */
function pathsOf(site: Site): string[] {
  const one = (folder: string, pattern: RegExp) => `/${folder}/${readdirSync(join(site.dir, folder)).find((name) => pattern.test(name))}`;
  return [
    '/',
    '/index.html',
    '/bai-hoc/sp-1/',
    '/bai-hoc/sp-1',
    '/nong-lich/?x=1',
    '/khong-co-trang-nay/',
    '/js/khong-co.js',
    '/js/',
    '/goi/khong-co.json',
    one('js', /^quiz-/),
    one('anh', /\.avif$/),
    one('anh', /\.jpg$/),
    one('goi', /^[0-9a-f]{32}\.json$/),
    one('goi', /\.txt$/),
    '/goi/moi.json',
    '/sw.js',
    '/xoa.txt',
    '/catalogue.json',
    '/so-tay.webmanifest',
    '/bieu-tuong-192.png',
    '/404.html',
    '/_headers',
    '/.git/config',
  ];
}

for (const [name, server] of Object.entries(servers)) {
  test.describe(`the site on ${name}`, () => {
    test.describe.configure({ mode: 'default' });
    let child: ChildProcess | undefined;

    test.beforeAll(async ({ specimen }, info) => {
      test.setTimeout(180_000);
      expect(await ensurePackage(server.package, server.program), `${server.program} is missing and could not be installed`).toBe(true);
      const folder = resolve(info.project.outputDir, `${name}-${process.pid}`);
      mkdirSync(folder, { recursive: true });
      child = await server.start(folder, resolve(specimen.dir), server.settings(specimen.dir), server.port);
    });

    test.afterAll(() => {
      child?.kill();
    });

    test('answers every kind of request as npm start does', async ({ specimen }) => {
      const own = Number(new URL(specimen.url).port);
      for (const path of pathsOf(specimen)) {
        const [expected, answer] = [told(await ask(own, path)), told(await ask(server.port, path))];
        expect.soft(answer, path).toEqual(expected);
      }
    });

    test('is not written to', async () => {
      expect((await ask(server.port, '/', 'POST')).status).toBe(405);
    });

    test('keeps what is named by its bytes, and asks afresh for everything else', async ({ specimen }) => {
      for (const path of pathsOf(specimen)) {
        const { status, headers } = await ask(server.port, path);
        const isForGood = status === 200 && /^\/(js|anh|goi)\/.*[0-9a-f]{8}/.test(path);
        expect.soft(headers['cache-control'], path).toBe(isForGood ? 'public, max-age=31536000, immutable' : 'no-cache');
      }
    });

    test('runs a page in the browser without a complaint, worker included', async ({ page }) => {
      await page.goto(`http://127.0.0.1:${server.port}/bai-hoc/sp-1/`);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.goto(`http://127.0.0.1:${server.port}/cua-toi/`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  });
}

test('a header that a host forgets is noticed', async ({ specimen }) => {
  const answer = await ask(Number(new URL(specimen.url).port), '/');
  const { 'x-content-type-options': _, ...less } = answer.headers;
  expect(told({ status: 200, headers: less })).not.toEqual(told(answer));
});
