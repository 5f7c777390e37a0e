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
 * Takes over the end of the quiz from the HTML (hidden until now; its words are the form's data attributes).
 * `retry` is called when the reader wants another try at the questions still open.
 */
export function quizEnd(root: HTMLElement, retry: (open: Question[]) => void): QuizEnd {
  const part = (name: string) => root.querySelector(`[data-part=${name}]`) as HTMLElement;
  const words = root.dataset;
  const again = part('retry') as HTMLButtonElement;
  let waiting: Question[] = [];
  // As the form's disabled default button it kept Enter from sending the form; now Enter must not press it either.
  again.type = 'button';
  again.disabled = false;
  again.addEventListener('click', () => retry(waiting));
  part('end').hidden = false;

  const closing = (outcome: Outcome): string => {
    if (!outcome.isFinished) return '';
    if (!outcome.isPassed) return (outcome.isMustOpen ? words.must : words.again) || '';
    return (outcome.right < outcome.total ? words.passed : words.passedAll) || '';
  };

  return {
    closing,
    update(outcome, open) {
      waiting = outcome.isFinished ? open : [];
      show(part('score'), fill(words.soFar, { right: outcome.right, total: outcome.total }));
      show(part('verdict'), closing(outcome));
      again.hidden = part('look').hidden = !waiting.length;
      fillList(part('list'), waiting);
      offerNext(part('next'), outcome.isPassed);
    },
  };
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
