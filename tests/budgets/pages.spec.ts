import { expect, test } from '@playwright/test';
import { bodies } from '../support/build.ts';
import { brotli, KB, median, overBudget } from '../support/bytes.ts';
import { type Element, readPages, textOf } from '../support/html.ts';

/** The most that pages of a kind may weigh. The first pattern that fits a page's path counts. */
const budgets: [name: string, pattern: RegExp, most: number][] = [
  ['facts', /^\/can-cu\/$/, 32 * KB],
  ['calendar', /^\/nong-lich\/$/, 9.5 * KB],
  ['hard words', /^\/tu-kho\/$/, 9 * KB],
  // Everything there is, from A to Y: a browser's own search must find it.
  ['search', /^\/tim-kiem\/$/, 12 * KB],
  // Twelve questions, each with what it means and what to ask.
  ['offer check', /^\/kiem-tra-loi-moi\/$/, 9 * KB],
  // A lesson carries its quiz with a word for every choice; what it may weigh for its words is below.
  ['lessons', /^\/bai-hoc\//, 8.75 * KB],
  // Twelve scenes are read on one page; a lesson has one situation.
  ['stories', /^\/tinh-huong\/[^/]+\/$/, 10 * KB],
  ['slides', /^\/tap-huan\/[^/]+\/trinh-chieu\/$/, 22 * KB],
  ['kits', /^\/tap-huan\/[^/]+\/bo-in\/$/, 16 * KB],
  ['other pages of trainers', /^\/tap-huan\//, 13 * KB],
  ['every other page', /^\//, 8 * KB],
];

for (const [world, { out }] of Object.entries(bodies)) {
  const pages = () => readPages(out).map(({ path, html, elements }) => ({ name: path, content: html, elements }));

  for (const [name, pattern, most] of budgets) {
    test(`${name} of the ${world} weighs at most ${most / KB} KB on the wire`, () => {
      const kind = pages().filter((page) => budgets.find(([, other]) => other.test(page.name))?.[1] === pattern);
      expect(kind.length).toBeGreaterThan(0);
      expect(overBudget(kind, most)).toEqual([]);
    });
  }

  test(`a lesson of the ${world} weighs at most 8 KB for 650 words, and a middling one is told`, () => {
    const lessons = pages().filter((page) => page.name.startsWith('/bai-hoc/'));
    expect(lessons.length).toBeGreaterThan(0);
    const weights = lessons.map((page) => brotli(page.content));
    test.info().annotations.push({ type: 'median', description: `${median(weights)} bytes over ${lessons.length} lessons; the largest ${Math.max(...weights)}` });
    // Short lessons may weigh what the shell weighs.
    const allowance = (elements: Element[]) => 8 * KB * Math.max(1, words(elements) / 650);
    expect(lessons.flatMap((page) => overBudget([page], allowance(page.elements)))).toEqual([]);
  });

  test(`the style in any page of the ${world} weighs at most 3.2 KB`, () => {
    expect(overBudget(parts(pages(), 'style'), 3.2 * KB)).toEqual([]);
  });

  test(`the script in any page of the ${world} weighs at most 0.8 KB`, () => {
    expect(overBudget(parts(pages(), 'script'), 0.8 * KB)).toEqual([]);
  });
}

/** Words that a reader of the page reads, the quiz and what is said to each choice included. */
const words = (elements: Element[]) =>
  elements
    .filter(({ tagName }) => tagName === 'main')
    .map(textOf)
    .join(' ')
    .split(/\s+/).length;

/** All inline styles, or scripts, of each page together. */
function parts(pages: { name: string; elements: Element[] }[], tag: string) {
  return pages.map(({ name, elements }) => {
    const found = elements.filter(({ tagName }) => tagName === tag).map(textOf);
    expect(found.length, name).toBeGreaterThan(0);
    return { name, content: found.join('') };
  });
}

test('a page that has grown too big is named with its weight', () => {
  const noise = Array.from({ length: 9 * KB }, (_, index) => String.fromCharCode(33 + ((index * index * 7919) % 89))).join('');
  const big = [...noise].map((letter, index) => letter + ((index * 2654435761) % 97)).join('');
  expect(overBudget([{ name: '/x/', content: big }], 8 * KB)).toEqual([expect.stringMatching(/^\/x\/: \d+ bytes, \d+ too many$/)]);
});

test('a page just inside its budget passes, one byte above does not', () => {
  const page = { name: '/x/', content: 'sổ tay thôn bản '.repeat(50) };
  const weight = brotli(page.content);
  expect(overBudget([page], weight)).toEqual([]);
  expect(overBudget([page], weight - 1)).toHaveLength(1);
});

test('the middle of some weights is found', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});
