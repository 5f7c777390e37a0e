import type { CollectionEntry } from 'astro:content';
import type { Check } from '../schemas/check.ts';
import type { Contact } from '../schemas/contact.ts';
import type { Fact } from '../schemas/fact.ts';
import type { GlossaryTerm } from '../schemas/glossary.ts';
import type { LessonHead } from '../schemas/lesson.ts';
import type { PlanHead } from '../schemas/plan.ts';
import type { Quiz } from '../schemas/quiz.ts';
import type { Scenario as ScenarioFile } from '../schemas/scenario.ts';
import type { IconName } from '../shared/icon-names.ts';

/** A lesson in its place. */
export interface Lesson extends Omit<LessonHead, 'draft' | 'withdrawn'> {
  id: string;
  /** Its place in the module, from 1. */
  number: number;
  /** Whole minutes a slow reader needs for the text and its quiz. */
  minutes: number;
  module: Module;
  quiz: Quiz | undefined;
  /** Titles of its key messages, in order. */
  keyMessages: string[];
  /** Ids of the facts its text cites, in order, each once. */
  factIds: string[];
  /** Ids of the glossary terms its text explains, in order, each once. */
  termIds: string[];
  /** The next lesson of the course, or nothing after the last. */
  next: Lesson | undefined;
  /** Branching stories that go with it. */
  scenarios: Scenario[];
  entry: CollectionEntry<'lessons'>;
}

/** A lesson that was withdrawn: nothing is left of it but its address and the reason. */
export interface WithdrawnLesson {
  id: string;
  on: string;
  reason: string;
  /** Id of the lesson to read instead. */
  instead?: string | undefined;
}

/** A module in its place. */
export interface Module {
  id: string;
  title: string;
  summary: string;
  icon: IconName;
  /** Its place in the course, from 1. */
  number: number;
  course: Course;
  lessons: Lesson[];
  /** Branching stories that belong to it. */
  scenarios: Scenario[];
  /** Equivalent forms of one quiz: A and B for before and after, C for months later. */
  forms: Quiz[];
}

/** A branching story in its place. */
export interface Scenario extends Omit<ScenarioFile, 'draft' | 'lessons'> {
  module: Module;
  lessons: Lesson[];
  /** Ids of the facts its scenes rest on, in order, each once. */
  factIds: string[];
}

/** A course with its modules in order. */
export interface Course {
  id: string;
  title: string;
  summary: string;
  audience: string;
  modules: Module[];
  /** Lessons for someone who has half an hour. */
  startWith: Lesson[];
}

/** A fact with what the day of the build makes of it. */
export type DatedFact = Fact & {
  /** Past its check-again date on the day of the build. */
  isOverdue: boolean;
  /** May be shown: sure enough for its class. */
  isPublishable: boolean;
};

/** The equivalent quizzes of a module, by form; those that are not written yet are absent. */
export type Forms = Partial<Record<'A' | 'B' | 'C', Quiz>>;

/** A trainer's plan, joined with what it teaches. */
export interface Plan extends Omit<PlanHead, 'draft' | 'lessons' | 'module'> {
  id: string;
  /** The lessons it uses that are published, in its order. */
  lessons: Lesson[];
  module: Module | undefined;
  forms: Forms;
  entry: CollectionEntry<'plans'>;
}

/** Everything a page may ask for: ordered, joined, plain. */
export interface Catalogue {
  courses: Course[];
  modules: Module[];
  lessons: Lesson[];
  quizzes: Quiz[];
  scenarios: Scenario[];
  checks: Check[];
  facts: DatedFact[];
  contacts: Contact[];
  glossary: GlossaryTerm[];
  withdrawn: WithdrawnLesson[];
  plans: Plan[];
}
