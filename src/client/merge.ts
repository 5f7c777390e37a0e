import { render } from 'preact';
import { MergeStore } from './merge/store.ts';
import { Merge } from './merge/view.tsx';

/**
 * Many sessions together, on the device. `root` brings the names of modules and lessons as a list (`[data-part=names]`) and a place for the screen.
 */
export function start(root: HTMLElement): void {
  const part = (name: string) => root.querySelector(`[data-part=${name}]`) as HTMLElement;
  const names: Record<string, string> = {};
  for (const term of Array.from(part('names').querySelectorAll('dt'))) names[term.textContent || ''] = ((term.nextElementSibling as Element).textContent || '').trim();
  part('paper').hidden = true;
  const place = part('screen');
  place.hidden = false;
  const store: MergeStore = new MergeStore(() => render(Merge({ store, nameOf: (id) => names[id] || id }), place));
  store.draw();
}
