import { drawRows } from './keep-rows.ts';
import { ask } from './worker.ts';

/**
 * "Keep this module on the phone": one button on the pages of a module and its lessons. `root` is hidden in the HTML and
 * shown only where a worker is in charge, because nothing else could keep it.
 */
export async function start(root: HTMLElement): Promise<void> {
  const status = await ask({ ask: 'status' });
  if (!status) return;
  root.hidden = false;
  drawRows(root, status);
}
