import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Encoding, encode } from './encodings.ts';

/** A file as it is sent: what it weighs, what it is called to caches, and its bytes. */
export interface Body {
  bytes: Buffer;
  encoding: Encoding;
  /** Names the bytes, not the moment they were written: a rebuild that changes nothing costs a reader nothing. */
  etag: string;
}

/**
 * Keeps what was read and compressed for as long as the file on disk stays the same (its time and size). A request
 * that comes while the same work is under way waits for it instead of doing it again.
 */
export class FileStore {
  #kept = new Map<string, { stamp: string; body: Promise<Body> }>();

  /** @throws when the file cannot be read */
  async get(file: string, encoding: Encoding): Promise<Body> {
    const { mtimeMs, size } = await stat(file);
    const key = `${encoding} ${file}`;
    const stamp = `${mtimeMs} ${size}`;
    const kept = this.#kept.get(key);
    if (kept?.stamp === stamp) return kept.body;
    const body = encoding === 'identity' ? read(file) : this.#compress(file, encoding);
    this.#kept.set(key, { stamp, body });
    body.catch(() => this.#kept.delete(key));
    return body;
  }

  async #compress(file: string, encoding: Encoding): Promise<Body> {
    const plain = await this.get(file, 'identity');
    const bytes = await encode(plain.bytes, encoding);
    if (bytes.length >= plain.bytes.length) return plain;
    // The same page in other bytes: equal to a reader, not to somebody who resumes a download.
    return { bytes, encoding, etag: `W/${plain.etag}` };
  }
}

async function read(file: string): Promise<Body> {
  const bytes = await readFile(file);
  return { bytes, encoding: 'identity', etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
