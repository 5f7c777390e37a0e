import { expect, test } from '@playwright/test';
import { shuffledPlaces } from '../../../src/shared/shuffle.ts';

const seeds = Array.from({ length: 300 }, (_, number) => `a${number % 7}-${number}_q${number % 4}`);

test('an order question never shows the right order, and always all of it', () => {
  for (const count of [3, 4, 5, 6]) {
    const inOrder = Array.from({ length: count }, (_, place) => place);
    for (const seed of seeds) {
      const mixed = shuffledPlaces(count, seed);
      expect(mixed).not.toEqual(inOrder);
      expect([...mixed].sort()).toEqual(inOrder);
    }
  }
});

test('the same question is mixed the same way at every build, another one differently', () => {
  expect(shuffledPlaces(4, 'a4-1_q2')).toEqual(shuffledPlaces(4, 'a4-1_q2'));
  expect(new Set(seeds.map((seed) => shuffledPlaces(4, seed).join())).size).toBeGreaterThan(15);
});
