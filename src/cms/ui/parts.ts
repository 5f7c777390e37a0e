import { later } from './later.ts';

/** What the first screen does not need: Decap asks for them here (see `patches.ts` in build/desk). */
export const Editor = later(() => import('../editor.ts'));
export const Workflow = later(() => import('../board.ts'));
