import type { IncomingMessage, ServerResponse } from 'node:http';
import { deskContentDir, LOCAL_API } from '../settings.ts';
import { type DeskClone, openClone, Refusal } from './clone.ts';
import { type Action, type Answer, startDecapServer } from './decap-server.ts';
import { deskActions, refusePath } from './desk-actions.ts';
import { historyOf, textAt } from './history.ts';

/** What is being done about the last thing that was published; the desk shows it. */
export interface DeskStatus {
  state: 'idle' | 'building' | 'done' | 'failed';
  /** The commit that is, or is being, built. */
  commit?: string;
  /** Words for the editor when it failed. */
  message?: string;
}

/** The local back end, for a server that answers other paths too. */
export interface LocalDesk {
  /** Answers a request when it is for the desk. @returns whether it was */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Why the desk cannot save anything here, in words; undefined when it can. */
  trouble?: string;
}

const MOST_BYTES = 60_000_000;

/**
 * Makes the local back end. It answers only this machine, and only pages of its own origin: whoever reaches the site over
 * Wi-Fi can read it, not write it.
 *
 * @param base the site's base path @param rebuild builds the site anew and gives back words when that failed
 */
export async function openLocalDesk(base: string, rebuild: () => Promise<string | undefined>): Promise<LocalDesk> {
  let status: DeskStatus = { state: 'idle' };
  let building: Promise<void> = Promise.resolve();
  const onPublished = (commit: string) => {
    status = { state: 'building', commit };
    building = building.then(async () => {
      if (status.commit !== commit) return; // a newer one waits behind, and brings this along
      const message = await rebuild();
      if (status.commit === commit) status = message === undefined ? { state: 'done', commit } : { state: 'failed', commit, message };
    });
  };

  const contentDir = deskContentDir();
  let act: (action: Action) => Promise<Answer>;
  let clone: DeskClone | undefined;
  let trouble: string | undefined;
  try {
    clone = await openClone(process.cwd());
    act = deskActions({ clone, contentDir, send: await startDecapServer(clone.folder), onPublished });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    trouble = problem.message;
    act = () => Promise.reject(problem);
  }

  const prefix = `${base.replace(/\/+$/, '')}${LOCAL_API}`;
  return {
    ...(trouble && { trouble }),
    answer(request, response) {
      const path = (request.url ?? '').split('?')[0];
      if (!path?.startsWith(prefix)) return false;
      reply(request, path.slice(prefix.length), new URL(request.url ?? '', 'http://localhost').searchParams).then(
        (answer) => send(response, answer),
        (problem) => send(response, problem instanceof Refusal ? { status: problem.status, body: { error: problem.message } } : { status: 500, body: { error: `Máy chủ gặp lỗi: ${(problem as Error).message}` } }),
      );
      return true;
    },
  };

  async function reply(request: IncomingMessage, what: string, asked: URLSearchParams): Promise<Answer> {
    refuseStrangers(request);
    if (what === 'status' && request.method === 'GET') return { status: 200, body: status };
    if (clone && request.method === 'GET' && (what === 'history' || what === 'version')) {
      const path = asked.get('path') ?? '';
      if (path !== contentDir) refusePath(path, contentDir);
      return { status: 200, body: what === 'history' ? await historyOf(clone, path) : await textAt(clone, path, asked.get('commit') ?? '') };
    }
    if (what !== 'v1' || request.method !== 'POST') return { status: 404, body: { error: 'Không có gì ở đây.' } };
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return { status: 415, body: { error: 'Chỉ nhận JSON.' } };
    const body = (await readJson(request)) as Partial<Action>;
    if (typeof body.action !== 'string' || typeof (body.params ?? {}) !== 'object') return { status: 422, body: { error: 'Yêu cầu không đọc được.' } };
    return act({ action: body.action, params: body.params ?? {} });
  }
}

/** Another machine, another site in this browser, or a name that only pretends to be this machine. */
function refuseStrangers({ socket, headers }: IncomingMessage): void {
  const isHere = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  const host = headers.host ?? '';
  const isOwnName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  const site = headers['sec-fetch-site'];
  const isOwnPage = (headers.origin === undefined || headers.origin === `http://${host}`) && (site === undefined || site === 'same-origin' || site === 'none');
  if (!isHere || !isOwnName) throw new Refusal('Bàn biên tập này chỉ dùng được trên chính máy đang chạy “npm start”, ở địa chỉ http://localhost.', 403);
  if (!isOwnPage) throw new Refusal('Yêu cầu đến từ một trang khác.', 403);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Refusal('Tệp gửi lên lớn quá.', 413);
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    throw new Refusal('Yêu cầu không đọc được.', 400);
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  response.end(JSON.stringify(body));
}
