import { brotliCompressSync, constants } from 'node:zlib';

/** What a text or file weighs on the wire from a good host: brotli at its best, in bytes. */
export function brotli(content: string | Uint8Array): number {
  const bytes = Buffer.from(content);
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}

/** A budget's unit: 1 KB is 1024 bytes. */
export const KB = 1024;

/** The middle of some numbers; between two it is their mean. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2;
}

/** Things that weigh more than their budget, each with its weight. */
export function overBudget(things: { name: string; content: string | Uint8Array }[], most: number): string[] {
  return things.flatMap(({ name, content }) => {
    const weight = brotli(content);
    return weight > most ? [`${name}: ${weight} bytes, ${weight - most} too many`] : [];
  });
}
