import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSiteServer, type SiteToServe } from '../../../../src/build/serve/index.ts';

/** What came back. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Serves a site for one test and gives a way to ask it; the path goes out exactly as written. */
export async function withSite(site: SiteToServe, use: (ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>) => Promise<void>): Promise<void> {
  const server = createSiteServer(site);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    await use((path, headers = {}, method = 'GET') => ask(server, path, headers, method));
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

function ask(server: Server, path: string, headers: Record<string, string>, method: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asking.on('error', reject).end();
  });
}
