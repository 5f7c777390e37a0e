import { expect, test, watchAll } from '../support/site.ts';

test('a request of the worker to another origin, and its breach of the policy, are noticed', async ({ browser, specimen }) => {
  const context = await browser.newContext();
  const mistakes: string[] = [];
  const finish = watchAll(context, undefined, mistakes);
  const page = await context.newPage();
  await page.goto(specimen.url);
  const [worker] = await Promise.all([context.waitForEvent('serviceworker'), page.waitForFunction(() => navigator.serviceWorker.controller !== null)]);
  expect(mistakes).toEqual([]);
  await worker.evaluate(() => fetch('http://vi-du.invalid/').catch(() => {}));
  await finish();
  expect(mistakes.join('\n')).toMatch(/the worker broke the policy: connect-src http:\/\/vi-du\.invalid/);
  await context.close();
});

test('a request of a page to another origin is noticed', async ({ browser, specimen }) => {
  const context = await browser.newContext({ bypassCSP: true });
  const mistakes: string[] = [];
  watchAll(context, undefined, mistakes);
  const page = await context.newPage();
  await page.goto(specimen.url);
  await page.evaluate(() => fetch('http://vi-du.invalid/').catch(() => {}));
  expect(mistakes.join('\n')).toMatch(/asked another origin: http:\/\/vi-du\.invalid/);
  await context.close();
});
