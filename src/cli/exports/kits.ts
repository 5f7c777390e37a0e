import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { trainerPaths } from '../../shared/trainer-paths.ts';
import { ensureBrowser } from '../browser.ts';
import { complain, say } from '../say.mjs';
import { basePath } from '../settings.ts';
import type { Export } from './export.ts';
import { readPdf } from './pdf.ts';
import { plansOfSite, withSite } from './site-folder.ts';

/** More than a trainer carries or a commune copies. */
const MOST_PAGES = 12;

/** The kits and posters as PDF, printed by Chromium from the pages themselves, so that what comes out is what the browser's own print dialogue gives. */
export const kits: Export = {
  about: 'bộ in của mọi kế hoạch và áp phích, dạng PDF (vào OUT_DIR/tai-ve/bo-in/)',
  async run(out) {
    const plans = plansOfSite(out);
    const executablePath = await ensureBrowser();
    if (!executablePath) return 1;
    const folder = join(out, 'tai-ve', 'bo-in');
    mkdirSync(folder, { recursive: true });
    const base = basePath().replace(/\/$/, '');
    const jobs = [...plans.map(({ id }) => ({ id, path: trainerPaths.kit(id), most: MOST_PAGES })), { id: 'ap-phich', path: trainerPaths.posters, most: 3 }];
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      return await withSite(out, async (origin) => {
        let faults = 0;
        for (const { id, path, most } of jobs) {
          const { bytes, complaints } = await print(browser, origin + base + path, most);
          writeFileSync(join(folder, `${id}.pdf`), bytes);
          faults += complaints.length;
          const { pages } = readPdf(bytes);
          if (complaints.length === 0) say(`${id}.pdf: ${pages} trang, ${Math.round(bytes.length / 1000)} KB`, `${id}.pdf: ${pages} pages`);
          else for (const complaint of complaints) complain(`${id}.pdf: ${complaint}`, `${id}.pdf is not fit to be handed out`);
        }
        return faults > 0 ? 1 : 0;
      });
    } finally {
      await browser.close();
    }
  },
};

async function print(browser: Browser, url: string, most: number): Promise<{ bytes: Buffer; complaints: string[] }> {
  const page = await browser.newPage({ javaScriptEnabled: true });
  await page.goto(url);
  const tooTall = await tooTallSheets(page);
  // Chromium draws the fonts of the machine; the policy of the page keeps everything else out.
  const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
  const { pages, isTagged, fontsOutside } = readPdf(bytes);
  const complaints = [
    ...tooTall.map((name) => `tờ “${name}” dài hơn một trang. Hãy viết ngắn lại.`),
    ...(pages > most ? [`có ${pages} trang, nhiều nhất ${most}. Hãy bớt chữ hoặc bớt tờ lật.`] : []),
    ...(isTagged ? [] : ['thiếu cấu trúc cho người nghe máy đọc.']),
    ...fontsOutside.map((font) => `chữ ${font} không nằm trong tệp.`),
  ];
  return { bytes, complaints };
}

/** Names of sheets that must fit on one page and do not. Measured as they are printed: at the width of the paper, in the print style. */
export async function tooTallSheets(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const names: string[] = [];
  for (const { selector, width, height } of [
    { selector: '.sheet[data-one]:not(.flip)', width: 184, height: 271 },
    { selector: '.sheet.flip', width: 271, height: 184 },
  ]) {
    await page.setViewportSize({ width: Math.round(millimetres(width)), height: 1000 });
    names.push(
      ...(await page.$$eval(
        selector,
        (sheets, most) => sheets.filter((sheet) => Math.max(sheet.getBoundingClientRect().height, sheet.scrollHeight) > most + 1 || sheet.scrollWidth > sheet.clientWidth + 1).map((sheet) => (sheet.textContent ?? '').trim().slice(0, 40)),
        millimetres(height),
      )),
    );
  }
  return names;
}

/** CSS pixels of a length. */
const millimetres = (length: number) => (length * 96) / 25.4;
