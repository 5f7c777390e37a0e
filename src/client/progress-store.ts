/**
 * The one thing this site keeps about a reader: how far they have come. In `localStorage`, under a name that says nothing.
 *
 * Sample, under the key `sttb`:
 *
 *     {"v":1,
 *      "quizzes":{"a1-1":{"right":3,"total":4,"passed":true,"day":"2026-11-24","answers":{"q1":"010","q2":"2134"}}},
 *      "last":{"id":"a1-1","title":"Mua bán người là gì?"}}
 *
 * Life: written when a question of a quiz is answered (on a sensitive lesson only after the reader has switched it on);
 * read by the quiz, the home page and "Của tôi"; one quiz leaves when a sensitive lesson's switch is turned off, all of
 * it when the reader erases. Every write reads first and merges, so two tabs add up and nothing goes backwards. Nothing
 * but the quiz on the page is ever written from a page: after an erasure in one tab, another does not bring the rest back.
 *
 * When things change:
 * - a question is added or removed: the best result stays as it was (`right` of the old `total`), passed stays passed;
 *   its stored answers no longer fit its form and are passed over.
 * - a quiz or lesson is gone: its entry stays and is shown nowhere. Ids are for life, so nothing is renamed.
 * - a next format (`v: 2`) must read version 1 too. This version leaves a newer one untouched and works from memory.
 * - damaged: whole entries are kept, the rest is dropped at the next write.
 * - discreet mode: nothing is read and nothing written; what was kept before stays until it is wiped.
 * - blocked or full: everything works until the page is closed; `isPersistent` says so.
 */
import { isDiscreet } from './inline/memory.ts';
import { emptyProgress, mergeProgress, type Progress, parseProgress, withoutQuiz } from './progress.ts';

const KEY = 'sttb';

/** Only what could not be written. */
let unwritten = emptyProgress();

/** Everything known, newest state of the storage first. Never throws. */
export function loadProgress(): Progress {
  const kept = read();
  return mergeProgress(kept === 'future' ? emptyProgress() : kept, unwritten);
}

/** Adds to what is known. */
export function saveProgress(change: Progress): void {
  if (write(mergeProgress(loadProgress(), change))) unwritten = emptyProgress();
  else unwritten = mergeProgress(unwritten, change);
}

/** Drops one quiz. When it was all there was, the key goes too. */
export function forgetQuiz(id: string): void {
  if (isDiscreet()) {
    unwritten = withoutQuiz(unwritten, id);
    return;
  }
  const rest = withoutQuiz(loadProgress(), id);
  if (read() !== 'future' && !rest.last && !Object.keys(rest.quizzes).length) {
    eraseAll();
    return;
  }
  unwritten = write(rest) ? emptyProgress() : withoutQuiz(unwritten, id);
}

/** Erases all of it, also what a newer version wrote. True when nothing is left. */
export function eraseAll(): boolean {
  unwritten = emptyProgress();
  try {
    localStorage.removeItem(KEY);
    return localStorage.getItem(KEY) === null;
  } catch (_) {
    return true; // storage that cannot be reached holds nothing of ours
  }
}

/** Whether what is saved now will still be there when the page is opened again. */
export function isPersistent(): boolean {
  if (isDiscreet() || Object.keys(unwritten.quizzes).length || read() === 'future') return false;
  try {
    if (localStorage.getItem(KEY) !== null) return true;
    localStorage.setItem(KEY, '');
    localStorage.removeItem(KEY);
    return true;
  } catch (_) {
    return false;
  }
}

function read(): Progress | 'future' {
  if (isDiscreet()) return emptyProgress();
  try {
    return parseProgress(localStorage.getItem(KEY));
  } catch (_) {
    return emptyProgress();
  }
}

function write(progress: Progress): boolean {
  if (isDiscreet() || read() === 'future') return false;
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
    return true;
  } catch (_) {
    return false;
  }
}
