import { hash } from '../../bundle/index.ts';
import { catalogue, type Lesson, pages } from '../../catalogue/index.ts';
import type { Contact } from '../../schemas/contact.ts';
import type { Titles } from '../../search/titles.ts';
import { wordsOf } from '../../search/words.ts';
import { paths } from '../../shared/paths.ts';
import { telephone, writeNumber } from '../../shared/telephone.ts';
import { strings, t } from '../../strings/index.ts';

/** The names of everything there is to find, ready to travel: a file name that carries its hash, and its text. */
export async function searchTitles(): Promise<{ file: string; text: string }> {
  const text = JSON.stringify(await collect());
  return { file: `tim-${hash(text)}.json`, text };
}

async function collect(): Promise<Titles> {
  const { lessons, quizzes, glossary, facts, contacts, courses } = await catalogue();
  const isHeavy = (id: string) => lessons.some((lesson) => lesson.id === id && lesson.sensitive);
  const confirmed = contacts.filter((contact) => contact.status === 'confirmed');
  return {
    lessons: lessons.map((lesson) => (lesson.sensitive ? [lesson.id, lesson.neutralTitle ?? '', keyOf(lesson), lesson.module.id, lesson.title] : [lesson.id, lesson.title, keyOf(lesson), lesson.module.id])),
    // The quiz of a heavy lesson is inside that lesson.
    quizzes: quizzes.filter((quiz) => !isHeavy(quiz.id)).map((quiz) => [quiz.id, quiz.title]),
    words: glossary.map((term) => [term.id, term.term, others(term.term, term.synonyms)]),
    facts: facts.filter((fact) => fact.isPublishable).map((fact) => [fact.id, fact.title]),
    places: confirmed.map((contact) => [contact.id, contact.name, contact.use, writeNumber(contact) ?? '', dialOf(contact)]),
    pages: [[paths.help, t('help.title')], [paths.calendar, t('calendar.title')], ...(await pages()).map((page): [string, string] => [`/${page.id}/`, page.data.title])],
    urgent: strings().search.urgent.split(/\s*,\s*/).join('|'),
    asked: courses.flatMap((course) => course.startWith.map((lesson) => lesson.id)).slice(0, 4),
  };
}

const dialOf = (contact: Contact) => (contact.kind === 'phone' ? telephone(contact) : '');

/** What a lesson is about, in the words of its head and of its key messages. */
function keyOf(lesson: Lesson): string {
  const messages = [...(lesson.entry.body ?? '').matchAll(/<KeyMessage title="([^"]*)"/g)].map((match) => match[1] ?? '');
  return [lesson.summary, ...messages].join(' ');
}

/** Editors write a word with and without marks; folded they are one, and one travels. */
function others(term: string, synonyms: string[]): string {
  const fold = (text: string) => wordsOf(text).map((word) => word.folded).join(' ');
  const seen = new Set([fold(term)]);
  const marked = [...synonyms].sort((a, b) => Number(fold(a) === a) - Number(fold(b) === b));
  return marked.filter((text) => !seen.has(fold(text)) && seen.add(fold(text))).join('|');
}
