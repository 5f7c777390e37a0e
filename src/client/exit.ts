import { fill } from './words.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/** How many presses lead away, and how long one counts, in milliseconds: as in `inline/exit.ts`, which does the leaving. */
const PRESSES = 3;
const COUNTS_FOR = 5000;

let voice: HTMLElement | undefined;
let dots: HTMLElement | undefined;
let timer: number | undefined;

/** Tells how far somebody is who leaves by pressing Shift: in words for a screen reader, in dots on the button. `keys` are the last ones, in a row. */
export function start(keys: string): void {
  tell(/ShiftShift$/.test(keys) ? 2 : 1);
  clearTimeout(timer);
  timer = window.setTimeout(tell, COUNTS_FOR, 0);
}

function tell(presses: number): void {
  const exit = document.querySelector('.exit');
  if (!exit) return;
  if (!voice || !dots) {
    voice = document.createElement('p');
    voice.className = 'skip';
    voice.setAttribute('role', 'status');
    document.body.appendChild(voice);
    dots = document.createElement('span');
    dots.setAttribute('aria-hidden', 'true');
    exit.appendChild(dots);
  }
  dots.textContent = presses ? ` ${'••'.slice(0, presses)}` : '';
  // A screen reader notices a change only in a region that was there before.
  setTimeout(() => {
    if (voice) voice.textContent = presses ? fill(__WORDS__.more, { count: PRESSES - presses }) : '';
  }, 50);
}
