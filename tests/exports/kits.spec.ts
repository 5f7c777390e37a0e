import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tooTallSheets } from '../../src/cli/exports/kits.ts';
import { readPdf } from '../../src/cli/exports/pdf.ts';
import { bodies } from '../support/build.ts';
import { expect, test } from '../support/site.ts';

/** Runs `npm run export -- <what>` on a copy of a finished site. */
function exportFrom(out: string, what: string): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn('node_modules/.bin/node', ['src/cli/export.ts', what], { env: { ...process.env, OUT_DIR: out } });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

test('every kit is printed on at most twelve pages, tagged, with its letters inside', async ({}, info) => {
  test.setTimeout(180_000);
  const out = info.outputPath('site');
  cpSync(bodies.specimen.out, out, { recursive: true });
  const { code, output } = await exportFrom(out, 'kits');
  expect(code, output).toBe(0);
  for (const [name, most] of [
    ['k-s1.pdf', 12],
    ['ap-phich.pdf', 3],
  ] as const) {
    const facts = readPdf(readFileSync(join(out, 'tai-ve', 'bo-in', name)));
    expect.soft([facts.isTagged, facts.fontsOutside], name).toEqual([true, []]);
    expect.soft(facts.pages, name).toBeGreaterThan(1);
    expect.soft(facts.pages, name).toBeLessThanOrEqual(most);
  }
});

test('the slides come out as files for a memory stick, with where their way out leads beside them', async ({}, info) => {
  const out = info.outputPath('site');
  cpSync(bodies.specimen.out, out, { recursive: true });
  const { code, output } = await exportFrom(out, 'decks');
  expect(code, output).toBe(0);
  const file = readFileSync(join(out, 'tai-ve', 'trinh-chieu', 'k-s1.html'), 'utf8');
  expect(file).toContain('href="nong-lich.html"');
  expect(file.match(/(?:href|src)="\//g)).toBeNull();
  for (const name of ['nong-lich.html', 'ke-chuyen.html']) expect(readFileSync(join(out, 'tai-ve', 'trinh-chieu', name), 'utf8')).toContain('<h1>');
});

test('without a finished site the export says what to do', async () => {
  const { code, output } = await exportFrom('.cache/khong-co', 'kits');
  expect([code, output]).toEqual([1, expect.stringContaining('npm run build')]);
});

test('a sheet that has grown over its page is named', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/k-s1/bo-in/`);
  expect(await tooTallSheets(page)).toEqual([]);
  await page.evaluate(() => {
    const sheet = document.querySelector('.home-sheet') as HTMLElement;
    for (let line = 0; line < 80; line += 1) sheet.appendChild(document.createElement('p')).textContent = 'Một dòng nữa';
  });
  expect(await tooTallSheets(page)).toEqual([expect.stringContaining('Tờ mang về')]);
});

test('no table, card or question of a kit is cut by a page', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/k-s1/bo-in/`);
  await page.emulateMedia({ media: 'print' });
  const cuttable = await page.$$eval('.kit table, .kit .whole, .kit .cards > *, .kit .step', (parts) => parts.filter((part) => getComputedStyle(part).breakInside !== 'avoid').map((part) => part.className));
  expect(cuttable).toEqual([]);
});

test('flip pages are set in letters that are read from six metres', async ({ page, specimen }) => {
  await page.goto(`${specimen.url}/tap-huan/k-s1/bo-in/`);
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.$$eval('.flip p', (lines) => lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)));
  // Capitals are about 0.7 of the size: 96 pt give 24 mm, and 20 mm are what six metres ask for.
  expect(sizes.length).toBeGreaterThan(0);
  for (const size of sizes) expect((size / 96) * 25.4 * 0.7).toBeGreaterThanOrEqual(20);
});

test('a font whose letters are not in the file is noticed, and a page is counted once', () => {
  const made = '1 0 obj <</Type /Pages /Count 1>> endobj\n2 0 obj <</Type /Page>> endobj\n3 0 obj <</Type /Font /Subtype /TrueType /BaseFont /Arial /FontDescriptor 4 0 R>> endobj\n4 0 obj <</Type /FontDescriptor>> endobj';
  expect(readPdf(Buffer.from(made, 'latin1'))).toEqual({ pages: 1, isTagged: false, fontsOutside: ['Arial'] });
});
