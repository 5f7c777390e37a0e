import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { onTheWire } from '../../lab/bottleneck.ts';
import { createLink, type Link } from '../../lab/link.ts';
import { profiles } from '../../lab/profiles.ts';
import { transferMs } from '../../lab/transfer-time.ts';

const QUESTION = 'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';

interface Seen {
  bytes: number;
  ms: number;
  /** How the connection ended. */
  how: 'end' | 'broken';
}

/** Asks as plainly as can be, so that every byte is known. */
function fetchPlain(port: number): { seen: Promise<Seen>; destroy: () => void } {
  const start = performance.now();
  let bytes = 0;
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const seen = new Promise<Seen>((done) => {
    const told = (how: Seen['how']) => done({ bytes, ms: performance.now() - start, how });
    socket.on('data', (data) => (bytes += data.length));
    socket.on('end', () => told('end'));
    socket.on('error', () => told('broken'));
  });
  socket.write(QUESTION);
  return { seen, destroy: () => socket.destroy() };
}

async function withSite(length: number, use: (port: number, answer: number) => Promise<void>): Promise<void> {
  const body = Buffer.alloc(length, 'x');
  const server: Server = createServer((_, response) => response.writeHead(200, { 'content-length': length, date: '' }).end(body));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  try {
    const { bytes } = await fetchPlain(port).seen;
    await use(port, bytes);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

async function withLink(options: Parameters<typeof createLink>[0], use: (link: Link) => Promise<void>): Promise<void> {
  const link = await createLink(options);
  try {
    await use(link);
  } finally {
    await link.close();
  }
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/*
 * The only place in the tests where time is measured. It says nothing about how fast the site is: it asks whether the instrument
 * with which we measure elsewhere tells the truth. The rules are proved to the last digit on a toy clock (pipe.spec.ts); this is for
 * what a toy clock cannot show, real sockets and real timers. A busy machine can only be late, so the median of several
 * runs is taken, and up to three times, before the instrument is blamed.
 */
test.describe('a known payload takes as long over the link as the formula says', () => {
  test.describe.configure({ mode: 'serial' });
  for (const [name, length] of [
    ['crawl', 6_000],
    ['edge', 20_000],
    ['slow4g', 120_000],
  ] as const) {
    test(name, async () => {
      const profile = profiles[name];
      await withSite(length, async (target, answer) => {
        const expected = transferMs(profile, QUESTION.length, answer);
        let off = Number.NaN;
        for (let round = 0; round < 3; round += 1) {
          const times: number[] = [];
          for (let run = 0; run < 3; run += 1) await withLink({ target, profile }, async (link) => times.push((await fetchPlain(link.port).seen).ms) as unknown as void);
          off = median(times) / expected - 1;
          if (Math.abs(off) <= 0.04) break;
        }
        expect(Math.abs(off), `the median is ${(off * 100).toFixed(1)} % off ${expected.toFixed(0)} ms`).toBeLessThanOrEqual(0.04);
      });
    });
  }
});

test('the counters say what crossed the line, headers and all', async () => {
  await withSite(50_000, (target, answer) =>
    withLink({ target, profile: 'instant' }, async (link) => {
      expect(await fetchPlain(link.port).seen).toMatchObject({ bytes: answer, how: 'end' });
      // Segments are cut as the bytes come in, so there may be one or two more than the fewest possible; each end is a segment.
      expect(link.counters.down).toBeGreaterThanOrEqual(onTheWire(answer) + 40);
      expect(link.counters.down).toBeLessThan(onTheWire(answer) * 1.02);
      expect(link.counters.up).toBe(onTheWire(QUESTION.length));
      expect(link.counters.connections).toBe(1);
    }),
  );
});

test('whatever is lost on the way, the bytes arrive whole', async () => {
  await withSite(100_000, (target, answer) => withLink({ target, profile: { down: 20_000, up: 20_000, rtt: 20, loss: 0.1 } }, async (link) => expect(await fetchPlain(link.port).seen).toMatchObject({ bytes: answer, how: 'end' })));
});

test('without credit nothing comes and nothing breaks; topped up, it comes', async () => {
  await withSite(1_000, (target, answer) =>
    withLink({ target, profile: 'hang' }, async (link) => {
      const { seen } = fetchPlain(link.port);
      expect(await Promise.race([seen, new Promise((late) => setTimeout(late, 300, 'silence'))])).toBe('silence');
      link.set('instant');
      expect(await seen).toMatchObject({ bytes: answer, how: 'end' });
    }),
  );
});

test('a line that goes away breaks what is under way and refuses what comes, until it is back', async () => {
  await withSite(1_000_000, (target, answer) =>
    withLink({ target, profile: { down: 8_000, up: 8_000, rtt: 10, flaps: { up: 400, down: 600 } } }, async (link) => {
      const cut = await fetchPlain(link.port).seen;
      expect(cut.how).toBe('broken');
      expect(cut.bytes).toBeLessThan(answer);
      expect(await fetchPlain(link.port).seen).toMatchObject({ bytes: 0, how: 'broken' });
      link.set('instant');
      expect(await fetchPlain(link.port).seen).toMatchObject({ bytes: answer, how: 'end' });
    }),
  );
});

test('one push breaks every connection once', async () => {
  await withSite(100_000, (target, answer) =>
    withLink({ target, profile: 'crawl' }, async (link) => {
      const both = [fetchPlain(link.port).seen, fetchPlain(link.port).seen];
      await expect.poll(() => link.counters.down).toBeGreaterThan(0);
      link.reset();
      for (const one of await Promise.all(both)) expect(one.how).toBe('broken');
      link.set('instant');
      expect(await fetchPlain(link.port).seen).toMatchObject({ bytes: answer });
    }),
  );
});

test('a reader who leaves stops paying', async () => {
  await withSite(5_000_000, (target) =>
    withLink({ target, profile: 'slow4g' }, async (link) => {
      const { destroy } = fetchPlain(link.port);
      await expect.poll(() => link.counters.down).toBeGreaterThan(0);
      destroy();
      // What was on the way still comes; then the counter stands still.
      let before = -1;
      await expect
        .poll(
          () => {
            const isStill = link.counters.down === before;
            before = link.counters.down;
            return isStill;
          },
          { intervals: [300] },
        )
        .toBe(true);
      expect(link.counters.down).toBeLessThan(1_000_000);
    }),
  );
});
