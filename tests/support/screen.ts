import type { Page } from '@playwright/test';

/** A control that is smaller than a thumb, or something that stands in the way: said for the person who mends it. */
export type Complaint = string;

/** Sets the size of the screen, in CSS pixels. Heights are those of the cheap phones and the laptop we care about. */
export const screens = [
  { width: 240, height: 400 },
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

/** How far the page can be pushed sideways, and by what. Empty when it cannot. */
export function sideways(page: Page): Promise<Complaint[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const room = root.clientWidth;
    if (root.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > room + 0.5);
    return [
      `${root.scrollWidth} px of page on ${room} px of screen: ${wide
        .slice(0, 3)
        .map((element) => element.outerHTML.slice(0, 80))
        .join(' | ')}`,
    ];
  });
}

/**
 * Links, buttons and fields that are smaller than `least` CSS pixels in a direction. A link inside a sentence is as tall as
 * its line and may be; one that stands alone must fit a thumb. A field counts with its label.
 */
export function smallTargets(page: Page, least: number): Promise<Complaint[]> {
  return page.evaluate((least) => {
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, label')];
    return targets.flatMap((target) => {
      const { width, height, right } = target.getBoundingClientRect();
      const isShown = width > 0 && right > 0;
      const isInSentence = getComputedStyle(target).display === 'inline';
      if (!isShown || isInSentence || (width >= least - 0.5 && height >= least - 0.5)) return [];
      return [`${target.tagName.toLowerCase()}.${target.className} “${(target.textContent ?? '').trim().slice(0, 30)}”: ${width.toFixed(1)} × ${height.toFixed(1)}`];
    });
  }, least);
}

/** What lies over the middle of the first element that matches, at the present scroll position; nothing when it is free. */
export function whatCovers(page: Page, selector: string): Promise<Complaint[]> {
  return page.evaluate((selector) => {
    const target = document.querySelector(selector);
    if (!target) return [`there is no ${selector}`];
    const { left, top, width, height } = target.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    if (hit && (hit === target || target.contains(hit))) return [];
    return [`${selector} at ${Math.round(left)},${Math.round(top)} is under ${hit ? hit.outerHTML.slice(0, 60) : 'the edge of the screen'}`];
  }, selector);
}

/** Scrolls to a share of the way, from 0 (top) to 1 (bottom). */
export function scrollTo(page: Page, share: number): Promise<void> {
  return page.evaluate((share) => {
    const root = document.documentElement;
    window.scrollTo(0, (root.scrollHeight - root.clientHeight) * share);
  }, share);
}

/** Opens everything that can be unfolded. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
