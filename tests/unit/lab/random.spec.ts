import { expect, test } from '@playwright/test';
import { between, pick, seeded } from '../../lab/random.ts';

test('a seed can be told to somebody else', () => {
  const numbers = (seed: number) => Array.from({ length: 20 }, seeded(seed));
  expect(numbers(42)).toEqual(numbers(42));
  expect(numbers(42)).not.toEqual(numbers(43));
  expect(seeded(1)().toFixed(6)).toBe('0.627074');
});

test('chance is fair enough, and stays between its ends', () => {
  const random = seeded(5);
  const rolls = Array.from({ length: 6000 }, () => between(random, 1, 6));
  for (let face = 1; face <= 6; face += 1) expect(rolls.filter((roll) => roll === face).length).toBeGreaterThan(850);
  expect(rolls.every((roll) => roll >= 1 && roll <= 6)).toBe(true);
  expect(() => pick(random, [])).toThrow('nothing');
});
