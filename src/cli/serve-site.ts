import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteHandler } from '../build/serve/index.ts';
import { outDir } from '../shared/settings.ts';
import { complain, say } from './say.mjs';
import { basePath, port } from './settings.ts';

/** Finds out whether the port can be had, before a build makes somebody wait for nothing. */
export async function isPortFree(): Promise<boolean> {
  const probe = createServer();
  if (!(await listen(probe))) return false;
  await new Promise((done) => probe.close(done));
  return true;
}

/**
 * Serves OUT_DIR and tells where, and how to stop.
 *
 * @param first is asked before the site; it says whether it has answered
 * @returns false after the reason has been told; true when the server is up (the process then stays alive for it)
 */
export async function serveSite(first?: (request: IncomingMessage, response: ServerResponse) => boolean): Promise<boolean> {
  const dir = outDir();
  if (!existsSync(dir)) {
    complain(`Chưa có thư mục "${dir}": trang chưa được dựng lần nào. Hãy chạy: npm start`, `The folder "${dir}" does not exist: the site has not been built yet. Run: npm start`);
    return false;
  }
  const site = siteHandler({ dir, base: basePath() });
  const server = createServer((request, response) => first?.(request, response) || site(request, response));
  if (!(await listen(server))) return false;
  const url = `http://localhost:${(server.address() as AddressInfo).port}${basePath()}`;
  say(`\nSổ tay thôn bản đã mở ở:  ${url}`, `The site is ready at:     ${url}`);
  say('Muốn dừng, nhấn Ctrl-C.', 'To stop, press Ctrl-C.');
  return true;
}

/** HOST narrows down who can reach the server; by default a phone on the same Wi-Fi can. */
function listen(server: Server): Promise<boolean> {
  const wanted = port();
  return new Promise((resolve) => {
    server.once('error', (problem: NodeJS.ErrnoException) => {
      complainAboutPort(wanted, problem);
      resolve(false);
    });
    server.listen({ port: wanted, host: process.env.HOST || undefined }, () => resolve(true));
  });
}

function complainAboutPort(wanted: number, problem: NodeJS.ErrnoException): void {
  const other = wanted === 65_535 ? 4321 : wanted + 1;
  if (problem.code === 'EADDRINUSE') {
    complain(`Cổng ${wanted} đang có chương trình khác dùng. Hãy chọn cổng khác, ví dụ: PORT=${other} npm start`, `Port ${wanted} is used by another program. Choose another one, for example: PORT=${other} npm start`);
  } else {
    complain(`Không mở được cổng ${wanted} (${problem.code}). Hãy thử: PORT=${other} npm start`, `Port ${wanted} cannot be opened (${problem.code}). Try: PORT=${other} npm start`);
  }
}
