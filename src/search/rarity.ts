/** How much a word tells when `count` of `size` have it: lunr's own formula. */
export const rarity = (count: number, size: number): number => Math.log(1 + Math.abs((size - count + 0.5) / (count + 0.5)));
