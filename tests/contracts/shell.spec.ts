import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { headersFor, parseHeaders } from '../../src/build/serve/headers-file.ts';
import { bodies } from '../support/build.ts';
import { brotli, KB } from '../support/bytes.ts';
import { attribute, type PageFile, readPages, textOf } from '../support/html.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const inline = (page: PageFile, tag: 'style' | 'script') => page.elements.filter((element) => element.tagName === tag).map(textOf);
const policyOf = (page: PageFile) => page.elements.flatMap((element) => (attribute(element, 'http-equiv') === 'Content-Security-Policy' ? (attribute(element, 'content') ?? '') : []));
/** What one word of a policy allows: `allowed(policy, 'style-src')`. */
const allowed = (policy: string, directive: string) =>
  policy
    .split(';')
    .map((part) => part.trim().split(/\s+/))
    .find(([name]) => name === directive)
    ?.slice(1) ?? [];
/** One piece of a page, from a tag to its end. */
const piece = (page: PageFile, start: string, end: string) => page.html.slice(page.html.indexOf(start), page.html.indexOf(end) + end.length);

for (const [world, { out }] of Object.entries(bodies)) {
  test(`one script, the same to the letter, stands in every page of the ${world}`, () => {
    const pages = readPages(out);
    expect(pages.filter((page) => inline(page, 'script').length !== 1).map(({ path }) => path)).toEqual([]);
    expect(new Set(pages.flatMap((page) => inline(page, 'script'))).size).toBe(1);
  });

  test(`every page of the ${world} has the same first style, and those with a second one share that too`, () => {
    const styles = readPages(out).map((page) => inline(page, 'style'));
    expect(new Set(styles.map(([first]) => first)).size).toBe(1);
    expect(new Set(styles.flatMap(([, ...rest]) => rest)).size).toBeLessThanOrEqual(1);
  });

  test(`only trainers’ pages of the ${world} ask for a stylesheet, all for one`, () => {
    const asked = readPages(out).map(({ path, html }) => ({ path, sheets: [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href) }));
    const trainers = asked.filter(({ path }) => path.startsWith('/tap-huan/'));
    expect(trainers.length).toBeGreaterThan(0);
    expect(new Set(trainers.map(({ sheets }) => sheets.join())).size).toBe(1);
    expect(asked.filter(({ path, sheets }) => sheets.length !== (path.startsWith('/tap-huan/') ? 1 : 0)).map(({ path }) => path)).toEqual([]);
  });

  test(`the policy of every page of the ${world} lets in these styles and this script, and nothing else`, () => {
    const pages = readPages(out);
    const all = (tag: 'style' | 'script') => [...new Set(pages.flatMap((page) => inline(page, tag)))].map(hash).sort();
    for (const page of pages) {
      const [policy = '', ...more] = policyOf(page);
      expect.soft(more, page.path).toEqual([]);
      expect.soft(allowed(policy, 'style-src').sort(), page.path).toEqual(["'self'", ...all('style')]);
      expect.soft(allowed(policy, 'script-src'), page.path).toEqual(["'self'", ...all('script')]);
    }
  });

  test(`the policy of the ${world} knows no other site, no frame, no plug-in and no form that sends anywhere else`, () => {
    const [policy = ''] = readPages(out).flatMap(policyOf);
    const sources = policy.split(';').flatMap((part) =>
      part
        .trim()
        .split(/\s+/)
        .slice(1)
        .map((source) => `${part.trim().split(' ')[0]} ${source}`),
    );
    expect(sources.filter((source) => !/ ('self'|'none'|'sha256-[\w+/]+=*')$/.test(source)).sort()).toEqual(['img-src data:', "require-trusted-types-for 'script'"]);
    for (const directive of ['default-src', 'base-uri']) expect(allowed(policy, directive), directive).toEqual(["'none'"]);
    // The one form there is leads to the search page of the site itself; the build refuses any other.
    expect(allowed(policy, 'form-action')).toEqual(["'self'"]);
    // Whatever is not named here is nothing at all: plug-ins, fonts.
    expect([...policy.matchAll(/([a-z-]+)-src /g)].map(([, kind]) => kind)).toEqual(['default', 'script', 'style', 'img', 'media', 'connect', 'manifest', 'child']);
  });

  test(`the policy comes before anything it must hold back, on every page of the ${world}`, () => {
    for (const page of readPages(out)) expect.soft(page.html.indexOf('http-equiv="Content-Security-Policy"'), page.path).toBeLessThan(page.html.search(/<(style|script|link|img)/));
  });

  test(`hosts of the ${world} add to the policy of the pages what only a header can say, and give one to what is no page`, () => {
    const rules = parseHeaders(readFileSync(join(out, '_headers'), 'utf8'));
    const policyAt = (path: string) => headersFor(path, rules)['Content-Security-Policy'];
    expect(policyAt('/khoa-hoc/')).toBe("frame-ancestors 'none'");
    expect(policyAt('/anh/hinh.svg')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(policyAt('/sw.js')).toBe("default-src 'none';script-src 'self';connect-src 'self'");
    expect([policyAt('/js/x.js'), policyAt('/goi/x.json')]).toEqual([undefined, undefined]);
    expect(headersFor('/khoa-hoc/', rules)).toMatchObject({ 'Permissions-Policy': expect.stringContaining('geolocation=()'), 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' });
  });

  test(`the bar with quick exit is the same to the letter on every page of the ${world}`, () => {
    expect(new Set(readPages(out).map((page) => piece(page, '<header class="top"', '</header>'))).size).toBe(1);
    expect(new Set(readPages(out).map((page) => piece(page, '<footer', '</footer>'))).size).toBe(1);
  });
}

for (const [world, { out }] of Object.entries(bodies)) {
  const object = (id: string) => JSON.parse(readFileSync(join(out, 'goi', `${id}.json`), 'utf8'));
  const top = () => object(JSON.parse(readFileSync(join(out, 'goi/moi.json'), 'utf8')).top);

  test(`a module of the ${world} that is kept on the phone brings its stories, its forms and what its lessons send on`, () => {
    const manifests = Object.assign({}, ...top().groups.map(([, id]: [string, string]) => object(id)));
    const { modules } = JSON.parse(readFileSync(join(out, 'catalogue.json'), 'utf8'));
    const pages = new Set(readPages(out).map(({ path }) => path));
    for (const { id, scenarios, forms, lessons } of modules) {
      const wanted = [...scenarios.map((story: string) => `/tinh-huong/${story}/`), ...forms.map((form: string) => `/trac-nghiem/${form}/`), ...lessons.map((lesson: string) => `/gui/${lesson}/`).filter((path: string) => pages.has(path))];
      expect.soft(Object.keys(object(manifests[id]).pages), id).toEqual(expect.arrayContaining(wanted));
    }
    expect(modules.some(({ scenarios }: { scenarios: string[] }) => scenarios.length > 0)).toBe(true);
  });

  test(`a third form of the ${world} travels with the trainers, read whole on their page, and costs readers nothing`, () => {
    const pages = readPages(out);
    const third = pages.flatMap(({ path }) => /^\/trac-nghiem\/(\w+)-c\/$/.exec(path)?.[1] ?? []);
    expect(third.length).toBeGreaterThan(0);
    const kept = top().groups.flatMap(([, id]: [string, string]) => Object.entries<string>(object(id)).map(([name, manifest]) => ({ name, pages: Object.keys(object(manifest).pages) })));
    for (const module of third) {
      const group = `/tap-huan/nhom/${module}/`;
      const readers = kept.find(({ name }: { name: string }) => name === module);
      expect.soft(readers?.pages, module).toEqual(expect.arrayContaining([`/trac-nghiem/${module}-a/`, `/trac-nghiem/${module}-b/`]));
      expect.soft(readers?.pages, module).not.toContain(`/trac-nghiem/${module}-c/`);
      expect.soft(pages.find(({ path }) => path === `/hoc-phan/${module}/`)?.html, module).not.toContain(`/trac-nghiem/${module}-c/`);
      expect.soft(pages.find(({ path }) => path === group)?.html, module).toContain('data-form="C"');
      expect
        .soft(
          kept.some(({ name, pages }: { name: string; pages: string[] }) => name !== module && pages.includes(group)),
          module,
        )
        .toBe(true);
    }
  });

  test(`everybody who keeps anything of the ${world} keeps the questions about an offer and the page on safety`, () => {
    expect(Object.keys(object(top().core).pages)).toEqual(expect.arrayContaining(['/', '/kiem-tra-loi-moi/', '/goi-giup/', '/can-biet/', '/nong-lich/', '/ngoai-tuyen/', '/cua-toi/']));
  });

  test(`what comes unasked of the ${world} weighs at most 25 KB`, () => {
    const core = object(top().core);
    const objects = [top().shell, top().core, ...core.packs.map(([id]: [string]) => id)].map((id) => readFileSync(join(out, `goi/${id}.json`), 'utf8'));
    const scripts = Object.keys(core.files).map((path) => readFileSync(join(out, path), 'utf8'));
    const weight = [...objects, ...scripts].reduce((sum, text) => sum + brotli(text), 0);
    test.info().annotations.push({ type: 'unasked', description: `${weight} bytes` });
    expect(weight).toBeLessThanOrEqual(25 * KB);
  });

  test(`no pack of the ${world} holds a picture to send on`, () => {
    const manifests: string[] = Object.values(Object.assign({}, ...top().groups.map(([, id]: [string, string]) => object(id))));
    expect(manifests.flatMap((id) => Object.keys(object(id).files)).filter((path) => path.startsWith('/gui/'))).toEqual([]);
  });
}
