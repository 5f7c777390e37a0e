import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

/** One of decap-server's actions, as the desk sends it. */
export interface Action {
  action: string;
  params: Record<string, unknown>;
}

/** What decap-server answered. */
export interface Answer {
  status: number;
  body: unknown;
}

interface ExpressApp extends RequestListener {
  post(path: string, ...handlers: unknown[]): void;
}

/**
 * Starts decap-server in git mode over a clone. It listens on this machine only, on a port the system chooses, and
 * answers nobody but the caller: each request carries a word that nobody else knows.
 */
export async function startDecapServer(clone: string): Promise<(action: Action) => Promise<Answer>> {
  const require = createRequire(import.meta.url);
  const express = require('express') as () => ExpressApp;
  const { registerLocalGit } = require('decap-server/dist/middlewares') as { registerLocalGit(app: ExpressApp, options: { logLevel: string }): Promise<void> };
  const app = express();
  process.env.GIT_REPO_DIRECTORY = resolve(clone);
  await registerLocalGit(app, { logLevel: process.env.DEBUG ? 'debug' : 'error' });

  const word = crypto.randomUUID();
  const server = createServer((request, response) => {
    if (request.headers['x-desk'] === word) app(request, response);
    else response.writeHead(403).end();
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  server.unref();
  const { port } = server.address() as AddressInfo;

  return async (action) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-desk': word }, body: JSON.stringify(action) });
    return { status: response.status, body: await response.json() };
  };
}
