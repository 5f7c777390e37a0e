import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test';
import { leaveAndLook } from '../support/frames.ts';
import { RawBrowser } from '../support/raw-browser.ts';
import { expect, type Site, t, test } from '../support/site.ts';

/** A page of each sort that weighs on somebody, and the way to them. */
const sorts = ['/', '/bai-hoc/sp-1/', '/bai-hoc/sp-2/', '/trac-nghiem/sp-1/', '/goi-giup/', '/can-biet/', '/tim-kiem/', '/tap-huan/k-s1/trinh-chieu/'];

const calendar = (site: Site) => `${site.url}/nong-lich/`;

/** The whole browser, with windows: that is what people have. */
const windowed = (launchOptions: LaunchOptions): string => process.env.CHROMIUM_WINDOWED || launchOptions.executablePath || '/usr/bin/chromium';

/** A browser started with arguments of its own, where the ones that the tests' browser has would hide what is to be seen. */
async function withBrowser(launchOptions: LaunchOptions, { folder, args = [] }: { folder: string; args?: string[] }, work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    executablePath: windowed(launchOptions),
    args: [...(launchOptions.args ?? []), ...args],
    viewport: { width: 360, height: 640 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  try {
    await work(context);
  } finally {
    await context.close();
  }
}

test('installed, in a window of its own, no picture after quick exit shows anything of the page', async ({ specimen, launchOptions }, info) => {
  test.setTimeout(180_000);
  await withBrowser(launchOptions, { folder: info.outputPath('profile'), args: [`--app=${specimen.url}/`] }, async (context) => {
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.goto(`${specimen.url}/`);
    expect(await page.evaluate(() => matchMedia('(display-mode: browser)').matches)).toBe(false);
    for (const path of sorts) {
      await page.goto(specimen.url + path);
      const { count, marked } = await leaveAndLook(page, calendar(specimen));
      expect.soft(count, `${path}: pictures`).toBeGreaterThan(0);
      expect.soft(marked, `${path}: pictures of the page after leaving, of ${count}`).toEqual([]);
    }
  });
});

test('a browser that puts whole pages by does not bring a lesson back from there', async ({ specimen, launchOptions }, info) => {
  const browser = await RawBrowser.start(windowed(launchOptions), info.outputPath('profile'));
  const [lesson, help] = [`${specimen.url}/bai-hoc/sp-1/`, `${specimen.url}/goi-giup/`];
  const at = (url: string) => expect.poll(() => browser.say('document.readyState === "complete" && location.href'), { timeout: 15_000 }).toBe(url);
  try {
    await browser.open(lesson);
    await at(lesson);
    // The tab's own blank page lies before the lesson, or has been replaced by it: that depends on who was quicker.
    const before = Number(await browser.say('history.length')) - 1;
    await browser.say('window.isSame = true; document.querySelector("a.sos").click()');
    await at(help);
    // It does put pages by: back, without having left, comes the very same document.
    await browser.say('history.back()');
    await at(lesson);
    expect(await browser.say('window.isSame')).toBe(true);
    await browser.say('history.forward()');
    await at(help);

    await browser.say('document.querySelector(".exit").click()');
    await at(calendar(specimen));
    for (let times = 0; times < (before > 0 ? 1 : 3); times += 1) {
      await browser.say('history.back()');
      await new Promise((done) => setTimeout(done, 500));
      await at(calendar(specimen));
      expect(await browser.say('document.querySelector("h1").textContent')).toBe(t('calendar.title'));
      expect(await browser.say('window.isSame')).toBeUndefined();
    }
    if (before > 0) {
      await browser.say('history.back()');
      await at('about:blank');
    }
  } finally {
    await browser.close();
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the way out is a link, and when the calendar is there nothing of the page is left', async ({ page, specimen }) => {
    for (const path of sorts) {
      await page.goto(specimen.url + path);
      await page.getByRole('link', { name: t('site.exit') }).click();
      await page.waitForURL(calendar(specimen));
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(t('calendar.title'));
    }
  });
});
