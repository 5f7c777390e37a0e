import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type BrowserContext, test as base, type Page, type Request } from '@playwright/test';
import { createSiteServer } from '../../src/build/serve/index.ts';
import { bodies } from './build.ts';

/** What `catalogue.json` says of a site. */
export interface CatalogueFile {
  courses: { id: string; title: string; url: string; modules: string[] }[];
  modules: { id: string; title: string; url: string; course: string; lessons: string[]; scenarios: string[]; forms: string[] }[];
  lessons: { id: string; title: string; url: string; module: string; minutes: number; sensitive: boolean; updated: string }[];
  scenarios: { id: string; title: string; url: string; module: string; sensitive: boolean; updated: string }[];
}

/** A finished site being served, and what is in it. */
export interface Site {
  /** Address without a trailing slash. */
  url: string;
  /** The folder of the finished site. */
  dir: string;
  /** The folder of the content it was built from. */
  content: string;
  /** Root-relative paths of all pages, such as `/bai-hoc/a1-1/`. */
  pages: string[];
  catalogue: CatalogueFile;
}

async function serve({ out: dir, content }: { out: string; content: string }): Promise<{ site: Site; close: () => void }> {
  const server = createSiteServer({ dir, base: '/' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: Site = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dir,
    content,
    pages: pagesOf(dir),
    catalogue: JSON.parse(readFileSync(join(dir, 'catalogue.json'), 'utf8')),
  };
  return { site, close: () => void server.close() };
}

/** Root-relative paths of all pages of a finished site, in order. */
export function pagesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
}

/** One page of each kind: the first URL segment names the kind. Enough where every page of a kind has the same frame. */
export function oneOfEachKind(pages: string[]): string[] {
  const kinds = new Map<string, string>();
  for (const page of pages) {
    const [, kind = '', rest = ''] = page.split('/');
    kinds.set(`${kind}/${rest ? '*' : ''}`, kinds.get(`${kind}/${rest ? '*' : ''}`) ?? page);
  }
  return [...kinds.values()];
}

/**
 * Pages that can differ in what they hold: every lesson, and a few of each sort that is made from lessons, plans and stories by one
 * and the same template. What has a digit in its name is one of many.
 */
export function differing(pages: string[], most = 3): string[] {
  const seen = new Map<string, number>();
  return pages.filter((page) => {
    const sort = page.replace(/[^/]*\d[^/]*/g, '*');
    seen.set(sort, (seen.get(sort) ?? 0) + 1);
    return sort === '/bai-hoc/*/' || (seen.get(sort) ?? 0) <= most;
  });
}

interface Worlds {
  /** The portal with its real content. */
  portal: Site;
  /** The specimen course: every component, every state, awkward Vietnamese. */
  specimen: Site;
  /** Both by name, for a test that is made once for each. */
  sites: Record<World, Site>;
}

/** The names of the two sites. */
export type World = keyof typeof bodies;
export const worlds = Object.keys(bodies) as World[];

export const test = base.extend<{ noMistakes: undefined }, Worlds>({
  portal: [
    async ({}, use) => {
      const { site, close } = await serve(bodies.portal);
      await use(site);
      close();
    },
    { scope: 'worker' },
  ],
  specimen: [
    async ({}, use) => {
      const { site, close } = await serve(bodies.specimen);
      await use(site);
      close();
    },
    { scope: 'worker' },
  ],
  sites: [async ({ portal, specimen }, use) => use({ portal, specimen }), { scope: 'worker' }],
  // Every browser test fails on an error in the console, a policy violation or a request to anywhere else.
  noMistakes: [
    async ({ page, context }, use) => {
      const mistakes: string[] = [];
      const finish = watchAll(context, page, mistakes);
      await use(undefined);
      await finish();
      if (mistakes.length > 0) throw new Error(`The page complained:\n${mistakes.join('\n')}`);
    },
    { auto: true },
  ],
});

/**
 * Everything that a context's pages and workers complain of or ask of another origin is put into `mistakes`.
 *
 * @returns to be called at the end: asks the workers that are still there what their policy has held back
 */
export function watchAll(context: BrowserContext, first: Page | undefined, mistakes: string[]): () => Promise<void> {
  if (first) watch(first, mistakes);
  context.on('page', (another) => watch(another, mistakes));
  // Of a context, not of a page: what a worker asks for is told here alone.
  context.on('request', (request) => watchRequest(request, mistakes));
  context.on('serviceworker', (worker) => {
    const listen = () => {
      const breaches: string[] = [];
      Object.assign(self, { breaches });
      self.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => breaches.push(`${violatedDirective} ${blockedURI}`));
    };
    worker.evaluate(listen).catch(() => {});
  });
  return async () => {
    for (const worker of context.serviceWorkers()) {
      const asked = worker.evaluate(() => (self as unknown as { breaches?: string[] }).breaches ?? []).catch(() => []);
      // A worker that was refused while it came in never answers.
      const breaches = await Promise.race([asked, new Promise<string[]>((done) => setTimeout(done, 5000, []))]);
      mistakes.push(...breaches.map((breach) => `the worker broke the policy: ${breach}`));
    }
  };
}

function watchRequest(request: Request, mistakes: string[]): void {
  const { protocol, hostname } = new URL(request.url());
  if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') mistakes.push(`asked another origin: ${request.url()}`);
}

function watch(page: Page, mistakes: string[]): void {
  page.on('console', (message) => {
    // The browser's own frame around a picture has styles, which the policy of every answer refuses.
    const isViewer = /\.png$/.test(page.url());
    if (message.type() === 'error' && !isViewer && !/status of 404/.test(message.text())) mistakes.push(message.text());
  });
  page.on('pageerror', (error) => mistakes.push(error.message));
}

export { expect } from '@playwright/test';
/** The words of the interface: a test looks for what a reader sees, wherever an editor changes a word. */
export { t } from '../../src/strings/index.ts';
