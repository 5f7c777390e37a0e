import { connect } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createFaultServer, type FaultServer, type Rule } from '../../lab/fault-server.ts';
import { type Fault, LOGIN_PATH, PORTAL } from '../../lab/faults.ts';
import { test as base, expect, write } from '../cli/support/folders.ts';

const page = `<!doctype html><title>Bài học</title>${'<p>Một câu dài.</p>'.repeat(40)}`;

/** A server of two states of a site, the older one in `old`. */
const test = base.extend<{ server: FaultServer; old: string }>({
  old: async ({ folder }, use) => use(join(folder, 'old')),
  server: async ({ folder, old }, use) => {
    const dir = join(folder, 'new');
    write(dir, { 'index.html': page, 'a.txt': 'a'.repeat(1000), 'goi/1.json': '{"a":1}', 'only-new.txt': 'mới' });
    write(old, { 'index.html': 'cũ', 'a.txt': 'cũ' });
    const server = await createFaultServer({ dir });
    await use(server);
    await server.close();
  },
});

/** What somebody gets who asks; `broken` when no whole answer came. */
async function ask(server: FaultServer, path: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; body: string } | 'broken'> {
  try {
    const response = await fetch(server.url + path, { redirect: 'manual', ...init });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch {
    return 'broken';
  }
}

/** Everything that comes over the connection, byte for byte. */
function askPlainly(server: FaultServer, path: string): Promise<string> {
  return new Promise((done) => {
    const socket = connect(server.port, '127.0.0.1');
    let text = '';
    socket.on('data', (data) => (text += data.toString('latin1')));
    socket.on('error', () => done(`${text}<broken>`));
    socket.on('end', () => done(`${text}<end>`));
    socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`);
  });
}

const always = (fault: Fault): Rule => ({ path: '/a.txt', fault });

test('without rules it is the site as any good host serves it', async ({ server }) => {
  const home = await ask(server, '/', { headers: { 'accept-encoding': 'gzip' } });
  expect(home).toMatchObject({ status: 200, body: page });
  expect(await ask(server, '/nothing')).toMatchObject({ status: 404 });
  const { etag = '' } = home === 'broken' ? {} : { etag: home.headers.get('etag') ?? '' };
  expect(await ask(server, '/', { headers: { 'if-none-match': etag } })).toMatchObject({ status: 304, body: '' });
  expect(server.log.map(({ path, isWhole }) => [path, isWhole])).toEqual([
    ['/', true],
    ['/nothing', true],
    ['/', true],
  ]);
});

for (const [name, fault, seen] of [
  ['a connection that dies before the first byte', { kind: 'kill' }, '<broken>'],
  ['a connection that dies in the middle', { kind: 'kill', after: 400 }, `${'a'.repeat(400)}<broken>`],
  ['a body that is shorter than promised', { kind: 'truncate', as: 'content-length', keep: 300 }, `${'a'.repeat(300)}<end>`],
  ['a body without its last chunk', { kind: 'truncate', as: 'chunked', keep: 16 }, `10\r\n${'a'.repeat(16)}\r\n<end>`],
] as const) {
  test(`${name}: whoever asks gets no whole answer`, async ({ server }) => {
    server.rules(always(fault));
    expect((await askPlainly(server, '/a.txt')).split('\r\n\r\n').slice(1).join('') || (await askPlainly(server, '/a.txt'))).toBe(seen);
    expect(await ask(server, '/a.txt')).toBe('broken');
    expect(server.log.some(({ isWhole }) => isWhole)).toBe(false);
  });
}

test('an old proxy cuts a body off and nothing tells that it is short', async ({ server }) => {
  server.rules(always({ kind: 'truncate', as: 'close' }));
  expect(await askPlainly(server, '/a.txt')).toMatch(/^HTTP\/1\.0 200 OK\r\n[^]*\r\n\r\na{500}<end>$/);
  expect(await ask(server, '/a.txt')).toMatchObject({ status: 200, body: 'a'.repeat(500) });
});

test('errors are errors, and say when to come back', async ({ server }) => {
  for (const status of [404, 410, 429, 500, 502, 503] as const) {
    server.rules(always({ kind: 'status', status, retryAfter: 7 }));
    const answer = await ask(server, '/a.txt');
    expect(answer).toMatchObject({ status });
    expect(answer !== 'broken' && answer.headers.get('retry-after')).toBe('7');
  }
});

test('a portal answers everything with its own page and a smile', async ({ server }) => {
  server.rules({ fault: { kind: 'portal' } });
  for (const path of ['/', '/goi/1.json', '/nothing']) expect(await ask(server, path)).toMatchObject({ status: 200, body: PORTAL });
});

test('a redirect leads to a log-in page that is there', async ({ server }) => {
  server.rules({ fault: { kind: 'redirect' } });
  expect(await ask(server, '/a.txt')).toMatchObject({ status: 302 });
  expect(await ask(server, '/a.txt', { redirect: 'follow' })).toMatchObject({ status: 200, body: PORTAL });
  expect(server.count(LOGIN_PATH)).toBe(1);
});

test('right bytes come under a wrong name', async ({ server }) => {
  server.rules(always({ kind: 'mime', type: 'text/html' }));
  const wrongType = await ask(server, '/a.txt');
  expect(wrongType !== 'broken' && [wrongType.headers.get('content-type'), wrongType.body.length]).toEqual(['text/html', 1000]);
  server.rules(always({ kind: 'encoding', encoding: 'gzip' }));
  const raw = await askPlainly(server, '/a.txt');
  expect(raw).toMatch(/content-encoding: gzip[^]*a{1000}<end>$/);
  expect(() => gunzipSync(Buffer.from(raw))).toThrow();
  expect(await ask(server, '/a.txt')).toBe('broken');
});

test('one byte is another, and the same one for the same seed', async ({ server, folder }) => {
  const again = await createFaultServer({ dir: join(folder, 'new') });
  for (const one of [server, again]) one.rules(always({ kind: 'alter' }));
  const bodies = await Promise.all(
    [server, again].map(async (one) => {
      const answer = await ask(one, '/a.txt');
      return answer === 'broken' ? '' : answer.body;
    }),
  );
  await again.close();
  expect(bodies[0]).toHaveLength(1000);
  expect([...(bodies[0] ?? '')].filter((letter) => letter !== 'a')).toHaveLength(1);
  expect(bodies[1]).toBe(bodies[0]);
});

test('what hangs goes on when it is let, and not before', async ({ server }) => {
  for (const after of [undefined, 100]) {
    server.rules(always(after === undefined ? { kind: 'hang' } : { kind: 'hang', after }));
    const answer = ask(server, '/a.txt');
    expect(await Promise.race([answer, new Promise((late) => setTimeout(late, 150, 'silence'))])).toBe('silence');
    server.release();
    expect(await answer).toMatchObject({ status: 200, body: 'a'.repeat(1000) });
  }
});

test('what drips comes drop by drop, and whole in the end', async ({ server }) => {
  server.rules(always({ kind: 'drip', bytes: 100, everyMs: 5 }));
  const response = await fetch(`${server.url}/a.txt`);
  let drops = 0;
  for await (const part of response.body ?? []) drops += part.length > 0 ? 1 : 0;
  expect(drops).toBeGreaterThan(2);
  server.rules(always({ kind: 'drip', bytes: 1, everyMs: 60_000 }));
  const slow = ask(server, '/a.txt');
  await expect.poll(() => server.count('/a.txt')).toBe(2);
  server.reset();
  expect(await slow).toBe('broken');
});

test('an old copy, half a deploy and a whole one', async ({ server, old }) => {
  server.rules({ path: '/a.txt', fault: { kind: 'from', dir: old } });
  expect(await ask(server, '/a.txt')).toMatchObject({ body: 'cũ' });
  expect(await ask(server, '/')).toMatchObject({ body: page });
  server.rules();
  server.swap(old);
  expect(await ask(server, '/')).toMatchObject({ body: 'cũ' });
  expect(await ask(server, '/only-new.txt')).toMatchObject({ status: 404 });
});

test('a rule picks its requests by path and by number', async ({ server }) => {
  const fault = { kind: 'status', status: 500 } as const;
  const statuses = async (...paths: string[]) => {
    const all = [];
    for (const path of paths) {
      const answer = await ask(server, path);
      all.push(answer === 'broken' ? 0 : answer.status);
    }
    return all;
  };
  server.rules({ path: /^\/goi\//, nth: 2, fault });
  expect(await statuses('/goi/1.json', '/', '/goi/1.json', '/goi/1.json')).toEqual([200, 200, 500, 200]);
  server.rules({ path: '/', nth: [1, 3], fault });
  expect(await statuses('/', '/', '/', '/')).toEqual([500, 200, 500, 200]);
  server.rules({ nth: (n) => n > 1, fault });
  expect(await statuses('/', '/goi/1.json', '/a.txt')).toEqual([200, 500, 500]);
  server.rules({ path: '/', nth: 2, fault }, { path: '/', fault: { kind: 'status', status: 503 } });
  expect(await statuses('/', '/', '/')).toEqual([503, 500, 503]);
  expect(server.count('/a.txt')).toBe(1);
  server.forget();
  expect(server.log).toEqual([]);
});

test('a server that is switched off and on again answers at the same address', async ({ server, folder }) => {
  const { port } = server;
  await server.close();
  expect(await ask(server, '/')).toBe('broken');
  const again = await createFaultServer({ dir: join(folder, 'new'), port });
  expect(await ask(server, '/')).toMatchObject({ status: 200 });
  await again.close();
});
