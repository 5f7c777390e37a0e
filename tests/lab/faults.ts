import type { ServerResponse } from 'node:http';
import { between, type Random } from './random.ts';

/** An answer of the healthy site, before anything is done to it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What may go wrong with one answer. Bytes are counted in the body, uncompressed. */
export type Fault =
  /** The connection breaks: before the first header, or after so many bytes of the body. */
  | { kind: 'kill'; after?: number }
  /** An error page of the server's. */
  | { kind: 'status'; status: 404 | 410 | 429 | 500 | 502 | 503; retryAfter?: number }
  /** The connection ends in order, but too soon; `close` is an old proxy's answer, in which nothing tells that it is short. */
  | { kind: 'truncate'; as: 'content-length' | 'chunked' | 'close'; keep?: number }
  /** A hotel, an operator, a host without a 404 page: 200 and a page that is not ours. */
  | { kind: 'portal' }
  /** To the log-in page, or wherever `to` says. */
  | { kind: 'redirect'; to?: string; status?: 301 | 302 | 307 }
  /** The right bytes under a wrong name. */
  | { kind: 'mime'; type: string }
  /** The right bytes, said to be compressed. */
  | { kind: 'encoding'; encoding: 'br' | 'gzip' }
  /** One byte is another: the one at `at`, or any. */
  | { kind: 'alter'; at?: number }
  /** Nothing comes: before the first header, or after so many bytes. The server's `release` lets it go on. */
  | { kind: 'hang'; after?: number }
  /** A few bytes now and then. */
  | { kind: 'drip'; bytes: number; everyMs: number }
  /** The answer that another folder gives: an old copy on the way, one half of a deploy. */
  | { kind: 'from'; dir: string };

/** What a log-in page looks like to whoever asked for something else. */
export const PORTAL = '<!doctype html><html lang="vi"><head><title>Đăng nhập Wi-Fi</title></head><body><main id="noi-dung"><h1>Mời đăng nhập để dùng mạng</h1></main></body></html>';

/** Where a redirect leads to unless it says otherwise; the fault server answers it with {@link PORTAL}. */
export const LOGIN_PATH = '/dang-nhap-wifi';

/** Whether a fault counts bytes or changes them, so that it must be given the plain body. */
export const needsPlainBody = ({ kind }: Fault): boolean => !['status', 'portal', 'redirect', 'from'].includes(kind);

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };

/**
 * Sends an answer with a fault in it.
 *
 * @param released resolves when something that hangs shall go on
 */
export async function sendWith(fault: Fault | undefined, answer: Answer, response: ServerResponse, random: Random, released: Promise<void>): Promise<void> {
  const { status, headers, body } = answer;
  const half = Math.floor(body.length / 2);
  const whole = { ...headers, 'content-length': String(body.length) };
  switch (fault?.kind) {
    case undefined:
    case 'from':
      return send(response, status, headers, body);
    case 'status':
      return send(response, fault.status, { ...html, ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }) }, Buffer.from(`<h1>${fault.status}</h1>`));
    case 'portal':
      return send(response, 200, html, Buffer.from(PORTAL));
    case 'redirect':
      return send(response, fault.status ?? 302, { location: fault.to ?? LOGIN_PATH }, Buffer.alloc(0));
    case 'mime':
      return send(response, status, { ...headers, 'content-type': fault.type }, body);
    case 'encoding':
      return send(response, status, { ...headers, 'content-encoding': fault.encoding }, body);
    case 'alter': {
      const altered = Buffer.from(body);
      const at = fault.at ?? between(random, 0, Math.max(0, body.length - 1));
      altered[at] = (altered[at] ?? 0) ^ 1;
      return send(response, status, headers, altered);
    }
    case 'kill':
      if (fault.after !== undefined) await begin(response, status, whole, body.subarray(0, fault.after));
      return void response.socket?.resetAndDestroy();
    case 'truncate': {
      const kept = body.subarray(0, fault.keep ?? half);
      if (fault.as === 'close') return sendRaw(response, status, headers, kept);
      await begin(response, status, fault.as === 'chunked' ? { ...headers, 'transfer-encoding': 'chunked' } : whole, kept);
      return void response.socket?.end();
    }
    case 'hang':
      if (fault.after === undefined) {
        await released;
        return send(response, status, headers, body);
      }
      await begin(response, status, whole, body.subarray(0, fault.after));
      await released;
      return void response.end(body.subarray(fault.after));
    case 'drip':
      response.writeHead(status, whole).flushHeaders();
      for (let sent = 0; sent < body.length && !response.destroyed; sent += fault.bytes) {
        response.write(body.subarray(sent, sent + fault.bytes));
        await Promise.race([new Promise((next) => setTimeout(next, fault.everyMs)), released]);
      }
      return void response.end();
  }
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  // 304 has no body and must not say how long it is.
  response.writeHead(status, status === 304 ? headers : { ...headers, 'content-length': String(body.length) }).end(body);
}

/** The headers and the beginning of a body, all the way out before the promise resolves. */
function begin(response: ServerResponse, status: number, headers: Record<string, string>, start: Buffer): Promise<void> {
  response.writeHead(status, headers).flushHeaders();
  return new Promise((sent) => (start.length > 0 ? response.write(start, () => sent()) : setImmediate(sent)));
}

/** As HTTP/1.0 did: no length, and the end of the connection is the end of the body. */
function sendRaw(response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  const lines = Object.entries(headers)
    .filter(([name]) => !['content-length', 'transfer-encoding', 'connection'].includes(name))
    .map(([name, value]) => `${name}: ${value}\r\n`);
  response.socket?.end(Buffer.concat([Buffer.from(`HTTP/1.0 ${status} OK\r\n${lines.join('')}connection: close\r\n\r\n`, 'latin1'), body]));
}
