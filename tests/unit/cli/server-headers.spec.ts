import { headersFor, parseHeaders } from '../../../src/build/serve/headers-file.ts';
import { expect, test, write } from './support/folders.ts';
import { withSite } from './support/requests.ts';

const rules = parseHeaders(`# what everybody gets
/*
  X-Frame-Options: DENY
  Content-Security-Policy: default-src 'self'; img-src 'self' data:
  Cache-Control: no-cache

/js/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable
/bai-hoc/:lesson/
  X-Kind: lesson
`);

test('a pattern reaches the paths it names', () => {
  expect(headersFor('/', rules)).toEqual({ 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "default-src 'self'; img-src 'self' data:", 'Cache-Control': 'no-cache' });
  expect(headersFor('/js/quiz-1234.js', rules)['Cache-Control']).toBe('public, max-age=31536000, immutable');
  expect(headersFor('/bai-hoc/a1-1/', rules)['X-Kind']).toBe('lesson');
  expect(headersFor('/bai-hoc/a1-1/more/', rules)['X-Kind']).toBeUndefined();
});

test('two rules that set one header are joined, as the real hosts do', () => {
  expect(headersFor('/a/b', parseHeaders('/*\n  Vary: a\n/a/*\n  vary: b'))).toEqual({ vary: 'a, b' });
});

test('a line nobody can read is named', () => {
  expect(() => parseHeaders('/*\n  no colon here')).toThrow('no colon here');
  expect(() => parseHeaders('  Early: yes')).toThrow('Early: yes');
});

test('the headers the build wrote come with every answer', async ({ folder }) => {
  write(folder, { 'index.html': 'home', 'js/a.js': '1', _headers: '/*\n  X-Frame-Options: DENY\n/js/*\n  Cache-Control: immutable\n' });
  await withSite({ dir: folder }, async (ask) => {
    const { etag = '' } = (await ask('/')).headers;
    for (const answer of [await ask('/'), await ask('/nothing'), await ask('/js/a.js'), await ask('/', { 'If-None-Match': etag })]) expect(answer.headers['x-frame-options']).toBe('DENY');
    expect((await ask('/js/a.js')).headers['cache-control']).toBe('immutable');
  });
});

test('a rebuild that changes the headers is followed', async ({ folder }) => {
  write(folder, { 'index.html': 'home', _headers: '/*\n  X-Test: old\n' });
  await withSite({ dir: folder }, async (ask) => {
    expect((await ask('/')).headers['x-test']).toBe('old');
    write(folder, { _headers: '/*\n  X-Test: newer\n' });
    expect((await ask('/')).headers['x-test']).toBe('newer');
  });
});
