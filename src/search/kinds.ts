/** What can be found, as results are grouped. */
export type Kind = 'lesson' | 'place' | 'word' | 'story' | 'page' | 'fact' | 'quiz';

/** The page of numbers and places to turn to. */
export const HELP = '/goi-giup/';

/**
 * How addresses begin, and how much a find of that kind weighs: someone who asks wants the lesson before its quiz, and plain
 * words before the law. Written out once more beside `shared/paths.ts`, all of which would travel; a test compares the two.
 */
const kinds: [start: string, kind: Kind, weight: number][] = [
  ['/bai-hoc/', 'lesson', 1],
  [`${HELP}#`, 'place', 0.9],
  ['/tu-kho/#', 'word', 0.8],
  ['/can-cu/#', 'fact', 0.75],
  ['/trac-nghiem/', 'quiz', 0.55],
  ['/tinh-huong/', 'story', 0.9],
  ['/', 'page', 0.8],
];

const find = (id: string) => kinds.filter(([start]) => id.indexOf(start) === 0)[0] as (typeof kinds)[number];

/** The kind of an entry, by its address. */
export const kindOf = (id: string): Kind => find(id)[1];

/** What a find of this kind is multiplied by. */
export const weightOf = (id: string): number => find(id)[2];

/** Finds of a kind that are shown at once; the others wait behind a button. */
export const FIRST = 4;
