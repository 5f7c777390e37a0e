import type { Page } from '@playwright/test';
import { createFaultServer } from '../lab/fault-server.ts';
import { quizOf } from '../support/content.ts';
import { QuizForm } from '../support/quiz-form.ts';
import { expect, type Site, t, test } from '../support/site.ts';

/** Everything by which somebody could tell, in this browser, that the site has been here. */
const traces = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    notes: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    cookie: document.cookie,
  }));
const nothing = { caches: [], workers: 0, databases: 0, notes: [], cookie: '' };

/** Reads, answers and lets the worker come in: a phone full of traces. */
async function leaveTraces(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/bai-hoc/sp-1/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const quiz = new QuizForm(page, quizOf(site.content, 'sp-1'));
  await quiz.answerRight(quiz.of('single'));
  await expect(quiz.root.getByText(t('quiz.kept'))).toBeVisible();
  await page.evaluate(() => {
    sessionStorage.setItem('kd', '1');
    sessionStorage.removeItem('kd');
    indexedDB.open('thu', 1);
  });
}

async function wipe(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('safety.wipe'), exact: true }).click();
  await page.getByRole('button', { name: t('safety.wipeYes') }).click();
}

for (const path of ['/cua-toi/', '/can-biet/']) {
  test(`after one tap and a second on ${path} nothing is left, and the page has looked`, async ({ page, specimen }) => {
    await leaveTraces(page, specimen);
    await page.goto(specimen.url + path);
    expect((await traces(page)).caches).not.toEqual([]);
    await wipe(page);
    await expect(page.getByText(t('safety.wiped'))).toBeVisible();
    expect(await traces(page)).toEqual(nothing);
    // The host can be asked for what a page cannot do.
    await expect(page.getByText(t('safety.cacheGone'))).toBeVisible();
  });
}

test('without a network it is the same, and the page says what may still lie in the browser', async ({ page, context, specimen }) => {
  await leaveTraces(page, specimen);
  await page.goto(`${specimen.url}/cua-toi/`);
  await expect(page.getByRole('button', { name: t('safety.wipe'), exact: true })).toBeVisible();
  await context.setOffline(true);
  await wipe(page);
  await expect(page.getByText(t('safety.wiped'))).toBeVisible();
  await expect(page.getByText(t('safety.cacheStays'))).toBeVisible();
  expect(await traces(page)).toEqual(nothing);
});

for (const [what, path] of [
  ['script', '/sw.js'],
  ['first packs', /\/goi\/(?!moi)/],
] as const) {
  test(`while a first worker’s ${what} hang on an empty balance, wiping is as quick and as clean, and nothing comes when the line is back`, async ({ page, specimen }) => {
    const server = await createFaultServer({ dir: specimen.dir });
    server.rules({ path, fault: { kind: 'hang' } });
    await page.goto(`${server.url}/cua-toi/`);
    await expect.poll(() => server.log.some(({ fault }) => fault === 'hang'), { timeout: 20_000 }).toBe(true);
    await wipe(page);
    await expect(page.getByText(t('safety.wiped'))).toBeVisible();
    server.rules();
    server.release();
    await page.waitForTimeout(2000);
    expect(await traces(page)).toEqual(nothing);
    await server.close();
  });
}

test('nothing comes back: not from reading on in this tab, not from another tab', async ({ page, context, specimen }) => {
  await leaveTraces(page, specimen);
  const other = await context.newPage();
  await other.goto(`${specimen.url}/bai-hoc/sp-3/`);
  await page.goto(`${specimen.url}/cua-toi/`);
  await wipe(page);
  await expect(page.getByText(t('safety.wiped'))).toBeVisible();
  await expect(other, 'the other tab goes to the calendar').toHaveURL(`${specimen.url}/nong-lich/`);
  // Going on as people do; typing an address would be a new visit.
  await page.getByRole('link', { name: t('site.exit') }).click();
  await page.waitForURL(`${specimen.url}/nong-lich/`);
  await page.waitForTimeout(4500);
  const { notes, ...rest } = await traces(page);
  expect(rest).toEqual({ caches: [], workers: 0, databases: 0, cookie: '' });
  // That this tab must not go back; it goes with the tab.
  expect(notes).toEqual(['nl']);
});

test('what cannot be removed is told, not hidden', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/cua-toi/`);
  await page.evaluate(() => {
    // A database that something else holds open.
    Storage.prototype.clear = () => {};
    localStorage.setItem('la', '1');
  });
  await wipe(page);
  await expect(page.getByText(t('safety.wipeLeft', { what: t('safety.leftNotes', { count: 3 }) }).slice(0, 14))).toBeVisible();
  await expect(page.getByText(t('safety.wiped'))).toHaveCount(0);
});

test('what no button can erase is said to everybody, with scripts and without', async ({ browser, specimen }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${specimen.url}/cua-toi/`);
  for (const words of [t('safety.noScript'), t('safety.cannotHistory'), t('safety.cannotCalls'), t('safety.cannotOperator'), t('safety.cannotSpyware')]) await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole('button', { name: t('safety.wipe'), exact: true })).toBeHidden();
  await context.close();
});

test.describe('discreet mode', () => {
  const turnOn = async (page: Page, site: Site) => {
    await page.goto(`${site.url}/can-biet/`);
    await page.getByLabel(t('safety.discreet')).check();
    await page.reload();
    await expect(page).toHaveTitle(t('site.name'));
  };

  test('keeps one place in the history, whatever is read', async ({ page, specimen }) => {
    await turnOn(page, specimen);
    const before = await page.evaluate(() => history.length);
    for (const name of [t('site.learn'), t('site.help'), t('site.me')]) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page).toHaveTitle(t('site.name'));
    }
    await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
    const atLesson = await page.evaluate(() => history.length);
    await page.getByRole('link', { name: 'từ mẫu' }).first().click();
    await expect(page.getByText('Một từ dùng để thử lời giải nghĩa.')).toBeInViewport();
    expect([await page.evaluate(() => history.length), atLesson]).toEqual([before + 1, before + 1]);
  });

  test('writes nothing, and ends with the tab', async ({ page, context, specimen }) => {
    await turnOn(page, specimen);
    await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
    const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-1'));
    await quiz.answerAllRight();
    await expect(quiz.root.getByText(t('quiz.notKept'))).toBeVisible();
    expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([[], ['kd']]);
    const later = await context.newPage();
    await later.goto(`${specimen.url}/can-biet/`);
    await expect(later.getByLabel(t('safety.discreet'))).not.toBeChecked();
  });

  test('is remembered only when the reader says so, and forgotten again', async ({ page, context, specimen }) => {
    await turnOn(page, specimen);
    await page.getByLabel(t('safety.remember')).check();
    const later = await context.newPage();
    await later.goto(`${specimen.url}/can-biet/`);
    await expect(later.getByLabel(t('safety.discreet'))).toBeChecked();
    await later.getByLabel(t('safety.discreet')).uncheck();
    expect(await later.evaluate(() => localStorage.length)).toBe(0);
  });

  test('does not undo what was kept before it was turned on', async ({ page, specimen }) => {
    await leaveTraces(page, specimen);
    const before = await page.evaluate(() => localStorage.sttb);
    await turnOn(page, specimen);
    await page.goto(`${specimen.url}/bai-hoc/sp-2/`);
    await page.getByText(t('lesson.readOn'), { exact: true }).click();
    const quiz = new QuizForm(page, quizOf(specimen.content, 'sp-2'));
    await quiz.answerAllRight();
    expect(await page.evaluate(() => localStorage.sttb)).toBe(before);
  });
});
