import type { Page } from '@playwright/test';
import { expect, type Site, test, worlds } from '../support/site.ts';

/** Everything the browser asks the network for until nothing more happens, as paths; without pictures, which come after the words. */
async function requestsOf(page: Page, url: string): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.resourceType() !== 'image') asked.push(new URL(request.url()).pathname);
  });
  // The page's clock stands still but for its first second: the worker, which waits for three, can never slip in here.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 1000));
  await page.goto(url);
  await page.clock.runFor(1000);
  await page.waitForLoadState('networkidle');
  return asked;
}

/** Pages that people come to read. The calendar marks today and "Của tôi" fills itself in, each with one script, after the words are there. */
const read = (site: Site) => ['/', '/goi-giup/', '/khoa-hoc/', '/can-cu/', '/tu-kho/', '/trac-nghiem/', ...site.catalogue.modules.flatMap(({ url, lessons: [first = ''] }) => [url, `/bai-hoc/${first}/`])];

for (const world of worlds) {
  test(`a page of the ${world} is read after one request`, async ({ context, sites }) => {
    test.setTimeout(600_000);
    const site = sites[world];
    for (const path of read(site)) {
      const page = await context.newPage();
      expect.soft(await requestsOf(page, site.url + path), path).toEqual([path]);
      await page.close();
    }
  });
}

test('a second request is noticed', async ({ page, specimen }) => {
  expect(await requestsOf(page, `${specimen.url}/cua-toi/`)).not.toHaveLength(1);
});
