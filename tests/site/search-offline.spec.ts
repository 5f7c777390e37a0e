import type { Page } from '@playwright/test';
import { expect, type Site, t, test } from '../support/site.ts';

const results = (page: Page) => page.getByRole('region', { name: t('search.results') });
const field = (page: Page) => page.getByRole('searchbox', { name: t('search.label') });
const lesson = (page: Page, id: string) => results(page).locator(`a[href="/bai-hoc/${id}/"]`);
const shelves = (page: Page) => page.evaluate(async () => ((await caches.has('sttb-tim')) ? (await (await caches.open('sttb-tim')).keys()).map(({ url }) => new URL(url).pathname).sort() : []));

const isKept = (page: Page, id: string) => page.evaluate(async (path) => Object.keys((await (await caches.match('/-/state'))?.json())?.pages ?? {}).includes(path), `/bai-hoc/${id}/`);

/** A phone whose worker is in, and which has read one lesson. */
async function readOne(page: Page, site: Site, id: string): Promise<void> {
  await page.goto(`${site.url}/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await expect.poll(() => page.evaluate(() => !!navigator.serviceWorker.controller), { timeout: 20_000 }).toBe(true);
  await page.goto(`${site.url}/bai-hoc/${id}/`);
  await expect.poll(() => isKept(page, id)).toBe(true);
}

/** Asks the worker for a module, and waits until it is kept. */
async function download(page: Page, module: string): Promise<void> {
  await page.evaluate(
    (id) =>
      new Promise<void>((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        navigator.serviceWorker.controller?.postMessage({ ask: 'download', modules: [id] }, [channel.port2]);
      }),
    module,
  );
  await expect.poll(() => page.evaluate(async (id) => id in ((await (await caches.match('/-/state'))?.json())?.modules ?? {}), module)).toBe(true);
}

test('without any network the whole text of what is kept is searched, and the names of everything', async ({ page, context, portal }) => {
  await readOne(page, portal, 'a2-1');
  // The page of the search is kept once it has been read; its scripts and the names of everything come with the first module.
  await page.goto(`${portal.url}/tim-kiem/`);
  await download(page, 'a2');
  await expect.poll(() => page.evaluate(async () => Object.keys((await (await caches.match('/-/state'))?.json())?.pages ?? {}).includes('/tim-kiem/'))).toBe(true);
  await context.setOffline(true);
  await page.goto(`${portal.url}/tim-kiem/`);
  // Words that stand in the middle of the lesson and in no name.
  await field(page).fill('xe don tan dau ban');
  await expect(lesson(page, 'a2-1')).toBeVisible();
  await expect(lesson(page, 'a2-1').locator('mark').first()).toBeVisible();
  await expect(lesson(page, 'a2-1')).not.toContainText(t('search.away'));
  await field(page).fill('nguoi bi ban co loi khong');
  await expect(lesson(page, 'a1-4')).toContainText(t('search.away'));
  // What waits behind a button has its words marked, too.
  const more = results(page)
    .getByRole('button', { name: t('search.more') })
    .first();
  const hidden = results(page).locator('li:nth-child(n+5)');
  await expect(async () => {
    await field(page).fill('mua ban');
    await field(page).fill('mua ban nguoi');
    await expect(more).toBeVisible();
    await page.waitForTimeout(600);
    expect(await hidden.count()).toBe(0);
    await more.click();
    await expect(hidden.locator('small mark').first()).toBeVisible({ timeout: 500 });
  }).toPass();
});

test('whoever kept a module and never opened the search finds it on the page that says there is no network', async ({ page, context, portal }) => {
  await readOne(page, portal, 'a2-1');
  await context.setOffline(true);
  await page.goto(`${portal.url}/tim-kiem/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('offline.title'));
  await expect(field(page)).toBeHidden();
  await context.setOffline(false);
  await download(page, 'a2');
  await context.setOffline(true);
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('xe don tan dau ban');
  await expect(lesson(page, 'a2-1').locator('mark').first()).toBeVisible();
});

test('the index is kept between visits, and grows with what is read', async ({ page, portal }) => {
  await readOne(page, portal, 'a2-1');
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('mua ban nguoi');
  await expect.poll(async () => (await shelves(page)).map((path) => path.split('/')[3])).toEqual(['-', 'a2']);
  const before = await shelves(page);
  await page.reload();
  await field(page).fill('xe don tan dau ban');
  await expect(lesson(page, 'a2-1').locator('mark').first()).toBeVisible();
  expect(await shelves(page)).toEqual(before);
  await page.goto(`${portal.url}/bai-hoc/a1-1/`);
  await expect.poll(() => isKept(page, 'a1-1')).toBe(true);
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('mua ban nguoi');
  await expect.poll(async () => (await shelves(page)).map((path) => path.split('/')[3])).toEqual(['-', 'a1', 'a2']);
});

test('what is kept holds nothing of what was looked for', async ({ page, portal }) => {
  await readOne(page, portal, 'a2-1');
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('qwertzuiop chong toi');
  await expect(results(page).getByRole('status')).not.toHaveText(t('search.loading'));
  await expect.poll(() => shelves(page)).toHaveLength(2);
  const all = await page.evaluate(async () => {
    let text = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) text += request.url + (await (await cache.match(request))?.text());
    }
    return text;
  });
  expect(all).toContain('a2-1');
  expect(all).not.toContain('qwertzuiop');
});

test('a wipe takes the index with it, and an open search does not bring it back', async ({ page, context, portal }) => {
  await readOne(page, portal, 'a2-1');
  await page.goto(`${portal.url}/tim-kiem/`);
  await field(page).fill('mua ban nguoi');
  await expect.poll(() => shelves(page)).toHaveLength(2);
  const other = await context.newPage();
  await other.goto(`${portal.url}/cua-toi/`);
  await other.evaluate(
    () =>
      new Promise((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        navigator.serviceWorker.controller?.postMessage({ ask: 'wipe' }, [channel.port2]);
      }),
  );
  await field(page).fill('ho chieu');
  await expect(results(page).getByRole('status')).toHaveText(/\d/);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});
