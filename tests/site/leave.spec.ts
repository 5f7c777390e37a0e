import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Frames, leaveAndLook, paint } from '../support/frames.ts';
import { expect, oneOfEachKind, type Site, t, test, worlds } from '../support/site.ts';

const lost = '/khong-co-trang-nay/';
const exit = (page: Page) => page.getByRole('link', { name: t('site.exit') });
const calendar = (site: Site) => `${site.url}/nong-lich/`;

/** Reads on as people do: by tapping links. */
async function read(page: Page, site: Site, paths: string[], onRead = async (_path: string) => {}): Promise<void> {
  const [first = '', ...others] = ['/khoa-hoc/mau/', ...paths];
  await page.goto(site.url + first);
  await onRead(first);
  for (const path of others) {
    await page.evaluate((path) => document.body.appendChild(Object.assign(document.createElement('a'), { href: path })).click(), path);
    await page.waitForURL(site.url + path);
    await onRead(path);
  }
}

/** One step in the history; where it leads may be nowhere. */
async function step(page: Page, by: number): Promise<void> {
  // The page may be gone before it can answer.
  await page.evaluate((by) => history.go(by), by).catch(() => {});
  await page.waitForTimeout(300);
  await page.waitForLoadState();
}

for (const world of worlds) {
  test(`no picture of the screen after quick exit shows anything of any page of the ${world}`, async ({ page, sites }) => {
    test.setTimeout(240_000);
    const site = sites[world];
    for (const path of [...oneOfEachKind(site.pages), lost]) {
      if (path === '/nong-lich/') continue;
      await page.goto(site.url + path);
      const { count, marked } = await leaveAndLook(page, calendar(site));
      expect.soft(count, `${path}: pictures`).toBeGreaterThan(0);
      expect.soft(marked, `${path}: pictures of the page after leaving, of ${count}`).toEqual([]);
    }
  });
}

test('a page that stays on the screen would be noticed in its pictures', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await paint(page);
  const frames = await Frames.watch(page);
  for (let times = 0; times < 3; times += 1) await page.mouse.wheel(0, 50).then(() => page.waitForTimeout(60));
  expect((await frames.marked()).marked.length).toBeGreaterThan(1);
});

test('words, title and dialogs are gone in the very task of the tap', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  const left = await page.evaluate(() => {
    (document.querySelector('.exit') as HTMLElement).click();
    return { title: document.title, body: document.body, text: document.documentElement.innerText };
  });
  expect(left).toEqual({ title: t('calendar.title'), body: null, text: '' });
});

test('quick exit works while the page is still on its way', async ({ page, specimen }) => {
  const html = readFileSync(join(specimen.dir, 'bai-hoc/sp-1/index.html'), 'utf8');
  const half = html.slice(0, html.indexOf('<main') + 900);
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    // The lesson never comes to its end.
    if (request.url === '/bai-hoc/sp-1/') response.write(half);
    else if (request.url === '/nong-lich/') response.end(readFileSync(join(specimen.dir, 'nong-lich/index.html')));
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await page.goto(`${url}/bai-hoc/sp-1/`, { waitUntil: 'commit' });
  await exit(page).click({ noWaitAfter: true });
  await expect(page).toHaveURL(`${url}/nong-lich/`);
  server.closeAllConnections();
  server.close();
});

test('sound stops at once, however long the calendar takes to come', async ({ page, specimen }) => {
  const seconds = 5;
  const wav = Buffer.alloc(44 + 8000 * seconds, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 8000],
  ] as const)
    wav.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wav.writeUInt16LE(value, at);
  wav.write('data', 36);
  wav.writeUInt32LE(8000 * seconds, 40);
  await page.route('**/tieng.wav', (route) => route.fulfill({ body: wav, contentType: 'audio/wav' }));
  let open = () => {};
  const isOpen = new Promise<void>((done) => (open = done));
  await page.route('**/nong-lich/', (route) => isOpen.then(() => route.continue()));
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  const playing = await page.evaluate(async () => {
    const sound = Object.assign(document.createElement('audio'), { src: '/tieng.wav', loop: true });
    Object.assign(window, { sound });
    document.body.appendChild(sound);
    await sound.play();
    return !sound.paused;
  });
  expect(playing).toBe(true);
  const isQuiet = await page.evaluate(async () => {
    (document.querySelector('.exit') as HTMLElement).click();
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    return (window as unknown as { sound: HTMLAudioElement }).sound.paused;
  });
  expect(isQuiet).toBe(true);
  open();
});

test('back, back again, forward and reload never lead to anything that was read before leaving', async ({ page, specimen }) => {
  const seen: string[] = [];
  // Every frame that is drawn with words of a page on it tells which page.
  await page.exposeFunction('drawn', (path: string) => seen.push(path));
  await page.addInitScript(() => {
    const look = () => {
      const main = document.querySelector('main');
      if (main && main.getClientRects().length > 0 && getComputedStyle(document.documentElement).opacity !== '0') (window as unknown as { drawn(path: string): void }).drawn(location.pathname);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // Each page has really been on the screen before somebody goes on.
  await read(page, specimen, ['/bai-hoc/sp-1/', '/bai-hoc/sp-2/', '/trac-nghiem/sp-2/', '/bai-hoc/sp-3/'], (path) => expect.poll(() => seen).toContain(path));
  await exit(page).click();
  await page.waitForURL(calendar(specimen));
  seen.length = 0;
  for (const by of [-1, -1, -1, -1, 1, 1, 1, 1, -3, 2]) {
    await step(page, by);
    await expect(page).toHaveURL(calendar(specimen));
    await page.reload();
    await expect(page).toHaveURL(calendar(specimen));
    await expect(page).toHaveTitle(`${t('calendar.title')} – ${t('site.name')}`);
  }
  expect(new Set(seen)).toEqual(new Set(['/nong-lich/']));
});

test('without leaving, back and forward are what they always are', async ({ page, specimen }) => {
  await read(page, specimen, ['/bai-hoc/sp-1/', '/bai-hoc/sp-2/']);
  await step(page, -1);
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-1/`);
  await step(page, 1);
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-2/`);
});

test('whoever opens a lesson after leaving can read, reload and go back to it', async ({ page, specimen }) => {
  await read(page, specimen, ['/bai-hoc/sp-1/']);
  await exit(page).click();
  await page.waitForURL(calendar(specimen));
  await page.getByRole('link', { name: t('site.learn'), exact: true }).click();
  await page.waitForURL(`${specimen.url}/khoa-hoc/`);
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.getByRole('link', { name: 'từ mẫu' }).first().click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${specimen.url}/goi-giup/`);
  await step(page, -1);
  await expect(page).toHaveURL(/\/bai-hoc\/sp-1\//);
  // A second exit closes all that too.
  await exit(page).click();
  await page.waitForURL(calendar(specimen));
  for (let times = 0; times < 4; times += 1) {
    await step(page, -1);
    await expect(page).toHaveURL(calendar(specimen));
  }
});

test('a tab that comes back without its storage still knows from its history', async ({ page, specimen }) => {
  await read(page, specimen, ['/bai-hoc/sp-1/', '/bai-hoc/sp-2/']);
  await exit(page).click();
  await page.waitForURL(calendar(specimen));
  await page.evaluate(() => {
    sessionStorage.clear();
    window.name = '';
  });
  await page.reload();
  await step(page, -1);
  await expect(page).toHaveURL(calendar(specimen));
});

test('a page put by whole by the browser is blank while it lies there, and comes back as the calendar', async ({ page, specimen }) => {
  await read(page, specimen, ['/bai-hoc/sp-1/']);
  const root = () => page.evaluate(() => getComputedStyle(document.documentElement).opacity);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await root()).toBe('0');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  expect(await root()).toBe('1');
  await page.evaluate(() => {
    sessionStorage.nl = '0';
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page).toHaveURL(calendar(specimen));
});

test('where storage is blocked, leaving is as final', async ({ page, specimen }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  await read(page, specimen, ['/bai-hoc/sp-1/', '/bai-hoc/sp-2/']);
  await exit(page).click();
  await page.waitForURL(calendar(specimen));
  await step(page, -1);
  await expect(page).toHaveURL(calendar(specimen));
});

test('Shift three times leaves, and says how far it is', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  await page.keyboard.press('Shift');
  await expect(page.getByRole('status').filter({ hasText: t('site.exitMore', { count: 2 }) })).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page.getByRole('status').filter({ hasText: t('site.exitMore', { count: 1 }) })).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page).toHaveURL(calendar(specimen));
});

test('Esc three times leaves', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tu-kho/`);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
  await expect(page).toHaveURL(calendar(specimen));
});

test('writing capital letters does not lead away', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  for (const letter of 'HAIBA') await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press('Shift');
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-1/`);
});

test('holding Shift down does not lead away', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-1/`);
  for (let times = 0; times < 6; times += 1) await page.keyboard.down('Shift');
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(`${specimen.url}/bai-hoc/sp-1/`);
});
