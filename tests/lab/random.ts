/** A number from 0 (included) to 1 (not included). */
export type Random = () => number;

/** Chance that can be repeated: the same seed gives the same numbers on every machine (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both included. */
export const between = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

/** One of the given things. */
export function pick<T>(random: Random, things: readonly T[]): T {
  if (things.length === 0) throw new Error('There is nothing to pick from.');
  return things[between(random, 0, things.length - 1)] as T;
}
