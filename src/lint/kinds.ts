import type { z } from 'zod';
import { type Check, checkSchema } from '../schemas/check.ts';
import { type Contact, contactSchema } from '../schemas/contact.ts';
import { type Course, courseSchema } from '../schemas/course.ts';
import { type Fact, factSchema } from '../schemas/fact.ts';
import { type GlossaryTerm, glossarySchema } from '../schemas/glossary.ts';
import { type LessonHead, lessonSchema } from '../schemas/lesson.ts';
import { type PageHead, pageSchema } from '../schemas/page.ts';
import { type PlanHead, planSchema } from '../schemas/plan.ts';
import { type Quiz, quizSchema } from '../schemas/quiz.ts';
import { type Scenario, scenarioSchema } from '../schemas/scenario.ts';
import { type Style, styleSchema } from '../schemas/style.ts';

/** What the parsed data of each kind looks like. Kinds without a schema here are read for their syntax only. */
export interface DataOf {
  courses: Course;
  lessons: LessonHead;
  quizzes: Quiz;
  facts: Fact;
  contacts: Contact;
  glossary: GlossaryTerm;
  pages: PageHead;
  scenarios: Scenario;
  checks: Check;
  style: Style;
  plans: PlanHead;
  strings: unknown;
}

/** A kind of content: the name of its folder. */
export type Kind = keyof DataOf;

/** How files of one kind are read. */
export interface KindRule {
  ending: 'yaml' | 'mdx';
  /** What an editor calls one of them. */
  noun: string;
  /** Absent: only the syntax is checked. */
  schema?: z.ZodType;
  /** The pages put a contact's number in the place of `[[id]]` in these texts. */
  hasTokens?: true;
}

/** The folders of the content folder that hold text. */
export const kinds: Record<Kind, KindRule> = {
  courses: { ending: 'yaml', noun: 'khóa học', schema: courseSchema },
  lessons: { ending: 'mdx', noun: 'bài học', schema: lessonSchema },
  quizzes: { ending: 'yaml', noun: 'trắc nghiệm', schema: quizSchema, hasTokens: true },
  facts: { ending: 'yaml', noun: 'căn cứ', schema: factSchema, hasTokens: true },
  contacts: { ending: 'yaml', noun: 'liên hệ', schema: contactSchema },
  glossary: { ending: 'yaml', noun: 'từ khó', schema: glossarySchema, hasTokens: true },
  pages: { ending: 'mdx', noun: 'trang', schema: pageSchema },
  scenarios: { ending: 'yaml', noun: 'tình huống', schema: scenarioSchema, hasTokens: true },
  checks: { ending: 'yaml', noun: 'bảng hỏi', schema: checkSchema, hasTokens: true },
  style: { ending: 'yaml', noun: 'bảng lời văn', schema: styleSchema },
  plans: { ending: 'mdx', noun: 'kế hoạch buổi', schema: planSchema, hasTokens: true },
  strings: { ending: 'yaml', noun: 'câu chữ' },
};

/** All kinds, in the order they are looked at. */
export const kindNames = Object.keys(kinds) as Kind[];

/** Whether a folder's name is a kind of content. */
export const isKind = (name: string): name is Kind => Object.hasOwn(kinds, name);
