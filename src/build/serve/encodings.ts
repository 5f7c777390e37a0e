import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How a text file may travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** From the larger to the smaller result. */
const compressions: Encoding[] = ['gzip', 'br'];
/** Above this size the best brotli takes longer than a reader should wait. */
const brotliBestUpTo = 200_000;

/** Chooses the encoding a client likes best; between equals, the smallest. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  const liked = new Map<string, number>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    liked.set(name, q ? Number(q.slice(2)) || 0 : 1);
  }
  const worth = (encoding: Encoding) => liked.get(encoding) ?? (encoding === 'identity' ? 0 : (liked.get('*') ?? 0));
  return compressions.reduce<Encoding>((best, next) => (worth(next) > 0 && worth(next) >= worth(best) ? next : best), 'identity');
}

/** Compresses as a good host would do it once, ahead of time. */
export async function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body, { level: 9 });
  if (encoding === 'identity') return body;
  const quality = body.length < brotliBestUpTo ? 11 : 5;
  return promisify(brotliCompress)(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  });
}
