/**
 * The things of an order question in a mixed order: the same at every build (it hangs on `seed` alone) and never the
 * right one. Gives back places: `[2, 0, 1]` puts the third thing first.
 */
export function shuffledPlaces(count: number, seed: string): number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  const mixed = places
    .map((place) => ({ place, key: hash(`${seed} ${place}`) }))
    .sort((a, b) => a.key - b.key)
    .map(({ place }) => place);
  const isRightOrder = mixed.every((place, index) => place === index);
  return isRightOrder ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/** FNV-1a, 32 bits, with a last stir so that seeds differing in one letter are far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}
