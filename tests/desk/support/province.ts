import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { deskHeaders, writeDesk } from '../../../src/build/desk/index.ts';
import { createSiteServer } from '../../../src/build/serve/index.ts';
import { securityHeaders } from '../../../src/shared/policy.ts';
import { test as base, Desk, expect } from './desk.ts';
import type { Forge } from './forge.ts';
import { ForgejoDouble } from './forgejo.ts';
import { GitHubDouble } from './github.ts';
import { GitLabDouble } from './gitlab.ts';

/** A make of forge: its double, what is set at a build, what is on the button, and how it is asked for a file, a tree, the last commit. */
const makes = {
  forgejo: { Double: ForgejoDouble, settings: (url: string) => ({ CMS_FORGE_URL: url, CMS_APP_ID: 'ban-bien-tap' }), button: 'Đăng nhập bằng kho của tỉnh (Forgejo)', file: /git\/blobs/, tree: /git\/trees/ },
  gitlab: { Double: GitLabDouble, settings: (url: string) => ({ CMS_FORGE_URL: url, CMS_APP_ID: 'ban-bien-tap' }), button: 'Đăng nhập bằng GitLab', file: /\/raw$/, tree: /repository\/tree/ },
  github: { Double: GitHubDouble, settings: (url: string) => ({ CMS_FORGE_URL: url, CMS_AUTH_URL: url }), button: 'Đăng nhập bằng GitHub', file: /GET .*git\/blobs/, tree: /GET .*git\/trees/ },
};
export type Make = keyof typeof makes;

/** A province with a forge of its own, and a desk built for it. */
export interface Province {
  forge: Forge;
  url: string;
  make: (typeof makes)[Make];
}

const people = { lan: 'Chị Lan', hung: 'Anh Hùng', mai: 'Cô Mai' };
const reviewers = ['hung', 'mai'];

export const test = base.extend<object, { forgeMake: Make; province: Province }>({
  forgeMake: ['forgejo', { option: true, scope: 'worker' }],
  province: [
    async ({ forgeMake }, use) => {
      const make = makes[forgeMake];
      const office = resolve('.cache/test/office');
      const forge = new make.Double(office, people, reviewers);
      await forge.open();
      const folder = mkdtempSync(join(tmpdir(), 'province-'));
      Object.assign(process.env, { CMS_BACKEND: forgeMake, CMS_REPO: 'so-tay/noi-dung', CMS_BRANCH: 'main', CMS_PATIENCE: '4', CONTENT_DIR: 'content', ...make.settings(forge.url) });
      await writeDesk(join(folder, 'admin'), join(office, 'dist'));
      writeFileSync(
        join(folder, '_headers'),
        `/*\n${Object.entries(securityHeaders)
          .map(([name, value]) => `  ${name}: ${value}\n`)
          .join('')}${deskHeaders('')}`,
      );
      const server = createSiteServer({ dir: folder, base: '/' });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      await use({ forge, url: `http://localhost:${(server.address() as AddressInfo).port}`, make });
      server.closeAllConnections();
      server.close();
      await forge.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Somebody signs in at the forge, in the same tab or in a window of its own, and is back at the desk. */
export async function signIn(browser: Browser, { url, make }: Province, name: string): Promise<Desk> {
  const desk = new Desk(await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' }), url);
  await desk.page.goto(`${url}/admin/`);
  const window = make.Double === GitHubDouble ? desk.page.waitForEvent('popup') : undefined;
  await desk.page.getByRole('button', { name: make.button }).click();
  await ((await window) ?? desk.page).getByRole('link', { name }).click();
  await expect(desk.page.getByRole('heading', { name: 'Các loại' })).toBeVisible();
  await desk.skipTour();
  desk.agree();
  return desk;
}

/** Fills the form of a new word, without saving it. */
export async function writeWord(desk: Desk, id: string, term: string): Promise<void> {
  await desk.add('glossary');
  await desk.field('Mã').fill(id);
  await desk.field('Từ').fill(term);
  await desk.field('Nghĩa là gì').fill(`${term} là một từ để thử.`);
}
