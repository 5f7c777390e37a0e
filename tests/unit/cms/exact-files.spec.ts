import { expect, test } from '@playwright/test';
import { findUnlike } from '../../../src/build/desk/check-form.ts';
import { loadSerializer } from '../../../src/build/desk/serializer.ts';
import { readContent } from '../../../src/build/read-content.ts';
import { BROKEN } from '../../../src/cms/model/broken.ts';
import { readEntry, writeEntry } from '../../../src/cms/model/format.ts';
import { deskKinds, kindOfPath } from '../../../src/cms/model/kinds.ts';

const files = readContent('content').files;
const changedLines = (a: string, b: string) => {
  const [before, after] = [a.split('\n'), b.split('\n')];
  return before.length === after.length ? before.filter((line, index) => line !== after[index]).length : Number.NaN;
};

test('every file of the content is in the form the desk writes, so opening and saving it changes nothing', async () => {
  expect((await findUnlike('content')).map(({ path, line }) => `${path}:${line}`)).toEqual([]);
});

test('another title is one changed line, in every file', () => {
  for (const { path, text } of files) {
    const kind = kindOfPath(path);
    if (!kind || kind.file) continue;
    const values = readEntry(text, kind.ending);
    const written = writeEntry({ ...values, [kind.title]: `${String(values[kind.title])} nữa` }, kind.schema, kind.ending);
    expect({ path, lines: changedLines(text, written) }).toEqual({ path, lines: 1 });
  }
});

test('one word more in the text is one changed line, in every lesson and page', async () => {
  const { canonicalBody } = await loadSerializer();
  for (const { path, text } of files.filter((file) => file.path.endsWith('.mdx'))) {
    const body = String(readEntry(text, 'mdx')['body']);
    const longer = body.replace(/\.(?=\n|$)/, ' nữa.');
    expect({ path, lines: changedLines(body, canonicalBody(longer)) }).toEqual({ path, lines: 1 });
  }
});

test('a file that would run as code is not read, and comes back as it was', () => {
  const kind = deskKinds().find(({ name }) => name === 'lessons');
  for (const text of ['---js\n{ title: globalThis.ran = true }\n---\n', '---\ntitle: !!js/function "x"\n---\n', '---\na: &x 1\nb: *x\n---\n', '---\ntitle: a\ntitle: b\n---\n', 'no front matter', '---\ntitle: a']) {
    const values = readEntry(text, 'mdx');
    expect({ text, broken: values[BROKEN] }).toEqual({ text, broken: text });
    expect(kind && writeEntry(values, kind.schema, 'mdx')).toBe(text);
  }
  expect('ran' in globalThis).toBe(false);
});

test('what is empty or goes without saying is not written, and marks are put together', () => {
  const kind = deskKinds().find(({ name }) => name === 'glossary');
  const decomposed = 'Tiếng'.normalize('NFD');
  expect(kind && writeEntry({ term: ` ${decomposed} `, synonyms: ['', 'a'], draft: false, example: '', id: 'x', explanation: 'Một.' }, kind.schema, 'yaml')).toBe(`id: x\nterm: Tiếng\nexplanation: Một.\nsynonyms:\n  - a\n`.normalize('NFC'));
});

test('somebody else’s Markdown is put in form without a change of meaning', async () => {
  const { canonicalFile } = await loadSerializer();
  const text = '---\nsummary: "S"\ntitle: T\nupdated: 2026-11-24\n---\n* a\n* b\n\n__đậm__ &lt; 3\n';
  expect(canonicalFile('pages/x.mdx', text)).toBe('---\ntitle: T\nsummary: S\nupdated: 2026-11-24\n---\n\n- a\n- b\n\n**đậm** \\< 3\n');
});
