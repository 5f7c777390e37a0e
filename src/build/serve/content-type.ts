import { extname } from 'node:path';

const text = (type: string) => ({ type: `${type}; charset=utf-8`, isText: true });
const binary = (type: string) => ({ type, isText: false });

const types: Record<string, { type: string; isText: boolean }> = {
  '.html': text('text/html'),
  '.css': text('text/css'),
  '.js': text('text/javascript'),
  '.mjs': text('text/javascript'),
  '.json': text('application/json'),
  '.map': text('application/json'),
  '.webmanifest': text('application/manifest+json'),
  '.txt': text('text/plain'),
  '.md': text('text/markdown'),
  '.csv': text('text/csv'),
  '.yaml': text('text/yaml'),
  '.yml': text('text/yaml'),
  '.vtt': text('text/vtt'),
  '.ics': text('text/calendar'),
  '.xml': text('application/xml'),
  '.svg': text('image/svg+xml'),
  '.png': binary('image/png'),
  '.jpg': binary('image/jpeg'),
  '.jpeg': binary('image/jpeg'),
  '.gif': binary('image/gif'),
  '.webp': binary('image/webp'),
  '.avif': binary('image/avif'),
  '.ico': binary('image/x-icon'),
  '.woff2': binary('font/woff2'),
  '.woff': binary('font/woff'),
  '.mp3': binary('audio/mpeg'),
  '.m4a': binary('audio/mp4'),
  '.ogg': binary('audio/ogg'),
  '.opus': binary('audio/ogg'),
  '.wav': binary('audio/wav'),
  '.mp4': binary('video/mp4'),
  '.webm': binary('video/webm'),
  '.pdf': binary('application/pdf'),
  '.zip': binary('application/zip'),
  '.gz': binary('application/gzip'),
  '.epub': binary('application/epub+zip'),
  '.zim': binary('application/x-zim'),
  '.wasm': binary('application/wasm'),
};

/**
 * What a file is, by the end of its name: its `Content-Type`, and whether it is text (worth compressing on the way).
 * An unknown ending is a download, never a page.
 */
export function contentType(path: string): { type: string; isText: boolean } {
  return types[extname(path).toLowerCase()] ?? binary('application/octet-stream');
}

/** The types by ending, for the settings of other servers. */
export const knownTypes = (): { ending: string; type: string; isText: boolean }[] => Object.entries(types).map(([ending, { type, isText }]) => ({ ending: ending.slice(1), type, isText }));
