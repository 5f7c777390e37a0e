/** A part of a file: first and last byte, both included. */
export interface Part {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header.
 *
 * @param size the size of the file in bytes
 * @returns the part; 'whole' when there is no range we serve (several parts, another unit, nonsense: the standard says
 *   to ignore those); 'outside' when it lies behind the end (416)
 */
export function readRange(header: string | undefined, size: number): Part | 'whole' | 'outside' {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found || (found[1] === '' && found[2] === '')) return 'whole';
  const [first, last] = [found[1] ?? '', found[2] ?? ''];
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'outside';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
