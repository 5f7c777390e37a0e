import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, write } from './support/folders.ts';
import { withSite } from './support/requests.ts';

const page = '<p>Chào bà con thôn bản.</p>\n'.repeat(200);
const sound = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 256));

test('text travels compressed as the browser likes it', async ({ folder }) => {
  write(folder, { 'index.html': page });
  await withSite({ dir: folder }, async (ask) => {
    const brotli = await ask('/', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding', 'content-length': String(brotli.body.length) });
    expect(brotliDecompressSync(brotli.body).toString()).toBe(page);
    const gzip = await ask('/', { 'Accept-Encoding': 'gzip;q=1, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(page);
    const plain = await ask('/');
    expect(plain.headers).toMatchObject({ vary: 'Accept-Encoding' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(page);
  });
});

test('the 404 page travels compressed too', async ({ folder }) => {
  write(folder, { '404.html': page });
  await withSite({ dir: folder }, async (ask) => expect(await ask('/nothing', { 'Accept-Encoding': 'br' })).toMatchObject({ status: 404, headers: { 'content-encoding': 'br' } }));
});

test('sound, and text too short to gain, travel as they are', async ({ folder }) => {
  write(folder, { 'a.mp3': sound, 'a.txt': 'a' });
  await withSite({ dir: folder }, async (ask) => {
    for (const path of ['/a.mp3', '/a.txt']) expect((await ask(path, { 'Accept-Encoding': 'br' })).headers['content-encoding'], path).toBeUndefined();
  });
});

test('every kind of file says what it is', async ({ folder }) => {
  const types = {
    'a.html': 'text/html; charset=utf-8',
    'a.css': 'text/css; charset=utf-8',
    'a.js': 'text/javascript; charset=utf-8',
    'a.json': 'application/json; charset=utf-8',
    'a.svg': 'image/svg+xml; charset=utf-8',
    'a.webmanifest': 'application/manifest+json; charset=utf-8',
    'a.txt': 'text/plain; charset=utf-8',
    'a.xml': 'application/xml; charset=utf-8',
    'a.png': 'image/png',
    'a.jpg': 'image/jpeg',
    'a.webp': 'image/webp',
    'a.avif': 'image/avif',
    'a.woff2': 'font/woff2',
    'a.mp3': 'audio/mpeg',
    'a.pdf': 'application/pdf',
    'a.zzz': 'application/octet-stream',
  };
  write(folder, Object.fromEntries(Object.keys(types).map((name) => [name, 'x'])));
  await withSite({ dir: folder }, async (ask) => {
    for (const [name, type] of Object.entries(types)) expect((await ask(`/${name}`)).headers['content-type'], name).toBe(type);
  });
});

test('a browser that has the page gets no bytes, however it was compressed', async ({ folder }) => {
  write(folder, { 'index.html': page });
  await withSite({ dir: folder }, async (ask) => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers } = await ask('/', { 'Accept-Encoding': encoding });
      const again = await ask('/', { 'Accept-Encoding': encoding, 'If-None-Match': `"other", ${headers.etag}` });
      expect(again, encoding).toMatchObject({ status: 304, headers: { etag: headers.etag } });
      expect(again.body).toHaveLength(0);
    }
    expect(await ask('/', { 'If-None-Match': '"other"' })).toMatchObject({ status: 200 });
  });
});

test('a rebuild that changes nothing costs a reader nothing; a changed page is served at once', async ({ folder }) => {
  write(folder, { 'index.html': page });
  await withSite({ dir: folder }, async (ask) => {
    const { etag = '' } = (await ask('/')).headers;
    utimesSync(join(folder, 'index.html'), new Date(1), new Date(1));
    expect(await ask('/', { 'If-None-Match': etag })).toMatchObject({ status: 304 });
    write(folder, { 'index.html': 'mới' });
    expect(await ask('/', { 'If-None-Match': etag, 'Accept-Encoding': 'br' })).toMatchObject({ status: 200, body: Buffer.from('mới') });
  });
});

test('a part of a sound can be asked for', async ({ folder }) => {
  write(folder, { 'a.mp3': sound });
  await withSite({ dir: folder }, async (ask) => {
    expect((await ask('/a.mp3')).headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-length': '1000' });
    for (const [range, start, end] of [
      ['0-99', 0, 99],
      ['900-', 900, 999],
      ['-10', 990, 999],
      ['990-5000', 990, 999],
      ['-5000', 0, 999],
    ] as const) {
      const answer = await ask('/a.mp3', { Range: `bytes=${range}` });
      expect(answer, range).toMatchObject({ status: 206, headers: { 'content-range': `bytes ${start}-${end}/1000` } });
      expect(answer.body.equals(sound.subarray(start, end + 1)), range).toBe(true);
    }
  });
});

test('a part behind the end is refused, a part nobody understands is the whole', async ({ folder }) => {
  write(folder, { 'a.mp3': sound });
  await withSite({ dir: folder }, async (ask) => {
    for (const range of ['1000-', '-0']) expect(await ask('/a.mp3', { Range: `bytes=${range}` }), range).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */1000' } });
    for (const range of ['bytes=5-1', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=-', 'bytes=a-b']) expect(await ask('/a.mp3', { Range: range }), range).toMatchObject({ status: 200 });
  });
});

test('a download that is resumed after a change starts again', async ({ folder }) => {
  write(folder, { 'a.mp3': sound });
  await withSite({ dir: folder }, async (ask) => {
    const { etag = '' } = (await ask('/a.mp3')).headers;
    expect(await ask('/a.mp3', { Range: 'bytes=10-', 'If-Range': etag })).toMatchObject({ status: 206 });
    expect(await ask('/a.mp3', { Range: 'bytes=10-', 'If-Range': '"other"' })).toMatchObject({ status: 200 });
  });
});
