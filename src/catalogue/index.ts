import { type CollectionEntry, getCollection } from 'astro:content';
import { isScheduled } from '../shared/days.ts';
import { buildDate } from '../shared/settings.ts';
import { buildCatalogue } from './build.ts';
import type { Catalogue } from './types.ts';

export { render } from 'astro:content';
export { formsOf, soloForms, termsIn } from './build.ts';
export type { Catalogue, Course, DatedFact, Forms, Lesson, Module, Plan, Scenario, WithdrawnLesson } from './types.ts';

const isShown = ({ data }: { data: { draft?: boolean } }) => import.meta.env.DEV || !data.draft;

let loaded: Promise<Catalogue> | undefined;

/** The whole content, ordered and joined; read once per build. Drafts are in it only while developing. */
export function catalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

/** The plain pages that editors own ("gioi-thieu", "rieng-tu"…). */
export const pages = (): Promise<CollectionEntry<'pages'>[]> => getCollection('pages', isShown);

async function load(): Promise<Catalogue> {
  const [courses, lessons, quizzes, scenarios, checks, facts, contacts, glossary, plans] = await Promise.all([
    getCollection('courses', isShown),
    getCollection('lessons'),
    getCollection('quizzes', isShown),
    getCollection('scenarios', isShown),
    getCollection('checks', isShown),
    getCollection('facts'),
    getCollection('contacts', isShown),
    getCollection('glossary', isShown),
    getCollection('plans', isShown),
  ]);
  const isOut = (lesson: (typeof lessons)[number]) => isShown(lesson) && (import.meta.env.DEV || !isScheduled(lesson.data, buildDate()));
  const isThere = (lesson: (typeof lessons)[number]) => isOut(lesson) && !lesson.data.withdrawn;
  const hidden = new Set(lessons.filter((lesson) => !isThere(lesson)).map((lesson) => lesson.id));
  return buildCatalogue({
    courses: courses.map((entry) => entry.data),
    lessons: lessons.filter(isThere),
    withdrawn: lessons.filter(isOut).flatMap(({ id, data }) => (data.withdrawn ? { id, ...data.withdrawn } : [])),
    // A draft, scheduled or withdrawn lesson takes its quiz with it.
    quizzes: quizzes.map((entry) => entry.data).filter((quiz) => !hidden.has(quiz.id)),
    scenarios: scenarios.map((entry) => entry.data),
    checks: checks.map((entry) => entry.data),
    facts: facts.map((entry) => entry.data),
    contacts: contacts.map((entry) => entry.data),
    glossary: glossary.map((entry) => entry.data),
    plans,
    day: buildDate(),
  });
}
