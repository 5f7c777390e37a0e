/**
 * Quick exit. It stands in the head, so that it works while the rest of the page is still on its way, and so that a page
 * which must not come back is stopped before its first word is drawn.
 *
 * Leaving empties the page in the same task, then puts the farm calendar in its place. Every exit of a tab has a number. A
 * place in the tab's history carries the number of the last exit before it was opened; going back, forward, reloading or
 * opening the tab again leads past every place with a smaller one, to the calendar. Tapping a link or typing an address
 * opens a new place, so a reader returns by simply doing that. The number is kept where the browser has room for it: in
 * the tab's storage, its name and its history; all three go when the tab goes.
 */
import { isDiscreet, tab } from './memory.ts';
import { fetchScript } from './scripts.ts';

/** The calendar's path with the site's base, and its title: put in when this is bundled. */
declare const __EXIT__: [path: string, title: string];

const root = document.documentElement;
let isLeaving: 1 | undefined;

const exits = () => Number(tab.nl || name || history.state) || 0;

/** Nothing of the page is left when this returns: no words, no sound, no dialog, no title. */
function vanish(): void {
  isLeaving = 1;
  document.title = __EXIT__[1];
  root.style.opacity = '0';
  stop();
  if (document.body) document.body.remove();
  if (window.speechSynthesis) speechSynthesis.cancel();
  location.replace(__EXIT__[0]);
}

function leave(): void {
  vanish();
  tab.nl = name = String(exits() + 1);
}

/** Lets a page that is being shown stand, or leads past it. */
function guard(isReturning: boolean | undefined): void {
  const count = exits();
  if (!count || history.state === count) return;
  name = String(count);
  if (isReturning && location.pathname !== __EXIT__[0]) vanish();
  else history.replaceState(count, '');
}

// Not the newer list of entries: this is the one form that browsers of 2018 and of today both know.
guard(performance.navigation && performance.navigation.type > 0);

// A page that the browser puts by whole (back-forward cache) is put by blank, or its last picture would be seen again.
addEventListener('pagehide', () => {
  root.style.opacity = '0';
});
addEventListener('pageshow', (event) => {
  if (isLeaving) return;
  root.style.opacity = '';
  if (event.persisted) guard(true);
});

// A place inside a page that was opened after an exit.
addEventListener('hashchange', () => guard(false));

// Storage that is cleared as a whole: the reader has wiped the traces in another tab.
addEventListener('storage', (event) => {
  if (!event.key) leave();
});

addEventListener(
  'click',
  (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    const isExit = link.className === 'exit';
    if (!isExit && !(isDiscreet() && link.origin === location.origin && !link.download && !event.ctrlKey)) return;
    event.preventDefault();
    if (isExit) leave();
    // Discreet mode: the site has one place in the history, whatever is read.
    else location.replace(link.href);
  },
  true,
);

let presses = 0;
let last: KeyboardEvent | undefined;
addEventListener('keydown', (event) => {
  const key = event.key;
  if (event.repeat) return;
  presses = last && last.key === key && event.timeStamp - last.timeStamp < 5000 ? presses + 1 : 1;
  last = event;
  if (key !== 'Shift' && key !== 'Escape') return;
  if (presses > 2) leave();
  else if (key === 'Shift') fetchScript('exit').then((module) => module.start(presses));
});
