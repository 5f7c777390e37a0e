import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { manners } from '../../src/cli/benches/search/perturb.ts';
import { rate } from '../../src/cli/benches/search/score.ts';
import { readOwn, readSite } from '../../src/cli/benches/search/sets.ts';
import { createFinder } from '../../src/search/finder.ts';
import type { Titles } from '../../src/search/titles.ts';
import { bodies } from '../support/build.ts';
import { brotli, KB } from '../support/bytes.ts';

const { out } = bodies.portal;
const weight = (folder: string, name: RegExp) => {
  const files = readdirSync(join(out, folder)).filter((file) => name.test(file));
  expect(files.length).toBeGreaterThan(0);
  return files.map((file) => brotli(readFileSync(join(out, folder, file), 'utf8')));
};
const sum = (weights: number[]) => weights.reduce((total, one) => total + one, 0);

const part = (number: number): string => {
  const [version] = (readdirSync(join(out, 'tim'))[0] ?? '').split('-');
  return readFileSync(join(out, 'tim', `${version}-${number}.json`), 'utf8');
};

for (const query of ['lua ban', 'viec nhe luong cao', 'bị bắt giữ hộ chiếu', 'goi so may', 'buôn người', 'xuat khau lao dong', 'gọi 111 nói gì', 'mua bans nguwowif']) {
  test(`a first search for “${query}” costs at most 12 KB, scripts and all`, () => {
    const scripts = sum(weight('js', /^search-/)) + sum(weight('js', /^tim-kiem-.*js$/));
    const titles = JSON.parse(part(0)) as Titles;
    const finder = createFinder(titles);
    let names = brotli(part(0));
    // As the searching thread does it: four shards a query, those that what came first asks for among them.
    for (let left = 4; left > 0 && finder.lacks(query).length > 0; ) {
      const shards = finder.lacks(query).slice(0, left);
      left -= shards.length;
      for (const shard of shards) {
        const text = part(shard + 1);
        names += brotli(text);
        finder.add(shard, JSON.parse(text));
      }
    }
    test.info().annotations.push({ type: 'first search', description: `${scripts} + ${names} bytes` });
    expect(scripts + names).toBeLessThanOrEqual(12 * KB);
  });
}

test('the names of everything, which every phone keeps, weigh at most 12 KB', () => {
  expect(sum(weight('js', /^tim-[0-9a-f]+\.json$/))).toBeLessThanOrEqual(12 * KB);
});

test('what feeds the search from kept pages weighs at most 2 KB', () => {
  expect(sum(weight('js', /^tim-bai-/))).toBeLessThanOrEqual(2 * KB);
});

const site = () => readSite(out);
for (const manner of ['asTyped', 'nfd', 'noTones', 'telex', 'vni'] as const) {
  test(`of our own queries ${manner} at least 95 in 100 have their answer among the first three`, () => {
    const { whole, ...rest } = site();
    const { queries } = readOwn({ whole, ...rest });
    expect(queries.length).toBeGreaterThanOrEqual(200);
    const { r3 } = rate(queries, (query) => whole.ask(manners[manner](query)).hits.map(({ id }) => id));
    expect(r3).toBeGreaterThanOrEqual(0.95);
  });
}
