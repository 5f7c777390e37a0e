import type { CollectionEntry } from 'astro:content';
import type { Check } from '../schemas/check.ts';
import type { Contact } from '../schemas/contact.ts';
import type { Course as CourseFile } from '../schemas/course.ts';
import type { Fact } from '../schemas/fact.ts';
import type { GlossaryTerm } from '../schemas/glossary.ts';
import type { Quiz } from '../schemas/quiz.ts';
import type { Scenario as ScenarioFile } from '../schemas/scenario.ts';
import { isOverdue, isPublishable } from '../shared/facts.ts';
import { readingMinutes } from '../shared/reading-time.ts';
import type { Catalogue, Course, Forms, Lesson, Module, Plan, Scenario, WithdrawnLesson } from './types.ts';

interface Parts {
  courses: CourseFile[];
  lessons: CollectionEntry<'lessons'>[];
  quizzes: Quiz[];
  scenarios: ScenarioFile[];
  checks: Check[];
  facts: Fact[];
  contacts: Contact[];
  glossary: GlossaryTerm[];
  withdrawn: WithdrawnLesson[];
  plans: CollectionEntry<'plans'>[];
  /** The day of the build, `YYYY-MM-DD`. */
  day: string;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });
const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((item) => [item.id, item]));
const idsOf = (body: string, component: string) => [...new Set([...body.matchAll(new RegExp(`<${component} id="([^"]+)"`, 'g'))].map((match) => match[1] ?? ''))];

/** Ids of the glossary terms that a text explains, in order, each once. */
export const termsIn = (body: string): string[] => idsOf(body, 'Term');

/**
 * Joins flat entries into ordered, plain data. A lesson that a course names but that is not there (a draft) is left
 * out; the content check has already complained about real mistakes.
 */
export function buildCatalogue(parts: Parts): Catalogue {
  const entries = byId(parts.lessons);
  const quizzes = byId(parts.quizzes);
  const courses = [...parts.courses].sort((a, b) => a.order - b.order).map((file) => buildCourse(file, entries, quizzes));
  const modules = courses.flatMap((course) => course.modules);
  const lessons = modules.flatMap((module) => module.lessons);
  for (const module of modules) module.forms = parts.quizzes.filter((quiz) => quiz.module === module.id).sort((a, b) => vietnamese.compare(a.id, b.id));
  return {
    courses,
    modules,
    lessons,
    scenarios: [...parts.scenarios].sort((a, b) => vietnamese.compare(a.id, b.id)).flatMap((file) => buildScenario(file, lessons) ?? []),
    quizzes: [...parts.quizzes].sort((a, b) => vietnamese.compare(a.id, b.id)),
    checks: parts.checks,
    facts: parts.facts.map((fact) => ({ ...fact, isOverdue: isOverdue(fact, parts.day), isPublishable: isPublishable(fact) })).sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
    contacts: [...parts.contacts].sort((a, b) => a.order - b.order || vietnamese.compare(a.name, b.name)),
    withdrawn: [...parts.withdrawn].sort((a, b) => vietnamese.compare(a.id, b.id)),
    glossary: [...parts.glossary].sort((a, b) => vietnamese.compare(a.term, b.term)),
    plans: [...parts.plans].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })).map((entry) => buildPlan(entry, modules, parts.quizzes)),
  };
}

/** The equivalent forms that a module has. */
export const formsOf = (module: string | undefined, quizzes: Quiz[]): Forms => Object.fromEntries(quizzes.flatMap((quiz) => (module && quiz.module === module && quiz.form ? [[quiz.form, quiz]] : [])));

/** The forms that whoever learns alone uses: before and after. The third is for a room that is asked again, months later. */
export const soloForms = ({ forms }: Pick<Module, 'forms'>): Quiz[] => forms.filter(({ form }) => form !== 'C');

function buildPlan(entry: CollectionEntry<'plans'>, modules: Module[], quizzes: Quiz[]): Plan {
  const lessons = modules.flatMap((module) => module.lessons);
  return {
    ...entry.data,
    id: entry.id,
    lessons: entry.data.lessons.flatMap((id) => lessons.filter((lesson) => lesson.id === id)),
    module: modules.find((module) => module.id === entry.data.module),
    forms: formsOf(entry.data.module, quizzes),
    entry,
  };
}

function buildCourse(file: CourseFile, entries: Map<string, CollectionEntry<'lessons'>>, quizzes: Map<string, Quiz>): Course {
  const course: Course = { id: file.id, title: file.title, summary: file.summary, audience: file.audience, modules: [], startWith: [] };
  for (const { lessons, ...rest } of file.modules) {
    const module: Module = { ...rest, number: course.modules.length + 1, course, lessons: [], scenarios: [], forms: [] };
    for (const id of lessons) {
      const entry = entries.get(id);
      if (entry) module.lessons.push(buildLesson(entry, module, quizzes.get(id)));
    }
    if (module.lessons.length > 0) course.modules.push(module);
  }
  const lessons = course.modules.flatMap((module) => module.lessons);
  lessons.forEach((lesson, index) => {
    lesson.next = lessons[index + 1];
  });
  course.startWith = file.startWith.flatMap((id) => lessons.filter((lesson) => lesson.id === id));
  return course;
}

function buildLesson(entry: CollectionEntry<'lessons'>, module: Module, quiz: Quiz | undefined): Lesson {
  const body = entry.body ?? '';
  return {
    ...entry.data,
    id: entry.id,
    number: module.lessons.length + 1,
    minutes: readingMinutes(body, quiz?.questions.length ?? 0),
    module,
    quiz,
    keyMessages: [...body.matchAll(/<KeyMessage title="([^"]+)"/g)].map((match) => (match[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')),
    factIds: idsOf(body, 'Fact'),
    termIds: termsIn(body),
    next: undefined,
    scenarios: [],
    entry,
  };
}

/** Puts a story in its place: with its lessons, in the module of the first of them. Without a lesson it has no place. */
function buildScenario({ lessons: ids, draft, ...file }: ScenarioFile, all: Lesson[]): Scenario | undefined {
  const lessons = ids.flatMap((id) => all.filter((lesson) => lesson.id === id));
  const module = lessons[0]?.module;
  if (!module) return undefined;
  const scenario = { ...file, module, lessons, factIds: [...new Set(file.scenes.flatMap((scene) => scene.facts))] };
  for (const owner of [module, ...lessons]) owner.scenarios.push(scenario);
  return scenario;
}
