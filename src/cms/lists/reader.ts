/** Reads files; comes when the first file is read, since a list is made of titles that are already known. */
export type Reader = typeof import('../model/format.ts');

let reader: Reader | undefined;

/** The reader, when it is there. */
export const readerNow = (): Reader | undefined => reader;

/** Brings the reader. @throws {Error} in words when the line is dead */
export async function loadReader(): Promise<Reader> {
  try {
    reader ??= await import('../model/format.ts');
    return reader;
  } catch {
    throw new Error('Chưa tải được phần đọc bài. Kiểm tra mạng rồi thử lại.');
  }
}

type Method = (...given: unknown[]) => Promise<unknown>;
type Asked = 'getEntry' | 'entriesByFiles' | 'unpublishedEntryDataFile';
const asked: Asked[] = ['getEntry', 'entriesByFiles', 'unpublishedEntryDataFile'];

/** A back end that hands over no file before there is somebody to read it: Decap reads it in the same breath. */
export function withReader<T extends { prototype: Record<Asked, Method> }>(BackEnd: T): T {
  for (const name of asked) {
    const ask = BackEnd.prototype[name];
    BackEnd.prototype[name] = async function (...given) {
      const [answer] = await Promise.all([ask.apply(this, given), loadReader()]);
      return answer;
    };
  }
  return BackEnd;
}
