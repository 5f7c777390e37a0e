import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SPECIMEN = 'tests/fixtures/specimen';

/** The long module: several packs, so that a download can be cut between two. */
export const LONG = { id: 'sp-dai', title: 'Học phần dài', lessons: ['dai-1', 'dai-2', 'dai-3', 'dai-4'] } as const;

/** The sentence of a lesson by which a test knows which edition it sees. */
export const editionLine = (lesson: string, edition: number): string => `Đây là bản in thứ ${edition} của bài ${lesson}.`;

/**
 * The specimen course with the long module, as an editor would have left it.
 *
 * @param editions the edition of each lesson of the long module; 1 where nothing is said
 */
export function writeContent(folder: string, editions: Record<string, number> = {}): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(SPECIMEN, folder, { recursive: true });
  for (const lesson of LONG.lessons) {
    writeFileSync(join(folder, 'lessons', `${lesson}.mdx`), longLesson(lesson, editions[lesson] ?? 1));
    writeFileSync(join(folder, 'quizzes', `${lesson}.yaml`), readFileSync(join(SPECIMEN, 'quizzes/sp-3.yaml'), 'utf8').replace('id: sp-3', `id: ${lesson}`));
  }
  const course = join(folder, 'courses/mau.yaml');
  const lessons = LONG.lessons.map((lesson) => `      - ${lesson}\n`).join('');
  writeFileSync(course, `${readFileSync(course, 'utf8').trimEnd()}\n  - id: ${LONG.id}\n    title: ${LONG.title}\n    summary: Bốn bài rất dài.\n    icon: sun\n    lessons:\n${lessons}`);
}

/** About 75 KB: two of them fill a pack. */
function longLesson(id: string, edition: number): string {
  // Counted in two small numbers: three figures in a row would be taken for a telephone number.
  const paragraph = (_: unknown, i: number) => Array.from({ length: 30 }, (_, j) => `Câu ${j + 1} của đoạn ${i + 1} trong bài ${id} chỉ để cho dài, không nói gì.`).join(' ');
  const paragraphs = Array.from({ length: 36 }, paragraph).join('\n\n');
  return readFileSync(join(SPECIMEN, 'lessons/sp-3.mdx'), 'utf8')
    .replace(/^title: .*$/m, `title: Bài dài ${id}`)
    .replace('Nói ra thì nhẹ.', `${editionLine(id, edition)}\n\n${paragraphs}\n\nNói ra thì nhẹ.`)
    .replace('<Quiz id="sp-3" />', `<Quiz id="${id}" />`);
}
