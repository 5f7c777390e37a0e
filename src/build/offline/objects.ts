import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { pieceName } from '../../shared/offline.ts';

/** An object's name: the first 128 bits of SHA-256 of its bytes, in hex. The worker computes the same. */
export const idOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** About what some text costs on the wire: brotli at a host's usual level. */
export const wireBytes = (text: string): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

/**
 * The folder of objects (`/goi/`). Text, so that every host compresses them; `.txt` for a body, `.json` for the rest,
 * because a host may know no other endings.
 */
export class ObjectFolder {
  readonly #folder: string;
  #count = 0;

  constructor(out: string) {
    this.#folder = join(out, 'goi');
    mkdirSync(this.#folder, { recursive: true });
  }

  /** How many objects were written. */
  get count(): number {
    return this.#count;
  }

  /** Writes an object and gives back its id. */
  putJson(value: unknown): string {
    return this.#put(JSON.stringify(value), 'json');
  }

  /** Writes a body of a page and gives back its id. */
  putText(text: string): string {
    return this.#put(text, 'txt');
  }

  /** Writes a piece of a body and gives back its name. */
  putPiece(text: string): string {
    return this.#put(text, 'txt', pieceName);
  }

  /** Writes the one file that is not an object: it is asked for afresh. */
  putRoot(value: unknown): void {
    writeFileSync(join(this.#folder, 'moi.json'), JSON.stringify(value));
  }

  #put(text: string, ending: string, nameOf = (id: string) => id): string {
    const id = nameOf(idOf(text));
    writeFileSync(join(this.#folder, `${id}.${ending}`), text);
    this.#count += 1;
    return id;
  }
}
