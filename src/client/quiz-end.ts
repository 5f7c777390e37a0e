import type { Outcome } from './judge.ts';
import type { Question } from './quiz-form.ts';
import { fill, show } from './words.ts';

/** The end of a quiz: how it stands, kind words when it is finished, what to look at again, where to go on. */
export interface QuizEnd {
  /** Shows the outcome. `open` are the questions not right yet. */
  update(outcome: Outcome, open: Question[]): void;
  /** The closing words for an outcome: empty until every question is answered. */
  closing(outcome: Outcome): string;
}

/**
 * Puts the closing words in before the way to the answers; every page would pay for them, and only a script can fill them.
 * `retry` is called when the reader wants another try at the questions still open.
 */
export function quizEnd(root: HTMLElement, retry: (open: Question[]) => void): QuizEnd {
  const words = root.dataset;
  let waiting: Question[] = [];
  const box = make('div', 'end', 'note');
  const score = make('p', 'score', 'tag');
  const verdict = make('p', 'verdict');
  const look = make('div', 'look');
  const heading = make('p', 'heading', 'tag');
  const list = make('ul', 'list');
  const again = make('button', 'retry') as HTMLButtonElement;
  const next = make('div', 'next');
  heading.textContent = words.lookAgain || '';
  again.textContent = words.retry || '';
  // Enter in the form must not press it.
  again.type = 'button';
  again.addEventListener('click', () => retry(waiting));
  for (const child of [heading, list]) look.appendChild(child);
  for (const child of [score, verdict, look, again, next, make('p', 'kept', 'tiny')]) box.appendChild(child);
  root.insertBefore(box, root.querySelector('[data-part=keep], .to-key'));

  const closing = (outcome: Outcome): string => {
    if (!outcome.isFinished) return '';
    if (!outcome.isPassed) return (outcome.isMustOpen ? words.must : words.again) || '';
    return (outcome.right < outcome.total ? words.passed : words.passedAll) || '';
  };

  return {
    closing,
    update(outcome, open) {
      waiting = outcome.isFinished ? open : [];
      show(score, fill(words.soFar, { right: outcome.right, total: outcome.total }));
      show(verdict, closing(outcome));
      again.hidden = look.hidden = !waiting.length;
      fillList(list, waiting);
      offerNext(next, outcome.isPassed);
    },
  };
}

function make(name: string, part: string, look = ''): HTMLElement {
  const element = document.createElement(name);
  element.dataset.part = part;
  element.className = look;
  return element;
}

/** Links to the questions worth another look. They move the focus and leave no trace in the history. */
function fillList(list: HTMLElement, questions: Question[]): void {
  list.textContent = '';
  for (const question of questions) {
    const link = document.createElement('a');
    const legend = question.box.querySelector('legend');
    link.href = `#${question.box.id}`;
    // The first text of the legend is the question; small print follows.
    link.textContent = legend && legend.firstChild && String(legend.firstChild.textContent).trim();
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(question);
    });
    list.appendChild(document.createElement('li')).appendChild(link);
  }
}

/** Brings a question into view and puts the keyboard at its first field. */
export function goTo(question: Question): void {
  question.box.scrollIntoView();
  if (question.fields[0]) question.fields[0].focus({ preventScroll: true });
}

/** The page's own way to the next lesson, once more where the reader is looking. */
function offerNext(place: HTMLElement, isPassed: boolean): void {
  const next = document.querySelector('[data-next]');
  place.hidden = !isPassed || !next;
  if (!next || place.firstChild) return;
  const copy = next.cloneNode(true) as HTMLElement;
  delete copy.dataset.next;
  place.appendChild(copy);
}
