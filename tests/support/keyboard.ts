import type { Page } from '@playwright/test';

/** What has the keyboard at this moment. */
export interface Stop {
  /** Its words: a link's text, a field's label. */
  name: string;
  /** It looks different from the same thing without the keyboard: an outline or a ring. */
  isVisible: boolean;
  /** Its middle is on the screen and nothing lies over it. */
  isFree: boolean;
}

/** Describes the focused element; nothing when the page itself has the keyboard. */
export function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(async () => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const ring = () => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      return `${outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`} ${boxShadow === 'none' ? '' : boxShadow}`;
    };
    const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
    const isFree = () => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return !!hit && (element.contains(hit) || hit.contains(element) || hit === label);
    };
    // A busy browser scrolls to what has the keyboard a few frames later.
    for (let frames = 0; frames < 30 && !isFree(); frames += 1) await new Promise(requestAnimationFrame);
    const withKeyboard = ring();
    element.blur();
    const without = ring();
    element.focus({ preventScroll: true });
    return {
      name: (label ?? element).textContent?.replace(/\s+/g, ' ').trim() ?? '',
      isVisible: withKeyboard.trim() !== '' && withKeyboard !== without,
      isFree: isFree(),
    };
  });
}

/** Presses Tab until something with these words has the keyboard. Fails when the end of the page comes first. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) return;
    passed.push(stop?.name ?? '–');
  }
  throw new Error(`Tab never reaches ${name}; it passes: ${[...new Set(passed)].join(' | ')}`);
}

/** Every stop of the Tab key from the top of the page to its end, in order. */
export async function allStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 1500; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('Tab never comes to the end of the page');
}
