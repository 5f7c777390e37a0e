import { expect, test } from '@playwright/test';
import { createFinder } from '../../../src/search/finder.ts';
import { createLibrary } from '../../../src/search/online.ts';
import { open, pack, type Shelf } from '../../../src/search/shelf.ts';
import { dealTexts } from '../../../src/search/texts.ts';
import { wordsOf } from '../../../src/search/words.ts';
import { brotli } from '../../support/bytes.ts';

const things = ['hộ chiếu', 'xe khách', 'chợ phiên', 'quả mận', 'con trâu', 'cái cuốc', 'bờ ao', 'lá cọ', 'nồi đồng', 'sân đình'];
/** So many made-up lessons, each with a word of its own. */
const lessons = (size: number) =>
  Array.from({ length: size }, (_, at) => ({ id: `/bai-hoc/x-${at}/`, title: `Bài ${things[at % 10]}`, body: `Người ta nói về ${things[(at * 7) % 10]} và ${things[(at * 3 + 1) % 10]} ở bản số ${1000 + at}.` }));

function library(entries: ReturnType<typeof lessons>) {
  const { shards, rows } = dealTexts(entries);
  const fetched: string[] = [];
  const made = createLibrary(shards.length, async (name) => {
    const text = name.startsWith('r') ? rows[Number(name.slice(1))] : shards[Number(name)];
    fetched.push(text ?? '');
    return JSON.parse(text ?? '');
  });
  return { ...made, fetched, shards, rows };
}

/** What these terms weigh together, text by text. */
function weights(shelf: Shelf, terms: string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const term of terms) shelf.walk(term, (place, weight) => sums.set(shelf.ids[place] ?? '', (sums.get(shelf.ids[place] ?? '') ?? 0) + weight));
  return sums;
}

test('the same texts give the same files, none of them large however many texts there are', () => {
  for (const size of [10, 2000]) {
    const { shards, rows } = dealTexts(lessons(size));
    expect(dealTexts(lessons(size))).toEqual({ shards, rows });
    for (const text of shards) expect(brotli(text)).toBeLessThanOrEqual(900);
    for (const text of rows) expect(brotli(text)).toBeLessThanOrEqual(450);
  }
});

test('what is fetched for a search weighs what the whole index does, text by text', async () => {
  const entries = lessons(12);
  const whole = open(pack(entries));
  for (const query of ['quả mận', 'chợ phiên', 'ho chieu', '1003', 'con trau 1008']) {
    const words = wordsOf(query);
    const terms = words.flatMap(({ folded }, at) => (at ? [`${words[at - 1]?.folded} ${folded}`, folded] : [folded]));
    const shelf = open((await library(entries).ask(terms))?.packed ?? pack([]));
    const [right, found] = [weights(whole, terms), weights(shelf, terms)];
    expect(found.size, query).toBeGreaterThan(0);
    expect(new Set(found.keys()), query).toEqual(new Set(right.keys()));
    for (const [ref, score] of found) expect(Math.abs(score - (right.get(ref) ?? 0)), `${query} in ${ref}`).toBeLessThan(0.06 * terms.length);
    for (const term of terms) expect(shelf.count(term), term).toBe(whole.count(term));
  }
});

test('a lesson that has the words only in its text is found among two thousand names, and is not taken for one that is here', async () => {
  const { ask, fetched } = library(lessons(2000));
  const finder = createFinder({ urgent: 'cứu', places: [], asked: [], rows: lessons(2000).map(({ id, title }) => [id, title, '']), shards: 0, common: '' });
  const query = 'bản số 2777';
  expect(finder.ask(query).hits.some(({ id }) => id === '/bai-hoc/x-1777/')).toBe(false);
  const shelf = await ask(finder.ask(query).seek);
  if (shelf) finder.put('', shelf.packed, shelf.entries);
  expect(finder.ask(query).hits[0]?.id).toBe('/bai-hoc/x-1777/');
  expect(finder.isFull('/bai-hoc/x-1777/')).toBe(false);
  expect(fetched.reduce((sum, text) => sum + brotli(text), 0)).toBeLessThanOrEqual(12 * 1024);
  expect(await ask(finder.ask(query).seek)).toBeUndefined();
});

test('a file that does not come does no harm, and is asked for again', async () => {
  const { shards, rows } = dealTexts(lessons(10));
  let isDown = true;
  const { ask } = createLibrary(shards.length, async (name) => {
    if (isDown) throw new Error(name);
    return JSON.parse((name.startsWith('r') ? rows[Number(name.slice(1))] : shards[Number(name)]) ?? '');
  });
  expect(await ask(['1003'])).toBeUndefined();
  isDown = false;
  expect((await ask(['1003']))?.packed.ids).toContain('/bai-hoc/x-3/');
});

test('nothing is asked for on behalf of somebody who may need help at once', () => {
  const place: [string, string, string, string, string] = ['111', 'Tổng đài', 'Khi cần.', '111', '111'];
  const finder = createFinder({ urgent: 'cứu|bị đánh', places: [place], asked: [], rows: [], shards: 0, common: '' });
  expect(finder.ask('bị đánh').seek).toEqual([]);
  expect(finder.ask('hộ chiếu').seek).toContain('ho chieu');
});
