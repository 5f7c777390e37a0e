import { expect, test } from '@playwright/test';
import { checkContent, checkLesson, collectKnown } from '../../../src/lint/index.ts';
import { parseMdx } from '../../../src/lint/mdx/parse-mdx.ts';
import { splitFrontMatter } from '../../../src/lint/mdx/split-front-matter.ts';
import type { Node } from '../../../src/lint/mdx/tree.ts';
import { Report } from '../../../src/lint/report.ts';
import { hostile } from '../../fixtures/hostile/hostile.ts';
import { ending, goodLesson, goodWorld, head, opening, worldWith } from './world.ts';

const options = { buildDate: '2026-11-24', media: ['mau.png'] };
const known = collectKnown(worldWith(), options);
const SIZE = 190_000;

// Each of these takes a second or two; one that hangs, or takes the square of it, is stopped here.
test.describe.configure({ timeout: 60_000 });

const fill = (piece: string, size = SIZE) => piece.repeat(Math.max(1, Math.floor(size / piece.length)));

const tangles: Record<string, string> = {
  'signs for less': fill('<'),
  braces: fill('{'),
  'one open brace and many closing': `{(${fill('a ', SIZE - 500)}${fill('} ', 190)}`,
  'open brackets': fill('['),
  'brackets in pairs': fill('[', 900) + fill(']', 900),
  stars: fill('*a_ '),
  tildes: fill('~a', 6000),
  'quotes in quotes': fill('>'),
  'lists in lists': fill('- '),
  'numbers in numbers': fill('1. '),
  'lists in lists on every line': fill('- - a\n', 12_000),
  'indented lists': Array.from({ length: 600 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
  backticks: Array.from({ length: 600 }, (_, count) => '`'.repeat(count)).join(' '),
  'mail addresses': fill('a@b.c '),
  'dots and dashes': fill('.-'),
  pipes: `${fill('|')}\n${fill('|-')}`,
  headings: fill('# a\n'),
  'underlined headings': fill('a\n---\n'),
  definitions: fill('[a]: b\n'),
  'export and blank lines': `export {${fill('\n')}`,
  imports: fill('import a\n'),
  'open components': fill('<Note type="info">\n'),
  attributes: `<Note ${fill('a="b" ')}/>`,
  'closing tags': fill('a </A> '),
  comments: fill('<!-- '),
  entities: fill('&amp;'),
  backslashes: fill('\\'),
  digits: fill('0 '),
  'short numbers': fill('116 '),
  'money after money': fill('1.000 '),
  tokens: fill('[[a]] '),
  'loose marks': fill('e\u0301 '),
  'direction marks': fill('\u202E '),
  'half letters': fill('\uD800'),
  'carriage returns': fill('\r'),
  tabs: fill('\t'),
  'one word': fill('a'),
};

for (const [name, text] of Object.entries(tangles)) {
  test(`a lesson of nothing but ${name} is answered in time`, () => {
    const problems = checkLesson({ path: 'lessons/a1-1.mdx', text: `${head}${opening}${text}${ending}` }, known);
    expect(problems.filter((problem) => problem.rule === 'cannot-read')).toEqual([]);
  });
}

const yamls: Record<string, string> = {
  'many keys': Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n'),
  'open brackets': `a: ${fill('[')}`,
  'open braces': fill('{a: '),
  'lists in lists': `${fill('- ', 900)}a`,
  'an alias bomb': Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*b${index - 1}, *b${index - 1}]`).join('\n'),
  anchors: fill('&a '),
  colons: fill(': '),
  documents: fill('---\n'),
  'the prototype': '__proto__:\n  polluted: 1\nconstructor:\n  prototype: x\n',
  digits: `title: "${fill('0 9 8 ')}"`,
  escapes: `title: "${fill('\\u200b')}"`,
  'one key many times': fill('a: 1\n'),
  binary: '\u0001\u0002\uFFFD',
  'a bare word': 'x',
  'a list': '- a\n',
  'a number': '5',
};

for (const [name, text] of Object.entries(yamls)) {
  test(`a YAML file of ${name} is answered in time, in YAML and in front matter`, () => {
    for (const file of [
      { path: 'quizzes/a1-1.yaml', text },
      { path: 'lessons/a1-1.mdx', text: `---\n${text}\n---\n` },
    ]) {
      const problems = checkContent([file], options);
      expect(problems.some((problem) => problem.severity === 'error')).toBe(true);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
}

test('a thousand lessons are checked while an editor waits', () => {
  const ids = Array.from({ length: 1000 }, (_, index) => `x${index}`);
  const filler = 'Bà con nhớ kể ở nhà trước rồi mới trả lời nhé. <Fact id="F1.1" /> Ở xa thì **nhắn** cho một người mình tin.\n\n'.repeat(25);
  const lessons = ids.flatMap((id) => [
    { path: `lessons/${id}.mdx`, text: goodLesson.replace('id="a1-1"', `id="${id}"`).replace('Vậy là đủ.', filler.trim()) },
    { path: `quizzes/${id}.yaml`, text: (goodWorld['quizzes/a1-1.yaml'] ?? '').replace('id: a1-1', `id: ${id}`) },
  ]);
  const courses = Array.from({ length: 84 }, (_, index) => ({
    path: `courses/c${index}.yaml`,
    text: `id: c${index}\ntitle: Khóa\nsummary: Khóa.\naudience: bà con\nmodules:\n  - id: m${index}\n    title: Học phần\n    summary: Mẫu.\n    icon: school\n    lessons:\n${ids
      .slice(index * 12, index * 12 + 12)
      .map((id) => `      - ${id}\n`)
      .join('')}`,
  }));
  expect(checkContent([...worldWith(), ...lessons, ...courses], options)).toEqual([]);
});

/** A small generator of the same numbers everywhere (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SEED = 20261124;
const pieces = [
  '<',
  '>',
  '/',
  '{',
  '}',
  '"',
  "'",
  '`',
  '*',
  '_',
  '~',
  '[',
  ']',
  '(',
  ')',
  '!',
  '#',
  '-',
  '|',
  '\\',
  '&lt;',
  '&#123;',
  '\n',
  '\n\n',
  '    ',
  '\t',
  'import ',
  'export ',
  '<b>',
  '</Note>',
  '<!--',
  '<>',
  '{x}',
  '\\{',
  '[^1]',
  '---',
  '```',
  '- ',
  '> ',
  'http://',
  'www.',
  '\r',
  '\u200B',
  '0981',
  ...hostile.map((trap) => trap.body),
];
const forbidden = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression', 'html', 'code', 'table', 'definition', 'footnoteDefinition']);

function typesIn(node: Node): string[] {
  return [node.type, ...(node.attributes ?? []).map((attribute) => (typeof attribute.value === 'string' ? attribute.type : 'mdxTextExpression')), ...(node.children ?? []).flatMap(typesIn)];
}

test('of two thousand spoiled lessons none breaks the checker and none that passes holds code', () => {
  console.log(`seed ${SEED}`);
  const random = numbers(SEED);
  const at = (length: number) => Math.floor(random() * length);
  let passed = 0;
  for (let round = 0; round < 2000; round++) {
    let text = goodLesson;
    for (let times = 1 + at(3); times > 0; times--) {
      const place = at(text.length);
      text = `${text.slice(0, place)}${random() < 0.8 ? pieces[at(pieces.length)] : ''}${text.slice(place + (random() < 0.3 ? at(8) : 0))}`;
    }
    const problems = checkLesson({ path: 'lessons/a1-1.mdx', text }, known);
    expect(
      problems.filter((problem) => problem.rule === 'cannot-read'),
      text,
    ).toEqual([]);
    if (problems.some((problem) => problem.severity === 'error')) continue;
    passed += 1;
    const { tree } = parseMdx(splitFrontMatter(text).body ?? '', new Report({ path: 'x', text }));
    expect(tree ? typesIn(tree).filter((type) => forbidden.has(type)) : ['unread'], text).toEqual([]);
  }
  expect(passed).toBeGreaterThan(100);
});
