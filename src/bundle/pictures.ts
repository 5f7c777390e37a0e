import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { contentDir } from '../shared/settings.ts';
import { cleanDrawing } from './drawing.ts';

/** The widest a picture is ever drawn, in CSS pixels: a phone's column. One size, because every further one is paid for. */
const WIDTH = 320;

/** A picture ready for a page: files by name, and what the page has to say about them. */
export interface Picture {
  width: number;
  height: number;
  /** The file old browsers take (JPEG, PNG or SVG). */
  fallback: { name: string; type: string; bytes: Uint8Array };
  /** The small file for the rest; absent for drawings. */
  avif?: { name: string; bytes: Uint8Array };
}

const cache = new Map<string, Promise<Picture>>();

/** Names of the files in `content/media/`, none when the folder is not there. */
export function mediaFiles(): string[] {
  try {
    return readdirSync(join(contentDir(), 'media'))
      .filter((name) => /\.(svg|png|jpe?g|webp)$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * One picture of `content/media/`, shrunk to the column's width, without metadata (a photo carries where it was taken).
 * Throws, in an editor's words, when the file is not a picture or a drawing carries a script.
 */
export function picture(name: string): Promise<Picture> {
  const made = cache.get(name) ?? make(name);
  cache.set(name, made);
  return made;
}

async function make(name: string): Promise<Picture> {
  const bytes = readFileSync(join(contentDir(), 'media', name));
  try {
    const image = sharp(bytes).rotate();
    if (name.endsWith('.svg')) {
      const clean = Buffer.from(cleanDrawing(bytes.toString('utf8')));
      const { width, height } = await sharp(clean).metadata();
      return { width: WIDTH, height: Math.round((WIDTH * (height ?? 1)) / (width ?? 1)), fallback: { name: hashed(clean, 'svg'), type: 'image/svg+xml', bytes: clean } };
    }
    const small = image.resize({ width: WIDTH, withoutEnlargement: true });
    const jpeg = await small.clone().flatten({ background: '#fff' }).jpeg({ quality: 50, mozjpeg: true }).toBuffer({ resolveWithObject: true });
    const avif = await small.clone().avif({ quality: 35, effort: 6 }).toBuffer();
    return {
      width: jpeg.info.width,
      height: jpeg.info.height,
      fallback: { name: hashed(jpeg.data, 'jpg'), type: 'image/jpeg', bytes: jpeg.data },
      avif: { name: hashed(avif, 'avif'), bytes: avif },
    };
  } catch (error) {
    throw new Error(`media/${name}: không dùng được tệp hình này (${error instanceof Error ? error.message : error}). Hãy lưu lại thành .jpg hoặc .png rồi thử lại.`);
  }
}

/** A name from the bytes alone: what an editor called the file may say too much in a history or on a shared phone. */
const hashed = (bytes: Uint8Array, ending: string) => `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`;

/** The app's picture as a PNG of `size` × `size` pixels, with the margin that a round mask may cut away. */
export function appIcon(size: number): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path fill="#1d3468" d="M0 0h64v64H0z"/><path fill="#fdf6e6" d="M32 10l22 22-22 22L10 32z"/><path fill="#e2a72b" d="M32 18l14 14-14 14-14-14z"/><path fill="#a83a17" d="M32 26l6 6-6 6-6-6z"/></svg>`;
  return sharp(Buffer.from(drawing)).resize(size, size).png({ palette: true, colours: 8 }).toBuffer();
}
