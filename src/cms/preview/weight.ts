import type { PreviewData } from './data.ts';
import { sheetsOf } from './screens.ts';

/** Bytes a second on 3G, after the seconds it takes to connect: the figures the site itself uses. */
const BYTES_A_SECOND = 50_000;
const SECONDS_TO_CONNECT = 1.6;

/**
 * What a page weighs on its way to a phone, in bytes: what is drawn, with the rest of a finished page of its kind,
 * compressed as servers do. @param html what is drawn
 */
export async function weighPage(kind: string, html: string, data: PreviewData): Promise<number> {
  const { html: rest = '', ratio = 1 } = data.shells[kind] ?? {};
  return Math.round((await gzipped(sheetsOf(kind, data) + rest + html)) * ratio);
}

/** What a picture weighs; drawings are compressed on their way, photographs are already. 0 when it cannot be fetched. */
export async function weighPicture(src: string): Promise<number> {
  try {
    const blob = await (await fetch(src)).blob();
    return blob.type.includes('svg') ? await gzipped(await blob.text()) : blob.size;
  } catch {
    return 0;
  }
}

async function gzipped(text: string): Promise<number> {
  if (!('CompressionStream' in globalThis)) return Math.ceil(text.length / 4);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

/** A weight in words: kilobytes, and seconds on 3G. */
export function inWords(page: number, pictures: number): string {
  const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1000));
  const seconds = (bytes: number) => Math.ceil(SECONDS_TO_CONNECT + bytes / BYTES_A_SECOND);
  const whole = `Trang nặng khoảng ${kilobytes(page)} KB, mạng 3G đọc được sau khoảng ${seconds(page)} giây`;
  return pictures > 0 ? `${whole}; hình thêm ${kilobytes(pictures)} KB, đủ hình sau khoảng ${seconds(page + pictures)} giây.` : `${whole}.`;
}
