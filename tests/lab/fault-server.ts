import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, LOGIN_PATH, needsPlainBody, sendWith } from './faults.ts';
import { HealthySites } from './healthy-sites.ts';
import { seeded } from './random.ts';

/** When something goes wrong, and what. The first rule that fits a request is used. */
export interface Rule {
  /** A whole path with the base, or a pattern for it; without one, every path. */
  path?: string | RegExp;
  /** Which of the requests for such a path, counted from 1 since the rules were set: one, some, or a test. Without it, all. */
  nth?: number | number[] | ((n: number) => boolean);
  fault: Fault;
}

/** One request that came. */
export interface LogEntry {
  path: string;
  /** What was done to it; nothing when it was answered as it should be. */
  fault: Fault['kind'] | undefined;
  /** Bytes of the answer on the connection, headers included. */
  bytes: number;
  /** Whether the answer went out to its end. */
  isWhole: boolean;
}

/** A site whose server does what it is told, however bad. */
export interface FaultServer {
  port: number;
  /** Address without a trailing slash. */
  url: string;
  /** Every request, in the order in which they came. */
  readonly log: readonly LogEntry[];
  /** How many requests there were for such paths. */
  count(path: string | RegExp): number;
  forget(): void;
  /** New rules, counted from now on; none means a healthy server. */
  rules(...rules: Rule[]): void;
  /** Another folder from now on: a deploy. */
  swap(dir: string): void;
  /** Lets everything that hangs go on to its end. */
  release(): void;
  /** Breaks all open connections. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * Serves the finished site in `dir`, through the project's own server, with faults as the rules say. The same requests in the
 * same order meet the same faults.
 *
 * @param port 0 for any; one that was used before lets a test switch the server off and on
 * @param seed decides which byte is altered where a rule does not say
 */
export async function createFaultServer({ dir, base = '/', seed = 1, port = 0 }: { dir: string; base?: string; seed?: number; port?: number }): Promise<FaultServer> {
  const sites = new HealthySites(base);
  const random = seeded(seed);
  const log: LogEntry[] = [];
  let current = dir;
  let rules: { rule: Rule; seen: number }[] = [];
  let open = gate();

  const faultFor = (path: string): Fault | undefined => {
    let found: Fault | undefined;
    // Every rule counts every request that it could mean, also when an earlier one is used.
    for (const entry of rules) {
      if (!fits(entry.rule.path, path)) continue;
      entry.seen += 1;
      if (!found && isTurn(entry.rule.nth, entry.seen)) found = entry.rule.fault;
    }
    return found;
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/[?#].*/, '');
    const fault = path === LOGIN_PATH ? ({ kind: 'portal' } as const) : faultFor(path);
    const entry: LogEntry = { path, fault: fault?.kind, bytes: 0, isWhole: false };
    log.push(entry);
    const { socket } = request;
    const before = socket.bytesWritten;
    response.on('finish', () => (entry.isWhole = fault?.kind !== 'truncate'));
    response.on('close', () => (entry.bytes = Math.max(entry.bytes, socket.bytesWritten - before)));
    const answer = await sites.ask(fault?.kind === 'from' ? fault.dir : current, request, Boolean(fault && needsPlainBody(fault)));
    await sendWith(fault, answer, response, random, open.released);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  // Chromium leaves connections open; a server that is closed must not wait for them.
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const actual = (server.address() as AddressInfo).port;
  const reset = () => server.closeAllConnections();

  return {
    port: actual,
    url: `http://127.0.0.1:${actual}`,
    log,
    count: (path) => log.filter((entry) => fits(path, entry.path)).length,
    forget: () => void log.splice(0),
    rules(...next) {
      rules = next.map((rule) => ({ rule, seen: 0 }));
    },
    swap(next) {
      current = next;
    },
    release() {
      open.release();
      open = gate();
    },
    reset,
    async close() {
      const closed = new Promise((done) => server.close(done));
      reset();
      open.release();
      await closed;
      await sites.close();
    },
  };
}

const fits = (pattern: string | RegExp | undefined, path: string) => pattern === undefined || (typeof pattern === 'string' ? pattern === path : pattern.test(path));

function isTurn(nth: Rule['nth'], n: number): boolean {
  if (nth === undefined) return true;
  if (typeof nth === 'function') return nth(n);
  return Array.isArray(nth) ? nth.includes(n) : nth === n;
}

function gate(): { released: Promise<void>; release: () => void } {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  return { released, release };
}
