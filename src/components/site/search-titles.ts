import { hash } from '../../bundle/index.ts';
import { catalogue, type Lesson, pages } from '../../catalogue/index.ts';
import type { Contact } from '../../schemas/contact.ts';
import { deal, type Place, type Row, type Titles } from '../../search/titles.ts';
import { wordsOf } from '../../search/words.ts';
import { paths } from '../../shared/paths.ts';
import { telephone, writeNumber } from '../../shared/telephone.ts';
import { strings, t } from '../../strings/index.ts';

/** Up to so many characters all names travel at once; above, a search fetches only the shards it needs. About 2 KB compressed. */
const AT_ONCE = 5_000;
/** Up to so many characters all names are kept on every phone. About 12 KB compressed. */
const KEPT = 36_000;

/** The names of everything there is to find, as files by their paths. */
export interface TitleFiles {
  /** Hash of all names: what a page needs to find the files. */
  version: string;
  /** All names in one file, for the worker to keep; nothing where they are too many. */
  whole: string | undefined;
  /** What a first search fetches: `0` to begin with, then shards from `1`. */
  parts: string[];
}

let made: Promise<TitleFiles> | undefined;

/** Collected once per build; while developing, anew each time. */
export function searchTitles(): Promise<TitleFiles> {
  if (import.meta.env.DEV) return make();
  made ??= make();
  return made;
}

async function make(): Promise<TitleFiles> {
  const titles = await collect();
  const whole = JSON.stringify(titles);
  const version = hash(whole);
  const kept = whole.length > KEPT ? undefined : whole;
  if (whole.length <= AT_ONCE) return { version, whole: kept, parts: [whole] };
  const { shards, common } = deal(titles.rows);
  const first: Titles = { ...titles, rows: [], shards: shards.length, common };
  return { version, whole: kept, parts: [first, ...shards].map((part) => JSON.stringify(part)) };
}

async function collect(): Promise<Titles> {
  const { lessons, scenarios, checks, quizzes, glossary, facts, contacts, courses } = await catalogue();
  const confirmed = contacts.filter((contact) => contact.status === 'confirmed');
  const rows: Row[] = [
    ...lessons.map(rowOfLesson),
    ...scenarios.map((scenario): Row => (scenario.sensitive ? [paths.scenario(scenario.id), scenario.neutralTitle ?? '', scenario.title, 1] : [paths.scenario(scenario.id), scenario.title, ''])),
    ...checks.map((check): Row => [paths.check(check.id), check.title, '']),
    [paths.card, t('card.title'), ''],
    // A lesson's own quiz stands at its end and needs no name of its own here.
    ...quizzes.filter((quiz) => !lessons.some((lesson) => lesson.id === quiz.id)).map((quiz): Row => [paths.quiz(quiz.id), quiz.title, '']),
    ...glossary.map((term): Row => [`${paths.glossary}#${term.id}`, term.term, others(term.term, term.synonyms)]),
    ...facts.filter((fact) => fact.isPublishable).map((fact): Row => [paths.fact(fact.id), fact.title, '']),
    ...confirmed.filter((contact) => !dialOf(contact)).map((contact): Row => [`${paths.help}#so-${contact.id}`, contact.name, contact.use]),
    [paths.help, t('help.title'), ''],
    [paths.calendar, t('calendar.title'), ''],
    ...(await pages()).map((page): Row => [`/${page.id}/`, page.data.title, '']),
  ];
  const first = courses.flatMap((course) => course.startWith).slice(0, 4);
  return {
    urgent: strings()
      .search.urgent.split(/\s*,\s*/)
      .join('|'),
    places: confirmed.filter(dialOf).map((contact): Place => [contact.id, contact.name, contact.use, writeNumber(contact) ?? '', dialOf(contact)]),
    asked: first.filter((lesson) => !lesson.sensitive).map((lesson): Row => [paths.lesson(lesson.id), lesson.title, '']),
    rows,
    shards: 0,
    common: '',
  };
}

const dialOf = (contact: Contact) => (contact.kind === 'phone' ? telephone(contact) : '');

/** What a lesson is about: the names of its key messages, and for a heavy one its true name, to be found by. */
function rowOfLesson(lesson: Lesson): Row {
  const messages = [...(lesson.entry.body ?? '').matchAll(/<KeyMessage title="([^"]*)"/g)].map((match) => match[1] ?? '').join('. ');
  if (!lesson.sensitive) return [paths.lesson(lesson.id), lesson.title, messages];
  return [paths.lesson(lesson.id), lesson.neutralTitle ?? '', `${lesson.title}|${messages}`, 1];
}

/** Editors write a word with and without marks; folded they are one, and one travels. What the term itself says is not repeated. */
function others(term: string, synonyms: string[]): string {
  const fold = (text: string) =>
    wordsOf(text)
      .map((word) => word.folded)
      .join(' ');
  const own = ` ${fold(term)} `;
  const seen = new Set<string>();
  const marked = [...synonyms].sort((a, b) => Number(fold(a) === a) - Number(fold(b) === b));
  return marked.filter((text) => !own.includes(` ${fold(text)} `) && !seen.has(fold(text)) && seen.add(fold(text))).join('|');
}
