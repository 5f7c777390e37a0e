import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { between, type Random, seeded } from '../../../../tests/lab/random.ts';
import { contentDir } from '../../../shared/settings.ts';

/**
 * Writes a library of so many lessons: as long as the real ones, made of their paragraphs and questions in another order, so that
 * no compressor finds a lesson twice. Five lessons a module.
 */
export function writeLibrary(folder: string, lessons: number): void {
  const random = seeded(lessons);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'lessons'), { recursive: true });
  for (const kind of ['facts', 'contacts', 'glossary', 'pages', 'strings', 'media']) cpSync(join(contentDir(), kind), join(folder, kind), { recursive: true });
  mkdirSync(join(folder, 'quizzes'));
  mkdirSync(join(folder, 'courses'));

  const read = (kind: string, id: string) => readFileSync(join(contentDir(), kind, id), 'utf8');
  const names = readdirSync(join(contentDir(), 'lessons')).filter((name) => name.endsWith('.mdx') && !/^(?:sensitive|draft): true/m.test(read('lessons', name)));
  const texts = names.map((name) => read('lessons', name));
  const quizzes = names.map((name) => read('quizzes', name.replace('.mdx', '.yaml')));
  const paragraphs = deck(
    texts.flatMap((text) => text.split('\n').filter(isParagraph)),
    random,
  );
  const questions = deck(
    quizzes.flatMap((quiz) => (parseDocument(quiz).toJS() as { questions: Question[] }).questions),
    random,
  );

  // Links lead to what this library has.
  const relink = (text: string) =>
    text
      .replace(/\/bai-hoc\/[\w-]+\//g, '/bai-hoc/b1-1/')
      .replace(/\/khoa-hoc\/[\w-]+\//g, '/khoa-hoc/thu/')
      .replace(/\/(hoc-phan|tinh-huong|trac-nghiem)\/[\w-]+\//g, '/hoc-phan/b1/');
  for (const name of readdirSync(join(folder, 'pages'))) writeFileSync(join(folder, 'pages', name), relink(readFileSync(join(folder, 'pages', name), 'utf8')));

  const ids = Array.from({ length: lessons }, (_, index) => `b${Math.floor(index / 5) + 1}-${(index % 5) + 1}`);
  ids.forEach((id, index) => {
    const text = (texts[index % texts.length] ?? '')
      .replace(/^title: .*$/m, `title: Bài ${id}`)
      .replace(/^(?:youthVersion|sms|message|legalReview): .*\n/gm, '')
      .replace(/<Picture [^>]*>\n/g, '')
      .replace(/<Quiz id="[^"]*" \/>/, `<Quiz id="${id}" />`)
      .split('\n')
      .map((line) => (isParagraph(line) ? paragraphs() : line))
      .join('\n');
    writeFileSync(join(folder, 'lessons', `${id}.mdx`), relink(text));
    const own = spread([questions(), questions(), questions(), questions()], index).map((question, at) => ({ ...question, id: `q${at + 1}` }));
    writeFileSync(join(folder, 'quizzes', `${id}.yaml`), JSON.stringify({ id, title: `Thử xem ${id}`, questions: own }));
  });
  const modules = Array.from({ length: Math.ceil(lessons / 5) }, (_, at) => ({ id: `b${at + 1}`, title: `Học phần b${at + 1}`, summary: 'Năm bài.', icon: 'book', lessons: ids.slice(at * 5, at * 5 + 5) }));
  writeFileSync(join(folder, 'courses/thu.yaml'), JSON.stringify({ id: 'thu', title: 'Thư viện thử', summary: 'Để đo.', audience: 'Máy đo', order: 1, startWith: [ids[0]], modules }));
}

interface Question {
  kind?: string;
  choices?: { correct?: boolean }[];
}

/** The one right choice stands somewhere else from question to question, as the content check wants it. */
function spread(questions: Question[], start: number): Question[] {
  let before = -1;
  return questions.map((question, number) => {
    const { choices = [] } = question;
    const right = choices.filter(({ correct }) => correct);
    if (right.length !== 1) return question;
    const others = choices.filter(({ correct }) => !correct);
    let at = (start + number) % choices.length;
    if (at === before) at = (at + 1) % choices.length;
    before = at;
    return { ...question, choices: [...others.slice(0, at), ...right, ...others.slice(at)] };
  });
}

/** One word more in one lesson. */
export function editOneLesson(folder: string, id: string): void {
  const file = join(folder, 'lessons', `${id}.mdx`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex(isParagraph);
  lines[at] = `${lines[at]} Nhé.`;
  writeFileSync(file, lines.join('\n'));
}

/** Plain sentences only: what refers to something may not stand just anywhere. */
function isParagraph(line: string): boolean {
  return /^[\p{L}“][^<>[\]{}#]{30,}$/u.test(line) && !/^\w+: /.test(line) && !/\b\d{3,}\b/.test(line);
}

/** Deals in random order; when all are dealt, shuffles and begins again. */
function deck<T>(cards: T[], random: Random): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = [...cards];
    return left.splice(between(random, 0, left.length - 1), 1)[0] as T;
  };
}
