import { fill } from './words.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/** How long a press of Shift counts, in milliseconds; the same as in `inline/exit.ts`. */
const COUNTS_FOR = 5000;

let voice: HTMLElement | undefined;
let dots: HTMLElement | undefined;
let timer: number | undefined;

/**
 * Tells how far somebody is who leaves by keyboard: in words for a screen reader, in dots on the button. Leaving itself is the
 * business of the script in the page and does not wait for this. `presses` of Shift there have been, one or two.
 */
export function start(presses: number): void {
  const exit = document.querySelector('a.exit');
  if (!exit) return;
  if (!voice || !dots) {
    voice = document.createElement('p');
    voice.className = 'skip';
    voice.setAttribute('role', 'status');
    dots = document.createElement('span');
    dots.setAttribute('aria-hidden', 'true');
    exit.appendChild(dots);
    document.body.appendChild(voice);
  }
  tell(presses);
  clearTimeout(timer);
  timer = window.setTimeout(tell, COUNTS_FOR, 0);
}

function tell(presses: number): void {
  if (dots) dots.textContent = presses ? ` ${'••'.slice(0, presses)}` : '';
  // A screen reader notices a change only in a region that was there before.
  setTimeout(() => {
    if (voice) voice.textContent = presses ? fill(__WORDS__.more, { count: 3 - presses }) : '';
  }, 50);
}
