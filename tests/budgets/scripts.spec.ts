import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bodies } from '../support/build.ts';
import { brotli, KB } from '../support/bytes.ts';
import { readPages, textOf } from '../support/html.ts';
import { youngSyntax } from '../support/syntax.ts';

/** Scripts of a finished site by file name, with those that stand in its pages. */
function scriptsOf(out: string): { name: string; content: string }[] {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const inline = new Set(readPages(out).flatMap(({ elements }) => elements.filter(({ tagName }) => tagName === 'script').map(textOf)));
  return [...files.map((name) => ({ name, content: readFileSync(join(out, name), 'utf8') })), ...[...inline].map((content) => ({ name: 'inline', content }))];
}

for (const [world, { out }] of Object.entries(bodies)) {
  test(`all scripts that a quiz of the ${world} can fetch weigh at most 8 KB together`, () => {
    const quiz = scriptsOf(out).filter(({ name }) => /^js\/quiz-/.test(name));
    expect(quiz).toHaveLength(1);
    const weight = quiz.reduce((sum, { content }) => sum + brotli(content), 0);
    test.info().annotations.push({ type: 'quiz scripts', description: `${weight} bytes` });
    expect(weight).toBeLessThanOrEqual(8 * KB);
  });

  test(`the stylesheet of the trainers' pages of the ${world}, with slides and paper, weighs at most 4 KB`, () => {
    const sheets = readdirSync(join(out, 'css'));
    expect(sheets).toHaveLength(1);
    expect(brotli(readFileSync(join(out, 'css', sheets[0] ?? ''), 'utf8'))).toBeLessThanOrEqual(4 * KB);
  });

  test(`a quiz script of the ${world} fetches no further script`, () => {
    for (const { name, content } of scriptsOf(out)) if (/^js\/(quiz|me|home|calendar)-/.test(name)) expect.soft(content.match(/\bimport\b/g), name).toBeNull();
  });

  test(`every script of the ${world} is understood by a browser of 2018`, () => {
    const scripts = scriptsOf(out);
    expect(scripts.length).toBeGreaterThan(4);
    for (const { name, content } of scripts) expect.soft(youngSyntax(content), name).toEqual([]);
  });
}

/** One piece of code for every kind of syntax that an old phone would stumble over. */
const tooYoung = [
  '({ ...a })',
  'const { a, ...b } = c',
  'try {} catch {}',
  'a?.b',
  'a ?? b',
  'a ??= b',
  'a ||= b',
  'a &&= b',
  '1n',
  '1_000',
  'class A { x = 1 }',
  'class A { #x() {} }',
  'class A { static {} }',
  'async function* f() {}',
  'async () => { for await (const a of b); }',
  '/(?<=a)b/',
  '/(?<n>a)/',
  '/\\p{L}/u',
  '/a/s',
  'await a',
  'export * as a from "b"',
  'import.meta.url',
  'let = ;',
];

for (const code of tooYoung) {
  test(`“${code}” in a shipped script is noticed`, () => {
    expect(youngSyntax(code)).not.toEqual([]);
  });
}

test('what a browser of 2018 knows is let through', () => {
  const code = 'async function f(a = 1, ...b) { const { c, d: [e] } = await g([...b]); try { for (const h of e) i(h ** 2, `j`); } catch (_) { return import("./x.js"); } } class A extends B { get x() { return /a.b/giu; } }';
  expect(youngSyntax(code)).toEqual([]);
});
