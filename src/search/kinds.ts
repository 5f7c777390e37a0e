import { paths } from '../shared/paths.ts';

/** What can be found, as results are grouped. */
export type Kind = 'lesson' | 'place' | 'word' | 'story' | 'page' | 'fact' | 'quiz';

/** Address starts, and how much a find of that kind weighs: someone who asks wants the lesson before its quiz, and plain words before the law. */
const kinds: [start: string, kind: Kind, weight: number][] = [
  [paths.lesson('').slice(0, -1), 'lesson', 1],
  [`${paths.help}#`, 'place', 0.9],
  [`${paths.glossary}#`, 'word', 0.9],
  [`${paths.facts}#`, 'fact', 0.65],
  [paths.quiz('').slice(0, -1), 'quiz', 0.55],
  ['/tinh-huong/', 'story', 0.9],
];

/** The kind of an entry, by its address. */
export const kindOf = (id: string): Kind => (kinds.find(([start]) => id.indexOf(start) === 0) || ['', 'page' as Kind])[1];

/** What a find of this kind is multiplied by. */
export const weightOf = (id: string): number => (kinds.find(([start]) => id.indexOf(start) === 0) || ['', '', 0.8])[2];
