import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';

/**
 * A page with the same words as a finished lesson, as somebody would write it by hand who cares for nothing but bytes: headings,
 * paragraphs, a few lines of style, no script, no navigation.
 */
export function controlPage(lesson: string): string {
  const html = readFileSync(lesson, 'utf8');
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  const plain = main
    .replace(/<(svg|picture|form hidden)\b[^]*?<\/\1>/g, '')
    .replace(/<(\/?)(section|article|form|fieldset|legend|div|label|b|small|span|strong|i|nav)\b[^>]*>/g, (_, end: string, name: string) => (/section|article|fieldset|legend|div|form/.test(name) ? `<${end}p>` : ''))
    .replace(/<input[^>]*>|<button[^>]*>.*?<\/button>/g, '')
    .replace(/<(\w+)[^>]*>/g, (tag, name: string) => (name === 'a' ? (/href="[^"]*"/.exec(tag) ? `<a ${/href="[^"]*"/.exec(tag)?.[0]}>` : '<a>') : `<${name}>`))
    .replace(/(?:<\/?p>\s*)+/g, '<p>');
  const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>body{font:1.1em/1.6 sans-serif;max-width:40em;margin:1em auto;padding:0 1em}</style>${plain}</html>`;
}

/** Serves one page, compressed, at every address. */
export async function serveOne(html: string): Promise<{ port: number; close: () => Promise<void>; bytes: number }> {
  const body = brotliCompressSync(html);
  const server: Server = createServer((request, response) => {
    if (/favicon/.test(request.url ?? '')) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'content-length': String(body.length) }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close, bytes: body.length };
}
