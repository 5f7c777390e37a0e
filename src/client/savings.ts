import { render } from 'preact';
import { SavingsStore } from './savings/store.ts';
import { SavingsBook } from './savings/view.tsx';

/** A group's book: one meeting at a time, sums worked out at once, kept on this phone and in files only. */
export function start(root: HTMLElement): void {
  const place = root.querySelector('[data-part=screen]') as HTMLElement;
  const store: SavingsStore = new SavingsStore(() => render(SavingsBook({ store }), place));
  store.draw();
}
