import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { createLink } from '../../../../tests/lab/link.ts';
import type { LinkProfile } from '../../../../tests/lab/profiles.ts';
import { outDir } from '../../../shared/settings.ts';
import type { Bench } from '../bench.ts';
import { openBrowser } from '../offline/measure.ts';
import { deskAddress, type Office, openForgeOffice, openOffice, WORK } from './offices.ts';

/** A commune's line and a phone four times slower than this machine; an office's line and computer. */
const machines: { name: string; cpu: number; profile: LinkProfile | 'instant'; width: number }[] = [
  { name: '1.6 Mbps, 400 ms, CPU ÷ 4', cpu: 4, profile: { down: 1600, up: 750, rtt: 400 }, width: 360 },
  { name: 'this machine', cpu: 1, profile: 'instant', width: 1280 },
];

/** Seconds since the address was entered, since the button was pressed, since the entry was chosen; bytes down until then. */
interface Visit {
  door: number;
  list: number;
  editor: number;
  bytes: number;
  /** The same list on a second visit, with everything kept that may be kept. */
  again: number;
}

/** How long an editor waits: to sign in, for the list of lessons, for a lesson; with the real content and with 500 lessons. */
export const desk: Bench = {
  about: 'the editors’ desk: seconds to sign in, to the list, to an open lesson, on a slow phone and here; the real content and 500 lessons',
  async measure() {
    if (!existsSync(join(outDir(), 'admin/index.html'))) throw new Error('Chưa có bàn biên tập để đo. Hãy chạy: npm run build\nThere is no desk to measure. Run: npm run build');
    const browser = await openBrowser();
    const figures: ({ content: string; machine: string } & Visit)[] = [];
    for (const content of ['real', '500'] as const) {
      const office = await openOffice(content);
      for (const machine of machines) figures.push({ content, machine: machine.name, ...(await visit(browser, office, machine)) });
      await office.close();
    }
    for (const machine of machines) {
      const office = await openForgeOffice('500', machine.profile);
      figures.push({ content: '500, at a forge', machine: machine.name, ...(await visit(browser, office, machine)) });
      await office.close();
    }
    await browser.close();
    rmSync(WORK, { recursive: true, force: true });
    const seconds = (value: number) => value.toFixed(1);
    const rows = figures.map((one) => [one.content, one.machine, seconds(one.door), seconds(one.list), seconds(one.editor), seconds(one.again), String(Math.round(one.bytes / 1000))]);
    return { rows: [['lessons', 'on', 'to sign in s', 'list s', 'open lesson s', 'again, list s', 'kB down'], ...rows], data: { bench: 'desk', figures } };
  },
};

async function visit(browser: Browser, { port, person }: Office, { cpu, profile, width }: (typeof machines)[number]): Promise<Visit> {
  const link = await createLink({ target: port, profile });
  const context = await browser.newContext({ viewport: { width, height: 640 }, locale: 'vi-VN' });
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const door = await timed(async () => {
    await page.goto(deskAddress(link.port), { waitUntil: 'commit', timeout: 120_000 });
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor({ timeout: 120_000 });
  });
  const list = await timed(() => signIn(page, person));
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ qua' }).click();
  const editor = await timed(async () => {
    await firstEntry(page).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).waitFor({ timeout: 120_000 });
    await page.locator('.cms-editor-visual').first().waitFor({ timeout: 120_000, state: 'attached' });
  });
  const bytes = link.counters.down;
  await page.close();
  const second = await context.newPage();
  await (await context.newCDPSession(second)).send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const again = await timed(async () => {
    await second.goto(deskAddress(link.port), { waitUntil: 'commit', timeout: 120_000 });
    await firstEntry(second).waitFor({ timeout: 120_000 });
  });
  await context.close();
  await link.close();
  return { door, list, editor, bytes, again };
}

const firstEntry = (page: Page) => page.locator('a[href*="/entries/"]').first();

async function signIn(page: Page, person?: string): Promise<void> {
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  if (person) await page.getByRole('link', { name: person }).click({ timeout: 120_000 });
  await firstEntry(page).waitFor({ timeout: 120_000, state: 'attached' });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
