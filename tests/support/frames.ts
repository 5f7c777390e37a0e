import type { CDPSession, Page } from '@playwright/test';
import sharp from 'sharp';

/** A colour that no page of the site has: what is painted in it is recognised in any picture of the screen. */
const MARK = { css: '#ff00fe', rgb: [255, 0, 254] } as const;

/** Paints everything a page shows in the marking colour, so that a single pixel left of it can be found. */
export const paint = (page: Page): Promise<void> =>
  page.evaluate((colour) => {
    for (const element of [document.body, ...document.querySelectorAll<HTMLElement>('main, main *')]) element.style.background = element.style.color = colour;
  }, MARK.css);

/** Every picture that the screen shows from now on. */
export class Frames {
  readonly #cdp: CDPSession;
  #pictures: Buffer[] = [];

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async watch(page: Page): Promise<Frames> {
    const cdp = await page.context().newCDPSession(page);
    const frames = new Frames(cdp);
    cdp.on('Page.screencastFrame', ({ data, sessionId }) => {
      frames.#pictures.push(Buffer.from(data, 'base64'));
      cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await cdp.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    return frames;
  }

  /** Waits until the screen stands still, and begins to count from there. */
  async settle(): Promise<void> {
    for (let before = -1; before !== this.#pictures.length; ) {
      before = this.#pictures.length;
      await new Promise((done) => setTimeout(done, 250));
    }
    this.#pictures = [];
  }

  /** Waits for the first picture of what has changed; a busy machine draws late. */
  async changed(): Promise<void> {
    for (let tries = 0; tries < 100 && this.#pictures.length === 0; tries += 1) await new Promise((done) => setTimeout(done, 100));
  }

  /** How many pictures there have been, and in which of them (by number, from 0) something is painted in the marking colour. */
  async marked(): Promise<{ count: number; marked: number[] }> {
    await this.#cdp.send('Page.stopScreencast').catch(() => {});
    const found = await Promise.all(this.#pictures.map(isMarked));
    return { count: found.length, marked: found.flatMap((is, index) => (is ? [index] : [])) };
  }
}

/**
 * Leaves the page that is open by its way out, and looks at every picture that the screen shows from then on.
 *
 * @returns how many pictures there were, and which of them still show something of the page
 */
export async function leaveAndLook(page: Page, calendar: string): Promise<{ count: number; marked: number[] }> {
  await paint(page);
  const frames = await Frames.watch(page);
  await page.locator('.exit').hover();
  await frames.settle();
  await page.evaluate(() => (document.querySelector('.exit') as HTMLElement).click());
  await page.waitForURL(calendar);
  await frames.changed();
  await page.waitForTimeout(150);
  return frames.marked();
}

async function isMarked(picture: Buffer): Promise<boolean> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += info.channels) if (MARK.rgb.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 8)) return true;
  return false;
}
