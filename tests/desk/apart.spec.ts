import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { bodies, buildSite } from '../support/build.ts';

const withDesk = '.cache/test/office/dist';
const without = bodies.portal.out;
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

test('a site with a desk is, for its readers, the site without one, byte for byte', () => {
  // The number of a build is counted up from one to the next.
  const own = (name: string) => !name.startsWith('admin/') && name !== '_headers' && name !== 'goi/moi.json';
  const files = filesIn(withDesk).filter(own);
  expect(files).toEqual(filesIn(without).filter(own));
  expect(files.filter((name) => !readFileSync(join(withDesk, name)).equals(readFileSync(join(without, name))))).toEqual([]);
  expect(readFileSync(join(withDesk, '_headers'), 'utf8').startsWith(readFileSync(join(without, '_headers'), 'utf8'))).toBe(true);
});

test('nothing that readers get leads to the desk', () => {
  const telling = filesIn(without).filter((name) => /\.(html|js|json|webmanifest|txt)$/.test(name) && /\/admin\b/.test(readFileSync(join(without, name), 'utf8')));
  expect(telling).toEqual(existsSync(join(without, 'sw.js')) && /\/admin\b/.test(readFileSync(join(without, 'sw.js'), 'utf8')) ? ['sw.js'] : []);
});

test('CMS=only builds the desk alone, for an address of its own', async () => {
  test.setTimeout(180_000);
  const out = '.cache/test/desk-only';
  const { code, output } = await buildSite({ CONTENT_DIR: bodies.specimen.content, OUT_DIR: out, BUILD_DATE: bodies.specimen.day, CMS: 'only' });
  expect(code, output).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['_headers', 'admin']);
});

test('a desk setting that cannot be understood stops the build in words', async () => {
  test.setTimeout(120_000);
  const { code, output } = await buildSite({ CONTENT_DIR: bodies.portal.content, OUT_DIR: '.cache/test/desk-wrong', CMS_BACKEND: 'forgejo', CMS: 'on', CMS_FORGE_URL: 'git.example.vn', CMS_REPO: 'a/b', CMS_APP_ID: 'x' });
  expect(code).not.toBe(0);
  expect(output).toContain('CMS_FORGE_URL "git.example.vn" không phải là địa chỉ web');
});

test('what an editor downloads weighs at most 0.35 MB to the list, and 0.70 MB with the form', () => {
  const folder = join(withDesk, 'admin');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const reach = (name: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const [, next = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) reach(next, seen);
    return seen;
  };
  const named = (link: string) => [...page.matchAll(new RegExp(`<link ${link} href="([^"]+)"`, 'g'))].map(([, name = '']) => name);
  const weigh = (names: string[]) => names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
  const first = [...reach('desk.js')];
  // The page asks for exactly these at once, and keeps the rest for an idle moment.
  expect(named('rel="modulepreload"').sort()).toEqual(first.filter((name) => name !== 'desk.js').sort());
  const form = named('data-later');
  expect(form.some((name) => readFileSync(join(folder, name), 'utf8').includes('contentEditable'))).toBe(true);
  expect(first.some((name) => form.includes(name))).toBe(false);
  const begin = weigh([...first, 'desk-style.css', 'index.html', 'titles.json']);
  expect(begin).toBeLessThanOrEqual(350_000);
  expect(begin + weigh(form)).toBeLessThanOrEqual(700_000);
});

test('the desk’s page allows scripts of its own files only, and no code from strings', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(withDesk, 'admin/index.html'), 'utf8'))?.[1] ?? '';
  expect(policy.split(';')).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "connect-src 'self' blob:", "object-src 'none'"]));
  expect(policy).not.toMatch(/unsafe-eval|https?:/);
});

test('of what is not published the desk’s public files tell no more than that it is there', () => {
  const known =
    readFileSync(join(withDesk, 'admin/known.json'), 'utf8') +
    readFileSync(join(withDesk, 'admin/titles.json'), 'utf8') +
    readFileSync(join(withDesk, 'admin/preview.json'), 'utf8') +
    readFileSync(join(withDesk, 'admin/health.json'), 'utf8');
  const secrets = filesIn('content/facts')
    .map((name) => readFileSync(join('content/facts', name), 'utf8'))
    .flatMap((text) => [/confidence: unverified/.test(text) ? /^(?:title|statement): "?(.{40})/m.exec(text)?.[1] : undefined, /^note: "?(.{40})/m.exec(text)?.[1]])
    .filter((piece): piece is string => piece !== undefined);
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter((piece) => known.includes(piece))).toEqual([]);
});
