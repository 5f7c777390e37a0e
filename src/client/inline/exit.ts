/**
 * Quick exit. It stands in the head, so that it works while the rest of the page is still on its way, and so that a page
 * which must not come back is stopped before its first word is drawn.
 *
 * Leaving empties the page in the same task, then puts the farm calendar in its place. A tab keeps a mark, one nought for each
 * exit, and every place in its history that is opened afterwards carries the mark of that moment. Going back, forward,
 * reloading or opening the tab again leads past every place with another mark, to the calendar. Tapping a link or typing an
 * address opens a new place, so a reader returns by simply doing that. The mark is kept where the browser has room for it:
 * in the tab's storage, its name and its history; all three go when the tab goes.
 */
import { tab } from './memory.ts';
import { startScript } from './scripts.ts';

/** The calendar's path with the site's base, and its title: put in when this is bundled. */
declare const __EXIT__: [path: string, title: string];

const root = document.documentElement;

const mark = (): string => tab.nl || window.name || history.state || '';

/** Nothing of the page is left when this returns: no words, no dialog, no title; sound stops with the element that makes it. */
function vanish(): void {
  document.title = __EXIT__[1];
  stop();
  if (document.body) document.body.remove();
  location.replace(__EXIT__[0]);
}

/** Quick exit itself. */
function leave(): void {
  vanish();
  tab.nl = window.name = mark() + '0';
}

/** Lets a page that is being shown stand, or leads past it. */
function guard(isReturning?: boolean): void {
  const now = mark();
  if (!now) return;
  window.name = now;
  if (history.state === now) return;
  if (isReturning && location.pathname !== __EXIT__[0]) vanish();
  else history.replaceState(now, '');
}

// Not the newer list of entries: this is the one form that browsers of 2018 and of today both know.
guard((performance.navigation || 0).type > 0);

/** The last keys, for a few seconds. */
let keys = '';

// Handlers as properties: shorter than listeners, and nothing else in these pages sets them.
Object.assign(window, {
  // A place inside a page that was opened after an exit.
  onhashchange: () => guard(),

  // A page that the browser puts by whole (back-forward cache) is put by blank, or its last picture would be seen again.
  onpagehide() {
    root.style.opacity = '0';
  },
  onpageshow(event: PageTransitionEvent) {
    root.style.opacity = '';
    if (event.persisted) guard(true);
  },

  // Storage that is cleared as a whole: the reader has wiped the traces in another tab.
  onstorage(event: StorageEvent) {
    if (!event.key) leave();
  },

  onclick(event: MouseEvent) {
    if (!(event.target as Element).closest('.exit')) return;
    event.preventDefault();
    leave();
  },

  onkeydown(event: KeyboardEvent) {
    if (event.repeat) return;
    keys = (keys + event.key).slice(-18);
    if (/(Shift|Escape)\1\1$/.test(keys)) leave();
    // Esc closes things and stops loading: its presses are counted and not told.
    else if (event.key === 'Shift') startScript('exit', keys);
    setTimeout(() => {
      keys = '';
    }, 5000);
  },
});
