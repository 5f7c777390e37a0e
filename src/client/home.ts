import { loadProgress } from './progress-store.ts';
import { fill, show } from './words.ts';

/**
 * The way back to the lesson that was being read. `root` is hidden in the HTML and holds a link whose `data-words`
 * is the sentence, with `{lesson}` for the title.
 */
export function start(root: HTMLElement): void {
  const link = root.querySelector('a');
  const last = loadProgress().last;
  if (!link || !last) return;
  show(link, fill(link.dataset.words, { lesson: last.title }));
  // The home page is the root of the site, wherever the site is put.
  link.href = `bai-hoc/${last.id}/`;
  root.hidden = false;
}
