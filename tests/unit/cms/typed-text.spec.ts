import { expect, test } from '@playwright/test';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { loadSerializer } from '../../../src/build/desk/serializer.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** What the site would show of a text: the words, and the kinds of everything that is not plain words. */
function shown(markdown: string): { words: string; others: string[] } {
  const others: string[] = [];
  const words = (node: Node): string => {
    if (!['root', 'paragraph', 'text'].includes(node.type)) others.push(node.type);
    return node.value ?? (node.children ?? []).map(words).join('');
  };
  return { words: words(reader.parse(markdown) as Node), others };
}

const typed = [
  'a<b',
  'x <= y',
  '<3 em',
  '{',
  '<',
  'giá {100.000đ}',
  '"Luật <Đất đai>"',
  '<!-- x -->',
  '<img src=x onerror=alert(1)>',
  '{process.env.PATH}',
  'import x from "y"',
  'import{x} from "y"',
  'export const a = 1',
  '{/* c */}',
  '+ cộng',
  '1. số',
  '2026. Năm',
  '1) số',
  '<b>',
  '<script>',
  '5 < 6',
  '2 * 3 * 4',
  '____',
  'a_b_c',
  '[ ] chọn',
  '[x](y)',
  '[x]: y',
  '- gạch',
  '# số',
  '> lớn',
  '`mã`',
  '~50 và ~60',
  '~~x~~',
  'C:\\new\\',
  'a\\*b',
  '\\{x}',
  '\\\\<b>',
  '| a | b |',
  '***',
  '---',
  '===',
  '$x$',
  '}',
  '< >',
  '<Callout type="a">',
  '</Callout>',
  '<Quiz id="q" />',
  '&lt;b&gt;',
  '&#105;mport',
  'AT&T; x',
  '<pre>*a*</pre>',
  '![x](y)',
  '``` x',
  '~~~',
  ':::note',
  '*a* **b** _c_',
]; // prettier-ignore

test('what an editor types is shown on the site letter for letter', async () => {
  const { fromText } = await loadSerializer();
  for (const text of typed) expect({ text, ...shown(fromText(text)) }).toEqual({ text, words: text, others: [] });
});

test('any mixture of awkward signs that an editor types is kept, and writing it again changes nothing', async () => {
  const { fromText, canonicalBody } = await loadSerializer();
  const pieces = [...'<>{}[]()*_~`\\&#!|+-=.:;"\'', '1', '12', 'a', 'ệ', ' ', 'import ', 'export', '&lt;', '</', '/>', '![', '](', '**', 'x="1"', 'http:', '@'];
  const unlike: unknown[] = [];
  let seed = 7;
  const random = (most: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: 1 + random(9) }, () => pieces[random(pieces.length)])
      .join('')
      .replace(/ +/g, ' ')
      .trim();
    if (text === '') continue;
    const written = fromText(text);
    const { words, others } = shown(written);
    if (words !== text || others.length > 0) unlike.push({ text, words, others });
    if (canonicalBody(written) !== written) unlike.push({ text, written, again: canonicalBody(written) });
  }
  expect(unlike).toEqual([]);
});
