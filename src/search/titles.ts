import { paths } from '../shared/paths.ts';
import type { PageEntry } from './pages.ts';

/**
 * Everything there is to find, by name only: what the build writes and every phone may hold. Rows rather than objects,
 * because they travel.
 */
export interface Titles {
  /** Id, name as shown, summary and key messages, module; a fifth part for a heavy lesson: its true name, to be found by. */
  lessons: [id: string, title: string, key: string, module: string, hidden?: string][];
  quizzes: [id: string, title: string][];
  /** Id, word, other words that people use, with bars between them. */
  words: [id: string, term: string, others: string][];
  facts: [id: string, title: string][];
  /** Id, name, when to call or go there, number as written and as dialled. In order: the first is the one for every need. */
  places: [id: string, name: string, use: string, number: string, dial: string][];
  /** Other pages: path and name. */
  pages: [path: string, title: string][];
  /** What someone types who needs help at once, with bars between. */
  urgent: string;
  /** Lessons that are asked for most, when nothing is found. */
  asked: string[];
}

/** The title entries as they are searched. */
export function titleEntries(titles: Titles): PageEntry[] {
  const entries: PageEntry[] = [];
  const add = (id: string, title: string, key: string) => entries.push({ id, title, key });
  for (const [id, title, key, , hidden] of titles.lessons) {
    if (hidden) entries.push({ id: paths.lesson(id), title, key: `${hidden}. ${key}`, isQuiet: true });
    else add(paths.lesson(id), title, key);
  }
  for (const [id, title] of titles.quizzes) add(paths.quiz(id), title, '');
  for (const [id, term, others] of titles.words) add(`${paths.glossary}#${id}`, term, others.replace(/\|/g, '. '));
  for (const [id, title] of titles.facts) add(paths.fact(id), title, '');
  for (const [id, name, use, number] of titles.places) add(`${paths.help}#so-${id}`, name, `${use} ${number}`);
  for (const [path, title] of titles.pages) add(path, title, '');
  return entries;
}

/** The module that a page belongs to, which is the shelf it stands on; other pages share one. */
export function shelfOf(titles: Titles, path: string): string {
  const id = path.split('/')[2];
  const lesson = titles.lessons.find(([lessonId]) => lessonId === id);
  return lesson ? lesson[3] : '';
}
