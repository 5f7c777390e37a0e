import { expect, test } from '@playwright/test';
import { brief, goodWorld, problemsWith } from './world.ts';

const problemsOf = (path: string, text = goodWorld['glossary/co-do.yaml'] ?? '') => problemsWith({ [path]: text }).filter((problem) => problem.file === path);

for (const path of [
  'ghi-chu.txt',
  'bai-hoc/a1-2.mdx',
  'lessons/cu/a1-2.mdx',
  'lessons/a1-2.md',
  'lessons/a1-2.docx',
  'glossary/tu.yml',
  'glossary/từ.yaml',
  'glossary/tu moi.yaml',
  'glossary/..yaml',
  'lessons',
  'media/cu/anh.png',
  '../secret.yaml',
  'glossary\\tu.yaml',
]) {
  test(`a file that lies at ${path} is told where to go`, () => {
    const [problem, ...others] = problemsOf(path);
    expect(problem).toMatchObject({ line: 1, column: 1, rule: 'misplaced-file', severity: 'error' });
    expect(others).toEqual([]);
  });
}

test('what explains a folder to people and what lies in the picture library is left in peace', () => {
  expect(brief(problemsWith({ 'README.md': '# x {', 'lessons/README.md': '<b>', 'media/anh.png': '\0' }))).toEqual([]);
});

test('a picture in a folder of its own is told to move up, because no lesson can name it', () => {
  expect(brief(problemsWith({}, { media: ['mau.png', 'cu/anh.png'] }))).toEqual(['media/cu/anh.png:1 misplaced-file']);
});

test('a lesson’s file name is a good id', () => {
  expect(problemsOf('lessons/A1-2.mdx', goodWorld['lessons/a1-1.mdx'])[0]).toMatchObject({ rule: 'file-name', line: 1 });
});

test('the id in a file is the file’s name, letter for letter', () => {
  expect(problemsOf('glossary/co-xanh.yaml')[0]).toMatchObject({ rule: 'file-name', line: 1, message: 'Mã trong tệp là “co-do”, tên tệp lại là “co-xanh”.' });
});

test('two facts with one id are told, even when only capitals differ', () => {
  const found = brief(problemsWith({ 'facts/f1.1.yaml': goodWorld['facts/F1.1.yaml'] }));
  expect(found).toContain('facts/f1.1.yaml:1 double-id');
  expect(found).toContain('facts/f1.1.yaml:1 file-name');
});

test('a page may not take an address the site uses itself', () => {
  expect(problemsOf('pages/goi-giup.mdx', goodWorld['pages/gioi-thieu.mdx'])[0]).toMatchObject({ rule: 'misplaced-file' });
});

test('an empty file, a file that is no text and a file that is too big are told so', () => {
  expect(problemsOf('glossary/tu.yaml', '')[0]?.rule).toBe('empty-file');
  expect(problemsOf('glossary/tu.yaml', 'a\0b')[0]?.rule).toBe('not-text');
  expect(problemsOf('glossary/tu.yaml', `id: tu\nterm: ${'ấ'.repeat(70_000)}\n`)[0]?.rule).toBe('too-big');
});

test('a file with very many mistakes names two hundred and says there are more', () => {
  const problems = problemsOf('pages/khac.mdx', `---\ntitle: a\nsummary: b\nupdated: 2026-11-24\n---\n\n${'Gọi 0981848484.\n\n'.repeat(300)}`);
  expect(problems).toHaveLength(201);
  expect(problems.some((problem) => problem.rule === 'too-many-problems')).toBe(true);
});
