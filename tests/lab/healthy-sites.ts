import { Agent, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSiteServer } from '../../src/build/serve/index.ts';
import type { Answer } from './faults.ts';

/** Headers that belong to a connection and not to an answer. */
const HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

/** The project's own server, one for each folder that is asked for. */
export class HealthySites {
  readonly #base: string;
  readonly #servers = new Map<string, Promise<Server>>();
  readonly #agent = new Agent({ keepAlive: true });

  constructor(base: string) {
    this.#base = base;
  }

  /**
   * What the healthy site answers to a request.
   *
   * @param isPlain whether the whole body must come, uncompressed, whatever the client accepts or has
   */
  async ask(dir: string, request: IncomingMessage, isPlain: boolean): Promise<Answer> {
    const server = await this.#serverOf(dir);
    const headers = { ...request.headers };
    if (isPlain) for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since', 'range']) delete headers[name];
    const { port } = server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const asking = ask({ agent: this.#agent, host: '127.0.0.1', port, path: request.url, method: request.method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => {
          const kept = Object.entries(response.headers).filter(([name]) => !HOP.has(name));
          resolve({ status: response.statusCode ?? 500, headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])), body: Buffer.concat(parts) });
        });
      });
      asking.on('error', reject).end();
    });
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    for (const server of await Promise.all(this.#servers.values())) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  }

  #serverOf(dir: string): Promise<Server> {
    const known = this.#servers.get(dir);
    if (known) return known;
    const server = createSiteServer({ dir, base: this.#base });
    const started = new Promise<Server>((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
    this.#servers.set(dir, started);
    return started;
  }
}
