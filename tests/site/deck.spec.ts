import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeDeckFile, makeLandingFile } from '../../src/build/deck-file.ts';
import { tt } from '../../src/strings/index.ts';
import { whatCovers } from '../support/screen.ts';
import { expect, type Site, t, test } from '../support/site.ts';

const walls = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];
const deck = '/tap-huan/k-s1/trinh-chieu/';
const shown = (page: Page) => page.locator('.slide.on');
const where = (page: Page) => page.locator('[data-part=where]');

/** Slides of the deck on the page. */
const count = (page: Page) => page.locator('.slide').count();
/** Waits until the script has taken the deck over. */
const ready = (page: Page) => expect(where(page)).not.toBeEmpty();

/** What is wrong with the slide on the wall: letters too small, words that do not fit, ink too pale. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const height = window.innerHeight;
    const found: string[] = [];
    const light = (colour: string) => {
      const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent?.trim();
      if (!element || !text) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width === 0 || box.right <= 0 || style.visibility === 'hidden') continue;
      if (Number.parseFloat(style.fontSize) < height * 0.05 - 0.01) found.push(`${text.slice(0, 30)}: ${style.fontSize} of ${height}`);
      if (box.right > window.innerWidth || box.bottom > height || box.top < 0) found.push(`${text.slice(0, 30)}: outside the wall`);
      const own = light(style.backgroundColor);
      const behind = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? ground : own;
      const ink = light(style.color);
      const contrast = (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
      if (contrast < 7) found.push(`${text.slice(0, 30)}: contrast ${contrast.toFixed(1)}`);
    }
    return found;
  });
}

/** The longest deck of a site. */
async function everySlide(page: Page, look: () => Promise<void>): Promise<void> {
  const all = await count(page);
  expect(all).toBeGreaterThan(10);
  for (let at = 1; at <= all; at += 1) {
    await expect(where(page)).toHaveText(`${at}/${all}`);
    await look();
    await page.keyboard.press('PageDown');
  }
}

for (const wall of walls) {
  for (const [world, path] of [
    ['specimen', deck],
    ['portal', '/tap-huan/k-a1/trinh-chieu/'],
  ] as const) {
    test(`every slide of the ${world} can be read from the last row at ${wall.width} × ${wall.height}`, async ({ page, sites }) => {
      test.setTimeout(180_000);
      await page.setViewportSize(wall);
      await page.goto(sites[world].url + path);
      await everySlide(page, async () => expect.soft(await faults(page), await shown(page).innerText()).toEqual([]));
    });
  }
}

test('letters too small for a wall, too pale or outside it are noticed', async ({ page, specimen }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(specimen.url + deck);
  await expect(where(page)).not.toBeEmpty();
  await page.evaluate(() => {
    const heading = document.querySelector('.slide.on h1') as HTMLElement;
    heading.style.fontSize = '20px';
    heading.style.color = '#999';
    heading.style.marginLeft = '95vw';
  });
  expect((await faults(page)).join('\n')).toMatch(/20px[\s\S]*contrast/);
  expect((await faults(page)).join('\n')).toContain('outside the wall');
});

test('keys and a clicker go through the slides, blank the wall and bring it back', async ({ page, specimen }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(specimen.url + deck);
  await ready(page);
  const all = await count(page);
  const steps: [key: string, at: number][] = [
    ['ArrowRight', 2],
    ['PageDown', 3],
    [' ', 4],
    ['PageUp', 3],
    ['ArrowLeft', 2],
    ['End', all],
    ['ArrowRight', all],
    ['Home', 1],
    ['ArrowLeft', 1],
  ];
  for (const [key, at] of steps) {
    await page.keyboard.press(key);
    await expect(where(page), key).toHaveText(`${at}/${all}`);
  }
  await page.keyboard.press('b');
  await expect(shown(page)).toBeHidden();
  expect(await whatCovers(page, 'a.exit')).toEqual([]);
  await page.keyboard.press('.');
  await expect(shown(page)).toBeVisible();
});

test('buttons come over the wall when the hand moves, not because a slide was drawn under a pointer that lies still', async ({ page, specimen }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(specimen.url + deck);
  await ready(page);
  const next = page.getByRole('button', { name: tt('deck.next') });
  const move = (x: number) => page.evaluate((at) => document.body.dispatchEvent(new PointerEvent('pointermove', { screenX: at, screenY: 300, bubbles: true })), x);
  await move(500);
  await move(500);
  await expect(next).toBeHidden();
  await move(520);
  await expect(next).toBeVisible();
  await expect(next).toBeHidden();
});

test('a wipe of the finger turns the slide on a phone, and nothing is smaller than a thumb', async ({ browser, specimen }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true });
  const page = await context.newPage();
  await page.goto(specimen.url + deck);
  await ready(page);
  const all = await count(page);
  await page.evaluate(() => {
    const root = document.querySelector('.deck') as HTMLElement;
    const touch = (x: number) => new Touch({ identifier: 1, target: root, clientX: x, clientY: 300 });
    root.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(300)], changedTouches: [touch(300)], bubbles: true }));
    root.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(100)], bubbles: true }));
  });
  await expect(where(page)).toHaveText(`2/${all}`);
  for (const button of await page.locator('.panel button, .panel a').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
  }
  await context.close();
});

test('the clock counts the minutes of a step and says when they are over', async ({ page, specimen }) => {
  await page.clock.install();
  await page.goto(specimen.url + deck);
  await page.clock.runFor(100);
  await ready(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-part=timer]')).toHaveText(tt('deck.timer', { spent: 0, minutes: 5 }));
  await page.clock.runFor(3 * 60_000 + 10_000);
  await expect(page.locator('[data-part=timer]')).toHaveText(tt('deck.timer', { spent: 3, minutes: 5 }));
  await page.clock.runFor(4 * 60_000);
  await expect(page.locator('[data-part=timer]')).toHaveText(tt('deck.over', { spent: 7, minutes: 5 }));
});

test('a second window shows the notes and the next slide, and leads too', async ({ page, specimen }) => {
  await page.goto(specimen.url + deck);
  await expect(where(page)).not.toBeEmpty();
  const [desk] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
  await page.keyboard.press('ArrowRight');
  await expect(desk.locator('[data-part=notes]')).toContainText('Chào bà con. Cần hỏi thì gọi 111.');
  await expect(desk.locator('[data-part=now]')).toHaveText(tt('deck.rules'));
  await expect(desk.locator('[data-part=next]')).toHaveText(tt('deck.rules'));
  await desk.getByRole('button', { name: tt('deck.next') }).click();
  await expect(where(page)).toHaveText(/^3\//);
  await expect(desk.getByRole('link', { name: t('site.exit') })).toBeVisible();
});

test('what a lesson rests on is in the notes, not on the wall', async ({ page, specimen }) => {
  await page.goto(specimen.url + deck);
  expect(await page.locator('.slide').allInnerTexts()).not.toContain('F1.1');
  expect((await page.locator('.notes li').allTextContents()).join('\n')).toContain('F1.1');
});

test('not a word of a lesson is missing on the wall', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/bai-hoc/sp-4/`);
  const told = await page.locator('.text .card p, .text .card li, .do p').evaluateAll((blocks) =>
    blocks.map((block) => {
      for (const small of block.querySelectorAll('small')) small.remove();
      return (block.textContent ?? '').replace(/\s+/g, ' ').trim();
    }),
  );
  await page.goto(specimen.url + deck);
  const wall = (await page.locator('.slide > div').evaluateAll((slides) => slides.map((slide) => slide.textContent).join(' '))).replace(/\s+/g, '');
  expect(told.length).toBeGreaterThan(6);
  for (const words of told) for (const sentence of words.split(/(?<=\.)\s/)) expect.soft(wall).toContain(sentence.replace(/\s+/g, ''));
});

test('a closed tab comes back to the slide it was on', async ({ page, specimen }) => {
  await page.goto(specimen.url + deck);
  await ready(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(where(page)).toHaveText(/^3\//);
  await page.reload();
  await expect(where(page)).toHaveText(/^3\//);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole deck is there to be scrolled, big enough, with its way out', async ({ page, specimen }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.goto(specimen.url + deck);
    const sizes = await page.locator('.slide p, .slide li').evaluateAll((all) => all.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    expect(Math.min(...sizes.filter((size) => size > 0))).toBeGreaterThanOrEqual(36);
    await expect(page.locator('.slide').last()).toBeVisible();
    await page.getByRole('link', { name: t('site.exit') }).click();
    await expect(page).toHaveURL(`${specimen.url}/nong-lich/`);
  });
});

/** The memory stick: the deck and what lies beside it, as `npm run export -- decks` writes them. */
function writeStick(site: Site, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const read = (path: string) => readFileSync(join(site.dir, path, 'index.html'), 'utf8');
  const asset = (kind: string, start: string) => readFileSync(join(site.dir, kind, readdirSync(join(site.dir, kind)).find((name) => name.startsWith(start)) ?? ''), 'utf8');
  const style = asset('css', 'tap-huan-');
  writeFileSync(join(folder, 'k-s1.html'), makeDeckFile(read(deck), { base: '', script: asset('js', 'deck-'), style, picture: (path) => readFileSync(join(site.dir, path)) }));
  writeFileSync(join(folder, 'nong-lich.html'), makeLandingFile(read('/nong-lich/'), '', style));
  writeFileSync(join(folder, 'ke-chuyen.html'), makeLandingFile(read('/tap-huan/ke-chuyen/'), '', style));
  return `file://${folder}/k-s1.html`;
}

test('from a memory stick the deck runs with keys and notes, asks for nothing, and its way out works', async ({ browser, specimen }, info) => {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const address = writeStick(specimen, info.outputPath('stick'));
  await page.goto(address);
  await page.keyboard.press('ArrowRight');
  await expect(where(page)).toHaveText(/^2\//);
  const [desk] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
  await page.keyboard.press('ArrowRight');
  await expect(desk.locator('[data-part=where]')).toHaveText(/^3\//);
  await desk.close();
  expect(asked.filter((url) => !url.startsWith('data:') && !url.startsWith(address))).toEqual([]);
  await page.getByRole('link', { name: t('site.exit') }).click();
  await expect(page.getByRole('heading', { name: t('calendar.title') })).toBeVisible();
  expect(errors).toEqual([]);
  await context.close();
});
