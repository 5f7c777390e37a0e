import type { OpenEntry } from '../safe/store.ts';

/** The checker comes with a whole Markdown reader, so it is fetched when an entry is first checked, not when the desk opens. */
export const loadChecker = (): Promise<typeof import('./check-entry.ts')> => import('./check-entry.ts');

/** Where an entry's file is, or will be, inside the content folder. */
export const contentPathOf = ({ kind, slug, values }: OpenEntry): string => kind.file ?? `${kind.name}/${slug ?? String(values['id'] ?? '')}.${kind.ending}`;
