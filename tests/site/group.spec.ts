import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readCode } from '../../src/session/code.ts';
import { parseCsv } from '../../src/session/csv.ts';
import { tt } from '../../src/strings/index.ts';
import { sideways, smallTargets } from '../support/screen.ts';
import { expect, type Site, test } from '../support/site.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const choices = (page: Page) => page.locator('.choice');

async function open(page: Page, site: Site, people = 30): Promise<void> {
  await page.goto(`${site.url}/tap-huan/nhom/s1/`);
  await page.getByLabel(tt('group.people')).fill(String(people));
}

/** Counts one item: some hands at one choice, the rest at another. Gives back the taps. */
async function countItem(page: Page, [few, rest]: [number, number]): Promise<number> {
  await choices(page).nth(few).click();
  await page.getByRole('button', { name: new RegExp(`\\${tt('group.five')}$`) }).click();
  await choices(page).nth(rest).click();
  await page.getByRole('button', { name: new RegExp(`${tt('group.rest')}$`) }).click();
  return 4;
}

/** Asks a whole form. `right` says at which place most hands are. */
async function askAll(page: Page, moment: string, right: (item: number) => [number, number]): Promise<number> {
  let taps = 1;
  await page.getByRole('button', { name: new RegExp(`^${moment}`) }).click();
  for (let item = 0; ; item += 1) {
    taps += await countItem(page, right(item));
    if (await button(page, tt('group.reveal')).isVisible()) {
      await button(page, tt('group.reveal')).click();
      taps += 1;
    }
    taps += 1;
    const finish = button(page, tt('group.finish'));
    if (await finish.isVisible()) {
      await finish.click();
      return taps;
    }
    await button(page, tt('group.next')).click();
  }
}

/** Where the right choice of each item of the specimen's forms stands, and a wrong one. It is not always the same place. */
const knowing = placesIn('01 01 01 10 02 01 10 10');
const guessing = placesIn('10 10 12 01 20 10 02 01');

/** Reads pairs of places, one for each item. */
function placesIn(pairs: string): (item: number) => [number, number] {
  const all = pairs.split(' ').map((pair): [number, number] => [Number(pair[0]), Number(pair[1])]);
  return (item) => all[item] ?? [0, 1];
}

test('a trainer counts a whole session on one phone in flight mode, and reads out its code', async ({ browser, specimen }) => {
  // A context of its own: the worker's script is asked for in vain, which is what flight mode is.
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await open(page, specimen);
  await button(page, tt('group.before')).waitFor();
  await context.setOffline(true);
  const taps = (await askAll(page, tt('group.before'), guessing)) + 1;
  await expect(page.getByText(tt('result.only', { moment: tt('group.before') }))).toBeVisible();
  await button(page, tt('group.to')).click();
  const more = await askAll(page, tt('group.after'), knowing);
  // Ten items instead of eight, and two seconds for a tap in a noisy room: well within twelve minutes before and after together.
  expect(((taps + more) / 16) * 20 * 2).toBeLessThan(12 * 60);
  await expect(page.locator('.gain.all')).toContainText(tt('result.sure'));
  await expect(page.locator('.gain.all')).toContainText('Mức tăng');
  await page.getByLabel(tt('result.commune')).fill('14842');
  await expect(page.locator('.code strong')).not.toBeEmpty();
  const code = readCode((await page.locator('.code strong').innerText()) ?? '');
  expect(code).toMatchObject({ module: 's1', kind: 'after', commune: '14842', number: 1, peopleBefore: 30, peopleAfter: 30, items: 8 });
  // Six of thirty chose rightly before, twenty-four after. The item with two right choices counts by decisions: 6 + 0 + 0 of 90 before, 30 + 24 + 0 after. The form asks the four kinds twice.
  expect([code?.rightBefore, code?.rightAfter]).toEqual([2 * (6 * 3 + 2), 2 * (24 * 3 + 18)]);
  await context.close();
});

test('a tap too many is taken back, one by one', async ({ page, specimen }) => {
  await open(page, specimen);
  await button(page, tt('group.before')).click();
  await expect(button(page, tt('group.undo'))).toBeDisabled();
  await choices(page).nth(0).click();
  await choices(page).nth(0).click();
  await choices(page).nth(2).click();
  await expect(choices(page).nth(0).locator('strong')).toContainText('2');
  await expect(page.getByText(tt('group.left', { count: 27 }))).toBeVisible();
  await button(page, tt('group.undo')).click();
  await button(page, tt('group.undo')).click();
  await expect(choices(page).nth(0).locator('strong')).toContainText('1');
  await expect(choices(page).nth(2).locator('strong')).toContainText('0');
  await expect(page.getByText(tt('group.left', { count: 29 }))).toBeVisible();
});

test('a call, a closed tab, a flat battery: the session goes on where it was', async ({ page, context, specimen }) => {
  await open(page, specimen);
  await button(page, tt('group.before')).click();
  await countItem(page, [1, 0]);
  await button(page, tt('group.next')).click();
  await choices(page).nth(0).click();
  await page.close();
  const again = await context.newPage();
  await again.goto(`${specimen.url}/tap-huan/nhom/s1/`);
  await again.getByRole('button', { name: new RegExp(`^${tt('group.before')}`) }).click();
  await again.getByRole('button', { name: tt('group.back') }).click();
  await expect(choices(again).nth(0).locator('strong')).toContainText('1');
  await again.getByRole('button', { name: tt('group.back') }).click();
  await expect(choices(again).nth(0).locator('strong')).toContainText('24');
});

test('more hands than people are noticed', async ({ page, specimen }) => {
  await open(page, specimen, 6);
  await button(page, tt('group.before')).click();
  for (const place of [0, 1]) {
    await choices(page).nth(place).click();
    await page.getByRole('button', { name: new RegExp(`\\${tt('group.five')}$`) }).click();
  }
  await expect(page.getByText(tt('group.tooMany', { count: 6 }))).toBeVisible();
});

test('before the session no answer is given away, after it there is a picture and the reason', async ({ page, specimen }) => {
  await open(page, specimen);
  await button(page, tt('group.before')).click();
  await expect(button(page, tt('group.reveal'))).toHaveCount(0);
  await expect(page.locator('.asking')).not.toContainText('Thêm một người nghe');
  await expect(page.locator('[data-part=forms]')).toBeHidden();
  await button(page, tt('group.to')).click();
  await button(page, tt('group.after')).click();
  await countItem(page, [0, 1]);
  await button(page, tt('group.reveal')).click();
  await expect(page.locator('.answer.right')).toContainText('Thêm một người nghe là thêm một đôi tai.');
  await expect(page.locator('.answer.right')).toContainText(tt('group.hands', { count: 24 }));
  await expect(page.locator('.meter.full')).toHaveCount(1);
});

test('the second form is asked after the first, and the order can be swapped', async ({ page, specimen }) => {
  await open(page, specimen);
  await page.getByLabel(tt('group.swap')).check();
  await button(page, tt('group.before')).click();
  await expect(page.getByRole('heading', { name: /bộ B/ })).toBeVisible();
  await countItem(page, [0, 1]);
  await button(page, tt('group.next')).click();
  await page.reload();
  await button(page, tt('group.after')).click();
  await expect(page.getByRole('heading', { name: /bộ A/ })).toBeVisible();
});

test('a group of four gets no figures and no code', async ({ page, specimen }) => {
  await open(page, specimen, 4);
  const few = (item: number): [number, number] => knowing(item);
  await page.getByRole('button', { name: new RegExp(`^${tt('group.before')}`) }).click();
  for (const moment of ['before', 'after'] as const) {
    if (moment === 'after') await page.getByRole('button', { name: new RegExp(`^${tt('group.after')}`) }).click();
    for (let item = 0; item < 8; item += 1) {
      await choices(page).nth(few(item)[1]).click();
      if (await button(page, tt('group.reveal')).isVisible()) await button(page, tt('group.reveal')).click();
      await button(page, item < 7 ? tt('group.next') : tt('group.finish')).click();
    }
    if (moment === 'before') await button(page, tt('group.to')).click();
  }
  await expect(page.getByText(tt('result.few'))).toBeVisible();
  await expect(page.getByText(tt('result.noCode'))).toBeVisible();
  await expect(page.locator('.gain')).toHaveCount(0);
});

test('the table that is saved opens in Excel and hides groups under five', async ({ page, specimen }) => {
  await open(page, specimen);
  await page.getByText(tt('group.heads')).click();
  for (const [key, count] of Object.entries({ 'nu-1': 3, 'nu-2': 12, 'nam-2': 15 })) {
    await page.locator(`#${key}`).fill(String(count));
    await page.locator(`#${key}`).blur();
  }
  await askAll(page, tt('group.before'), guessing);
  await button(page, tt('group.to')).click();
  await askAll(page, tt('group.after'), knowing);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, tt('result.save')).click()]);
  expect(download.suggestedFilename()).toMatch(/^ket-qua-s1-\d{4}-\d\d-\d\d\.csv$/);
  const bytes = readFileSync(await download.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parseCsv(bytes.toString('utf8'));
  expect(rows[0]).toEqual(expect.arrayContaining(['Mã buổi', 'Mức tăng']));
  expect(rows.map((row) => row[5])).toEqual(['Dòng', 'tat-ca', 'sp-4', 'sp-5', 'nu-1', 'nu-2', 'nam-2']);
  expect(rows.slice(4).map((row) => row[7])).toEqual([tt('result.hidden'), tt('result.hidden'), '15']);
  expect(readCode(rows[1]?.[0] ?? '')?.peopleAfter).toBe(30);
});

test('another session begins only after a second tap, and nothing of the last one is left', async ({ page, specimen }) => {
  await open(page, specimen);
  await button(page, tt('group.before')).click();
  await countItem(page, [0, 1]);
  await button(page, tt('group.to')).click();
  await button(page, tt('group.restart')).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(1);
  await button(page, tt('group.yes')).click();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await expect(button(page, tt('group.result'))).toHaveCount(0);
});

test('on the smallest screens everything is reached by a thumb and nothing sticks out', async ({ page, specimen }) => {
  for (const width of [240, 360]) {
    await page.setViewportSize({ width, height: 640 });
    await open(page, specimen);
    expect.soft(await sideways(page), `home at ${width}`).toEqual([]);
    await button(page, tt('group.before')).click();
    expect.soft(await sideways(page), `item at ${width}`).toEqual([]);
    expect
      .soft(
        (await smallTargets(page, 44)).filter((complaint) => complaint.startsWith('button')),
        `item at ${width}`,
      )
      .toEqual([]);
    await button(page, tt('group.to')).click();
  }
});

test('a blocked storage is told before anything is counted for nothing', async ({ page, specimen }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await open(page, specimen);
  await button(page, tt('group.before')).click();
  await countItem(page, [0, 1]);
  await button(page, tt('group.to')).click();
  await expect(page.getByText(tt('group.notKept'))).toBeVisible();
});
