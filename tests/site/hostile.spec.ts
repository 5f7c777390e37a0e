import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, Scalar, visit } from 'yaml';
import { readContent } from '../../src/build/read-content.ts';
import { createSiteServer } from '../../src/build/serve/index.ts';
import { checkContent, type Problem } from '../../src/lint/index.ts';
import { bodies } from '../support/build.ts';
import { expect, pagesOf, test } from '../support/site.ts';
import { Workshop } from '../support/workshop.ts';

/*
 * What somebody who has got hold of an editor's account might write into any field that is shown: it is refused, with the place
 * and the mend, or it is letters on the page and nothing else. Bodies of lessons have a corpus of their own in tests/unit/lint.
 */

/** The payload of the first field; the others follow by turns. With this one, a few end up where they are let through as letters. */
const FIRST = 9;

const hack = 'window.hacked=1';
const payloads = [
  `<script>${hack}</script>`,
  `</title><script>${hack}</script>`,
  `</script><script>${hack}</script>`,
  `<img src=x onerror=${hack}>`,
  `"><svg onload=${hack}>`,
  `' autofocus onfocus=${hack} x='`,
  `<a href="javascript:${hack}">xem</a>`,
  `[xem](javascript:${hack})`,
  `{${hack}}`,
  `\${${hack}}`,
  `&#60;script&#62;${hack}&#60;/script&#62;`,
  `<!-- --!><script>${hack}</script>`,
  '<style>@import "//evil.example/a.css";</style>',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<base href="//evil.example/">',
  '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '<form action="//evil.example"><button>Gửi</button></form>',
  '![hình](//evil.example/a.png)',
  'https://fаcebook.com/111',
  'an toàn \u202Egnàot na',
  'gọi 1\u200B1\u200B1 nhé',
  'gọi 0912 345 678 ngay',
  `</textarea></select></noscript><script>${hack}</script>`,
  `]]><script>${hack}</script>`,
  '__proto__ constructor toString',
];

/** Words that people read, by the name of their field. What is an id, a date, a kind or a path is no place for them. */
const readable =
  /^(?:title|neutralTitle|summary|objective|warning|sms|message|audience|prompt|text|feedback|because|whenTrue|whenFalse|label|term|definition|statement|name|use|when|description|advice|scene|say|ask|do|short|intro|meaning)$/;

/** One place in the content where something has been put. */
interface Place {
  path: string;
  line: number;
  payload: string;
}

/** The YAML of a file: all of it, or what stands between the first two lines of dashes. */
const yamlOf = (path: string, text: string) => (path.endsWith('.mdx') ? (/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? '') : text);

/** Puts a payload into every readable field of a file that `isFree`; gives back the text and where they stand. */
function spoil(path: string, text: string, nextPayload: () => string, isTaken: (at: string) => boolean): { text: string; places: (Place & { at: string })[] } {
  const yaml = yamlOf(path, text);
  const document = parseDocument(yaml);
  const wanted: { at: string; payload: string }[] = [];
  visit(document, {
    Pair(_, pair, ancestors) {
      if (!(pair.key instanceof Scalar) || !readable.test(String(pair.key.value))) return;
      const at = `${path} ${ancestors.length} ${pair.key.range?.[0]}`;
      if (!(pair.value instanceof Scalar) || typeof pair.value.value !== 'string' || isTaken(at)) return;
      const payload = nextPayload();
      wanted.push({ at, payload });
      pair.value = document.createNode(payload);
    },
  });
  const written = document.toString({ lineWidth: 0 });
  const counter = new LineCounter();
  const again = parseDocument(written, { lineCounter: counter });
  const lines: number[] = [];
  let index = 0;
  visit(again, {
    Scalar(key, node) {
      if (key === 'value' && index < wanted.length && node.value === wanted[index]?.payload) {
        lines.push(counter.linePos(node.range?.[0] ?? 0).line + (path.endsWith('.mdx') ? 1 : 0));
        index += 1;
      }
    },
  });
  const places = wanted.map(({ at, payload }, number) => ({ at, payload, path, line: lines[number] ?? 0 }));
  return { text: path.endsWith('.mdx') ? text.replace(yaml, () => written) : written, places };
}

const isError = ({ severity }: Problem) => severity === 'error';

test('whatever is written into any field is refused, or is nothing but letters on the page', async ({ page }, info) => {
  test.setTimeout(240_000);
  const workshop = new Workshop(info.outputPath('w'));
  const { files, media } = readContent(workshop.content);
  const options = { buildDate: bodies.specimen.day, media };
  const refused: string[] = [];
  const stands: string[] = [];
  const visited = new Set<string>();
  const server = createSiteServer({ dir: workshop.out, base: '/' });

  const rejected = new Set<string>();
  let spoiled = files;
  let places: (Place & { at: string })[] = [];
  for (let tries = 0; tries < 40; tries += 1) {
    let number = FIRST;
    places = [];
    spoiled = files.map(({ path, text }) => {
      if (!/\.(?:yaml|mdx)$/.test(path)) return { path, text };
      const made = spoil(
        path,
        text,
        () => payloads[number++ % payloads.length] ?? '',
        (at) => rejected.has(at),
      );
      places.push(...made.places);
      return { path, text: made.places.length > 0 ? made.text : text };
    });
    const problems = checkContent(spoiled, options).filter(isError);
    if (problems.length === 0) break;
    for (const { file: path, line, message, mend } of problems) {
      expect(`${message}${mend}`.length, `${path}:${line} says what is wrong and how to mend it`).toBeGreaterThan(20);
      // The field of that line, or where a whole entry is at fault the last one before it.
      const place = places.filter((place) => place.path === path && place.line <= line).at(-1) ?? places.find((place) => place.path === path);
      if (!place) throw new Error(`${path}:${line} ${message}`);
      if (!rejected.has(place.at)) refused.push(place.payload);
      rejected.add(place.at);
    }
  }
  stands.push(...places.map(({ payload }) => payload));
  for (const { path, text } of spoiled) writeFileSync(join(workshop.content, path), text);
  const { code, output } = await workshop.build();
  expect(code, output).toBe(0);

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  for (const path of pagesOf(workshop.out)) {
    await page.goto(url + path);
    visited.add(path);
    for (const field of await page.locator('input:visible, button:visible:not(.exit)').all()) await field.focus().catch(() => {});
    const found = await page.evaluate(() => ({
      hacked: 'hacked' in window,
      scripts: document.querySelectorAll('script').length,
      foreign: document.querySelectorAll('main iframe, main script, main style, main base, main meta, main object').length,
      handlers: [...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => name.startsWith('on'))).length,
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].filter(({ protocol }) => !/^(?:https?|tel|sms|mailto):$/.test(protocol)).map(({ href }) => href),
    }));
    expect.soft(found, path).toEqual({ hacked: false, scripts: 1, foreign: 0, handlers: 0, links: [] });
  }
  server.close();

  // Nearly all of it is refused; what is let through has been looked at above.
  info.annotations.push({ type: 'hostile', description: `${refused.length} refused, ${stands.length} stand as letters on ${visited.size} pages` });
  expect(refused.length).toBeGreaterThan(200);
  expect(stands.length).toBeGreaterThan(0);
  // What no field may ever hold: letters that turn the line round, a number with a hidden gap, a number that is no contact.
  for (const never of ['\u202E', '\u200B', '0912']) expect(stands.filter((payload) => payload.includes(never))).toEqual([]);
  expect(readFileSync(join(workshop.out, 'catalogue.json'), 'utf8')).not.toContain('\u202E');
});
