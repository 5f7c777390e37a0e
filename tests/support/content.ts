import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Contact } from '../../src/schemas/contact.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import type { Question, Quiz } from '../../src/schemas/quiz.ts';
import { contactTokens } from '../../src/shared/tokens.ts';

export type { Contact, Fact, Question, Quiz };

/** All entries of one kind as their files hold them: what the pages must say, without asking the pages. */
export function entries<T>(content: string, kind: 'quizzes' | 'contacts' | 'facts' | 'glossary' | 'courses' | 'scenarios' | 'checks'): T[] {
  const folder = join(content, kind);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.map((name) => parse(readFileSync(join(folder, name), 'utf8')) as T);
}

/** One quiz as its readers see it: numbers stand in the place of `[[contact]]`. */
export function quizOf(content: string, id: string): Quiz {
  const resolve = contactTokens(entries<Contact>(content, 'contacts'));
  const quiz = entries<Quiz>(content, 'quizzes').find((quiz) => quiz.id === id);
  if (!quiz) throw new Error(`${content} has no quiz ${id}`);
  return JSON.parse(resolve(JSON.stringify(quiz)));
}
