import { fill } from './words.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/** How long a press counts, in milliseconds. */
const COUNTS_FOR = 5000;
const PRESSES = 3;

let presses = 0;
let last: KeyboardEvent | undefined;
let voice: HTMLElement | undefined;
let dots: HTMLElement | undefined;
let timer: number | undefined;

/**
 * Leaving by keyboard: Shift (or Esc) three times in a row. Called by the script in the page for each press of one of them; any
 * other key starts the count again, so writing a capital letter is no press. Tells how far somebody is: in words for a
 * screen reader, in dots on the button. Esc closes things elsewhere, so its presses are counted and not told.
 */
export function start(event: KeyboardEvent, leave: () => void): void {
  if (event.repeat) return;
  if (!last) addEventListener('keydown', (other) => other.key !== (last && last.key) && reset());
  presses = last && last.key === event.key && event.timeStamp - last.timeStamp < COUNTS_FOR ? presses + 1 : 1;
  last = event;
  if (presses === PRESSES) return leave();
  if (event.key !== 'Shift') return;
  tell(presses);
  clearTimeout(timer);
  timer = window.setTimeout(reset, COUNTS_FOR);
}

function reset(): void {
  presses = 0;
  tell(0);
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
