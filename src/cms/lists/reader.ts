import { BROKEN } from '../model/broken.ts';
import { titleInStub } from './stub.ts';

/** Reads files; comes when the first file is read, since a list is made of titles that are already known. */
export type Reader = typeof import('../model/format.ts');

let reader: Reader | undefined;

/** Brings the reader. @throws {Error} in words when the line is dead */
export async function loadReader(): Promise<Reader> {
  try {
    reader ??= await import('../model/format.ts');
    return reader;
  } catch {
    throw new Error('Chưa tải được phần đọc bài. Kiểm tra mạng rồi thử lại.');
  }
}

/**
 * The values of a file, or of what stands for it in a list: a stub could not be saved, whatever happens.
 *
 * @param title the name of the field by which the entry is known in lists
 */
export function readAs(text: string, ending: 'yaml' | 'mdx', title: string): Record<string, unknown> {
  const stub = titleInStub(text);
  if (stub !== undefined) return { [title]: stub, [BROKEN]: text };
  if (!reader) throw new Error('A file came before its reader.');
  return reader.readEntry(text, ending);
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
