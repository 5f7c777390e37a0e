import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, write } from './support/folders.ts';
import { withSite } from './support/requests.ts';

const site = {
  'index.html': 'home',
  '404.html': 'không thấy',
  'bai-hoc/a1-1/index.html': 'lesson',
  'empty/picture.png': 'x',
  _headers: '/*\n  X-Test: yes\n',
  '.env': 'secret',
  '.git/config': 'secret',
  '.well-known/security.txt': 'contact',
  'bai-hoc/.draft/index.html': 'secret',
};

test('a folder is answered by its page', async ({ folder }) => {
  write(folder, site);
  await withSite({ dir: folder }, async (ask) => {
    expect(await ask('/')).toMatchObject({ status: 200, body: Buffer.from('home') });
    expect(await ask('/bai-hoc/a1-1/?from=qr')).toMatchObject({ status: 200, body: Buffer.from('lesson') });
  });
});

test('an address without its last slash leads to the page, and keeps its question', async ({ folder }) => {
  write(folder, site);
  await withSite({ dir: folder }, async (ask) => {
    expect(await ask('/bai-hoc/a1-1')).toMatchObject({ status: 301, headers: { location: '/bai-hoc/a1-1/', 'x-test': 'yes' } });
    expect(await ask('/bai-hoc/a1-1?q=1')).toMatchObject({ status: 301, headers: { location: '/bai-hoc/a1-1/?q=1' } });
  });
});

test('what is not there is a real 404 with the page that says so', async ({ folder }) => {
  write(folder, site);
  await withSite({ dir: folder }, async (ask) => {
    for (const path of ['/nothing', '/nothing/', '/empty/', '/empty', '/index.html/']) {
      expect(await ask(path), path).toMatchObject({ status: 404, body: Buffer.from('không thấy'), headers: { 'content-type': 'text/html; charset=utf-8', 'x-test': 'yes' } });
    }
  });
});

test('a site without a 404 page still says 404', async ({ folder }) => {
  write(folder, { 'index.html': 'home' });
  await withSite({ dir: folder }, async (ask) => expect(await ask('/nothing')).toMatchObject({ status: 404 }));
});

test('nobody walks out of the site', async ({ folder }) => {
  write(folder, { 'secret.txt': 'secret', 'dist/index.html': 'home' });
  await withSite({ dir: join(folder, 'dist') }, async (ask) => {
    const paths = ['/../secret.txt', '/%2e%2e/secret.txt', '/%2E%2E%2Fsecret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/..\\secret.txt', '/x/../../secret.txt', '//secret.txt', '/secret.txt%00.html', '/%', '/%ff', '/./index.html'];
    for (const path of paths) expect(await ask(path), path).toMatchObject({ status: 400 });
  });
});

test('a link on disk does not lead out of the site', async ({ folder }) => {
  write(folder, { 'secret.txt': 'secret', 'dist/index.html': 'home' });
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/open.txt'));
  await withSite({ dir: join(folder, 'dist') }, async (ask) => expect(await ask('/open.txt')).toMatchObject({ status: 404 }));
});

test('hidden files stay hidden, except those that are meant to be found', async ({ folder }) => {
  write(folder, site);
  await withSite({ dir: folder }, async (ask) => {
    for (const path of ['/.env', '/%2eenv', '/.git/config', '/bai-hoc/.draft/', '/_headers', '/%5fheaders']) expect(await ask(path), path).toMatchObject({ status: 404 });
    expect(await ask('/.well-known/security.txt')).toMatchObject({ status: 200, body: Buffer.from('contact') });
  });
});

test('a site under a base path answers there and nowhere else', async ({ folder }) => {
  write(folder, { ...site, _headers: '/thon-ban/*\n  X-Test: yes\n' });
  for (const base of ['/thon-ban/', 'thon-ban']) {
    await withSite({ dir: folder, base }, async (ask) => {
      expect(await ask('/thon-ban/')).toMatchObject({ status: 200, body: Buffer.from('home'), headers: { 'x-test': 'yes' } });
      expect(await ask('/thon-ban')).toMatchObject({ status: 301, headers: { location: '/thon-ban/' } });
      expect(await ask('/thon-ban/bai-hoc/a1-1')).toMatchObject({ status: 301, headers: { location: '/thon-ban/bai-hoc/a1-1/' } });
      expect(await ask('/thon-ban/_headers')).toMatchObject({ status: 404 });
      for (const path of ['/', '/bai-hoc/a1-1/', '/thon-banana/']) expect(await ask(path), path).toMatchObject({ status: 404 });
    });
  }
});

test('only reading is possible', async ({ folder }) => {
  write(folder, site);
  await withSite({ dir: folder }, async (ask) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect(await ask('/', {}, method), method).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const head = await ask('/', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '4' } });
    expect(head.body).toHaveLength(0);
  });
});
