import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { contentType } from './content-type.ts';
import { chooseEncoding } from './encodings.ts';
import { type Body, FileStore } from './file-store.ts';
import { type HeaderRule, headersFor } from './headers-file.ts';
import { headersOfSite } from './headers-of-site.ts';
import { locate } from './locate.ts';
import { readRange } from './range.ts';

/** What is served, and where. */
export interface SiteToServe {
  /** The folder of the finished site. */
  dir: string;
  /** The path the site lives under; default `/`. */
  base?: string;
  /** Default: the site's own `_headers` file, read at the start and again when a rebuild has changed it. */
  headers?: HeaderRule[];
}

/**
 * Serves the finished site the way a good static host does: pages without `.html`, a real 404, compression, caching
 * by content, ranges, and the security headers the build has written down.
 */
export function createSiteServer(site: SiteToServe): Server {
  return createServer(siteHandler(site));
}

/** The same as a plain request handler, for a server that answers other paths too. */
export function siteHandler({ dir, base = '/', headers }: SiteToServe): RequestListener {
  const home = resolve(dir);
  const store = new FileStore();
  const rules = headers ? () => headers : headersOfSite(home);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendWords(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
    const place = await locate(request.url ?? '', home, base);
    if (place.kind === 'refused') return sendWords(response, 400, 'Bad request');
    // What is not there must not be kept under the rules of what should be there.
    const ruledBy = place.kind === 'missing' ? `/${base}/404.html`.replace(/\/+/g, '/') : place.path;
    for (const [name, value] of Object.entries(headersFor(ruledBy, rules()))) response.setHeader(name, value);
    if (place.kind === 'moved') return sendWords(response, 301, 'Moved', { Location: place.to });
    if (place.kind === 'file') return sendFile(request, response, place.file);
    return sendMissing(request, response);
  }

  async function sendFile(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
    const { headers: asked } = request;
    const { type, isText } = contentType(file);
    const body = await store.get(file, isText && !asked.range ? chooseEncoding(asked['accept-encoding']) : 'identity');
    response.setHeader('ETag', body.etag);
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
    if (isText) response.setHeader('Vary', 'Accept-Encoding');
    if (isKnown(asked['if-none-match'], body.etag)) return void response.writeHead(304).end();

    response.setHeader('Accept-Ranges', 'bytes');
    const size = body.bytes.length;
    const isSame = !asked['if-range'] || asked['if-range'] === body.etag;
    const part = body.encoding === 'identity' && isSame ? readRange(asked.range, size) : 'whole';
    if (part === 'outside') return sendWords(response, 416, 'Range not satisfiable', { 'Content-Range': `bytes */${size}` });
    if (part === 'whole') return send(response, 200, type, body);
    response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
    send(response, 206, type, { ...body, bytes: body.bytes.subarray(part.start, part.end + 1) });
  }

  async function sendMissing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = join(home, '404.html');
    const body = await store.get(page, chooseEncoding(request.headers['accept-encoding'])).catch(() => undefined);
    if (!body) return sendWords(response, 404, 'Not found');
    response.setHeader('Vary', 'Accept-Encoding');
    send(response, 404, contentType(page).type, body);
  }

  return (request, response) => {
    answer(request, response).catch((problem) => {
      // A rebuild may take a file away between finding and reading it.
      if (response.headersSent) response.destroy();
      else if ((problem as NodeJS.ErrnoException).code === 'ENOENT') sendWords(response, 404, 'Not found');
      else sendWords(response, 500, 'Server error');
    });
  };
}

/** Node itself leaves the body out when the request was HEAD. */
function send(response: ServerResponse, status: number, type: string, body: Body): void {
  if (body.encoding !== 'identity') response.setHeader('Content-Encoding', body.encoding);
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
  response.writeHead(status, { 'Content-Length': body.bytes.length });
  response.end(body.bytes);
}

function sendWords(response: ServerResponse, status: number, words: string, headers: Record<string, string> = {}): void {
  send(response.setHeaders(new Map(Object.entries(headers))), status, 'text/plain; charset=utf-8', { bytes: Buffer.from(`${words}\n`), encoding: 'identity', etag: '' });
}

/** Whether the client already has these bytes; weak and strong names of the same file count as equal. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const bare = (name: string) => name.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((name) => name.trim() === '*' || bare(name) === bare(etag));
}
