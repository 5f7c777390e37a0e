import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { deskHeaders, writeDesk } from '../../../src/build/desk/index.ts';
import { createSiteServer } from '../../../src/build/serve/index.ts';
import { securityHeaders } from '../../../src/shared/policy.ts';
import { test as base, Desk, expect } from './desk.ts';
import type { Fault, Forge } from './forges/forge.ts';
import { Forgejo } from './forges/forgejo.ts';
import { GitHub } from './forges/github.ts';
import { GitLab } from './forges/gitlab.ts';

type Request = Pick<Fault, 'method' | 'path'>;

/** In what a forge differs for whoever tries it: what it is called, and by which requests it does what. */
export interface Kind<T extends Forge = Forge> {
  name: 'forgejo' | 'gitlab' | 'github';
  Double: new (...given: ConstructorParameters<typeof Forgejo>) => T;
  env: (url: string) => Record<string, string>;
  door: string;
  /** Under whose name the forge merges what Anh Hùng has published. */
  merger: string;
  /** The requests of a first save: the text, the draft made known, one that does its work and is not the last, the last. */
  commit: Request;
  open: Request;
  half: Request;
  last: Request;
  merge: Request;
  /** Questions for a list: where the branch is, its tree (and how many at least), a file. */
  head: RegExp;
  tree: RegExp;
  trees: number;
  file: RegExp;
  /** How the published text of an entry is asked for. */
  read: Request;
}

const app = (url: string) => ({ CMS_FORGE_URL: url, CMS_APP_ID: 'ban-bien-tap' });

/** GitLab, for what is only there. */
export const gitlab: Kind<GitLab> = {
  name: 'gitlab',
  Double: GitLab,
  env: app,
  door: 'Đăng nhập bằng GitLab',
  merger: 'Anh Hùng',
  commit: { method: 'POST', path: /\/repository\/commits$/ },
  open: { method: 'POST', path: /\/merge_requests$/ },
  half: { method: 'POST', path: /\/repository\/commits$/ },
  last: { method: 'POST', path: /\/merge_requests$/ },
  merge: { method: 'PUT', path: /\/merge$/ },
  head: /GET \/repo\/repository\/branches/,
  tree: /repository\/tree/,
  trees: 3,
  file: /GET \/repo\/repository\/files/,
  read: { method: 'GET', path: /\/repository\/files\// },
};

/** Every forge that a desk can be built for. */
export const kinds: Kind[] = [
  {
    name: 'forgejo',
    Double: Forgejo,
    env: app,
    door: 'Đăng nhập bằng kho của tỉnh (Forgejo)',
    merger: 'Anh Hùng',
    commit: { method: 'POST', path: /\/contents$/ },
    open: { method: 'POST', path: /\/pulls$/ },
    half: { method: 'POST', path: /\/pulls$/ },
    last: { method: 'PUT', path: /\/labels$/ },
    merge: { method: 'POST', path: /\/merge$/ },
    head: /git\/trees\/main$/,
    tree: /git\/trees\/[0-9a-f]{40}/,
    trees: 2,
    file: /git\/blobs/,
    read: { method: 'GET', path: /\/contents\// },
  },
  gitlab,
  {
    name: 'github',
    Double: GitHub,
    env: (url) => ({ CMS_FORGE_URL: url, CMS_AUTH_URL: url }),
    door: 'Đăng nhập bằng GitHub',
    merger: 'GitHub',
    commit: { method: 'POST', path: /\/git\/commits$/ },
    open: { method: 'POST', path: /\/pulls$/ },
    half: { method: 'POST', path: /\/pulls$/ },
    last: { method: 'PUT', path: /\/labels$/ },
    merge: { method: 'PUT', path: /\/merge$/ },
    head: /GET \/repo\/branches/,
    tree: /git\/trees/,
    trees: 1,
    file: /git\/blobs/,
    read: { method: 'GET', path: /\/contents\// },
  },
];

/** A province with a forge of its own, and a desk built for it. */
export class Province<T extends Forge = Forge> {
  readonly kind: Kind<T>;
  readonly forge: T;
  url = '';
  #folder = mkdtempSync(join(tmpdir(), 'province-'));
  #server: ReturnType<typeof createSiteServer> | undefined;

  constructor(kind: Kind<T>) {
    this.kind = kind;
    this.forge = new kind.Double(resolve('.cache/test/office'), { lan: 'Chị Lan', hung: 'Anh Hùng', mai: 'Cô Mai' }, ['hung', 'mai']);
  }

  async open(): Promise<void> {
    await this.forge.open();
    Object.assign(process.env, { CMS_BACKEND: this.kind.name, CMS_REPO: 'so-tay/noi-dung', CMS_BRANCH: 'main', CMS_PATIENCE: '4', CONTENT_DIR: 'content', ...this.kind.env(this.forge.url) });
    await writeDesk(join(this.#folder, 'admin'), resolve('.cache/test/office/dist'));
    // As a host would send it: what the policy forbids is forbidden here too.
    const everywhere = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}\n`);
    writeFileSync(join(this.#folder, '_headers'), `/*\n${everywhere.join('')}${deskHeaders('')}`);
    this.#server = createSiteServer({ dir: this.#folder, base: '/' });
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done));
    this.url = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
    await this.forge.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A published file. */
  published(path: string): string {
    return this.forge.git(['show', `main:content/${path}`]);
  }

  /** Somebody signs in at the forge, in this window or in one beside it, and is back at the desk. */
  async signIn(browser: Browser, name: string): Promise<Desk> {
    const desk = new Desk(await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' }), this.url);
    await desk.page.goto(`${this.url}/admin/`);
    await this.passDoor(desk, name);
    await desk.skipTour();
    desk.agree();
    return desk;
  }

  async passDoor({ page }: Desk, name: string): Promise<void> {
    const door = page.getByRole('button', { name: this.kind.door });
    if (this.kind.name === 'github') {
      const [beside] = await Promise.all([page.waitForEvent('popup'), door.click()]);
      await beside.getByRole('link', { name }).click();
    } else {
      await door.click();
      await page.getByRole('link', { name }).click();
    }
    await expect(page.getByRole('heading', { name: 'Các loại' })).toBeVisible();
  }
}

/** Tests at one kind of forge: a province for each worker. */
export const testAt = <T extends Forge>(kind: Kind<T>) =>
  base.extend<object, { province: Province<T> }>({
    province: [
      async ({}, use) => {
        const province = new Province(kind);
        await province.open();
        await use(province);
        await province.close();
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  });

/** Fills in the form of a new word. */
export async function writeWord(desk: Desk, id: string, term: string): Promise<void> {
  await desk.add('glossary');
  await desk.field('Mã').fill(id);
  await desk.field('Từ').fill(term);
  await desk.field('Nghĩa là gì').fill(`${term} là một từ để thử.`);
}
