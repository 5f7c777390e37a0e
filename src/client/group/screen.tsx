import { render } from 'preact';
import { Ask } from './ask.tsx';
import type { FormsOnPage } from './forms.ts';
import { Home } from './home.tsx';
import { Result } from './result.tsx';
import { GroupStore } from './store.ts';

/**
 * The three screens of a group quiz: where to begin, an item with its hands, the result. One store, drawn anew after every change. `onCounting` says whether the sheets
 * below are in the way.
 */
export function groupScreen(place: HTMLElement, forms: FormsOnPage, module: string, title: string, onCounting: (isCounting: boolean) => void): void {
  const store: GroupStore = new GroupStore(forms, module, draw);
  let shown = '';
  draw();

  function draw(): void {
    const screen = store.screen;
    const name = screen.name + (screen.name === 'ask' ? `${screen.moment}${screen.at}${screen.isRevealed}` : '');
    onCounting(screen.name !== 'home');
    render(screen.name === 'home' ? <Home store={store} /> : screen.name === 'ask' ? <Ask store={store} /> : <Result store={store} title={title} />, place);
    if (shown && shown !== name) {
      const heading = place.querySelector<HTMLElement>('h2');
      if (heading) heading.focus({ preventScroll: true });
      place.scrollIntoView();
    }
    shown = name;
  }
}
