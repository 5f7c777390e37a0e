import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../build/serve/index.ts';
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
 * @returns false after the reason has been told; true when the server is up (the process then stays alive for it)
 */
export async function serveSite(): Promise<boolean> {
  const dir = outDir();
  if (!existsSync(dir)) {
    complain(`Chưa có thư mục "${dir}": trang chưa được dựng lần nào. Hãy chạy: npm start`, `The folder "${dir}" does not exist: the site has not been built yet. Run: npm start`);
    return false;
  }
  const server = createSiteServer({ dir, base: basePath() });
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
