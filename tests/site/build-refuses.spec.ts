import { expect, test } from '@playwright/test';
import { filesOf } from '../support/files.ts';
import { Workshop } from '../support/workshop.ts';

test.slow();

/** Escapes what a regular expression would understand otherwise. */
const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** How a mistake is told: where it is, what it is and how to mend it, in an editor's language. */
const told = (file: string, line: number) => new RegExp(`${plain(file)}:${line}:\\d+\\s+lỗi: [^\\n]+\\n\\s+Cách sửa: [^\\n]+`);

/** A mistake that an editor may make: spoils the content, gives back where it is. */
interface Mistake {
  name: string;
  make(workshop: Workshop): { file: string; line: number };
  settings?: Record<string, string>;
}

const lesson = 'lessons/sp-3.mdx';
const quiz = 'quizzes/sp-3.yaml';
const mistakes: Mistake[] = [
  { name: 'a telephone number typed into a text', make: (w) => ({ file: lesson, line: w.replace(lesson, 'Gọi được thì nhà yên lòng.', 'Gọi 0912 345 678 thì nhà yên lòng.') }) },
  { name: 'an import line', make: (w) => ({ file: lesson, line: w.replace(lesson, '<Situation>', "import Trap from './trap.js';\n\n<Situation>") }) },
  { name: 'a fact that is not there', make: (w) => ({ file: lesson, line: w.replace(lesson, '<Fact id="F7.1" />', '<Fact id="F8.8" />') }) },
  { name: 'a fact that nobody has verified', make: (w) => ({ file: lesson, line: w.replace(lesson, '<Fact id="F7.1" />', '<Fact id="F9.9" />') }) },
  { name: 'a question without a right answer', make: (w) => ({ file: quiz, line: w.replace(quiz, /choices:[\s\S]*?correct: true\n/, (choices) => choices.replace(/ *correct: true\n$/, '')) }) },
  { name: 'a lesson that stands in two modules', make: (w) => ({ file: 'courses/mau.yaml', line: w.replace('courses/mau.yaml', '      - sp-3\n', '      - sp-3\n      - sp-1\n') + 1 }) },
  { name: 'a help number whose check is overdue', make: () => ({ file: 'contacts/111.yaml', line: 15 }), settings: { BUILD_DATE: '2031-01-01' } },
];

for (const { name, make, settings } of mistakes) {
  test(`a build stops at ${name}, and says where and how to mend it`, async ({}, info) => {
    const workshop = new Workshop(info.outputPath('w'));
    const { file, line } = make(workshop);
    const { code, output } = await workshop.build(settings);
    expect(code, output).not.toBe(0);
    expect(output).toMatch(told(file, line));
  });
}

test('an editor is told all mistakes of all files in one go', async ({}, info) => {
  const workshop = new Workshop(info.outputPath('w'));
  const lines = [
    [lesson, workshop.replace(lesson, 'Ghi cho người ở nhà giữ.', 'Gọi 0912 345 678.')],
    [lesson, workshop.replace(lesson, '<Fact id="F7.1" />', '<Fact id="F8.8" />')],
    ['lessons/sp-2.mdx', workshop.replace('lessons/sp-2.mdx', 'lighterWay: sp-1', 'lighterWay: sp-77')],
  ] as const;
  const { code, output } = await workshop.build();
  expect(code).not.toBe(0);
  for (const [file, line] of lines) expect(output).toMatch(told(file, line));
});

test('a build that is refused leaves the site of the last build as it was', async ({}, info) => {
  const workshop = new Workshop(info.outputPath('w'));
  workshop.leave('index.html', 'the page of yesterday');
  workshop.replace(lesson, '<Fact id="F7.1" />', '<Fact id="F8.8" />');
  expect((await workshop.build()).code).not.toBe(0);
  expect(filesOf(workshop.out)).toEqual(['index.html']);
});
