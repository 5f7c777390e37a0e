/**
 * The content checker: one truth for the build, the command line and the CMS. Pure functions from texts to problems,
 * without files, clock or network.
 */

export { wordingRules } from '../schemas/style.ts';
export { checkContent } from './check-content.ts';
export { checkLesson } from './check-lesson.ts';
export { formatProblems } from './format-problems.ts';
export { collectKnown, type KnownEntry, type KnownIds } from './known.ts';
export type { CheckOptions, ContentFile, Problem } from './types.ts';
