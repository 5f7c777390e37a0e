import { smsLink } from '../shared/send.ts';
import { addActs } from './send.ts';
import { fill, show } from './words.ts';

/**
 * Adds to a self-check what CSS cannot: shows only the level that the answers reach, says it aloud, and writes the
 * message for the family from the answers. Nothing is kept: not on the phone, not in the address.
 */
export function start(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  const questions = Array.from(form.querySelectorAll('fieldset'));
  const levels = Array.from(form.querySelectorAll<HTMLElement>('[data-from]'));
  const points = form.querySelector('.points') as HTMLElement;
  const voice = form.querySelector('.say') as HTMLElement;
  const send = form.querySelector('.send') as HTMLElement;
  const quote = send.querySelector('blockquote') as HTMLElement;
  const sms = send.querySelector('a') as HTMLAnchorElement;
  const template = quote.textContent || '';

  const answerOf = (question: Element) => {
    const chosen = question.querySelector<HTMLInputElement>(':checked');
    return chosen ? chosen.value : '';
  };
  const wordsOf = (question: Element, part: string) => ((question.querySelector(part) as Element).textContent || '').trim();

  /** The question alone, without its number and its points. */
  const promptOf = (question: Element) => {
    const first = (question.querySelector('legend') as Element).firstChild;
    return ((first && first.textContent) || '').replace(/^\d+\. /, '').trim();
  };

  function update(): void {
    const answered = questions.filter((question) => answerOf(question));
    const flagged = answered.filter((question) => Number(answerOf(question)) > 0);
    const unsure = answered.filter((question) => answerOf(question) === 'u');
    const sum = flagged.reduce((all, question) => all + Number(answerOf(question)), 0);
    // Nothing worrying yet says little while questions are open.
    const isTold = sum > 0 || answered.length === questions.length;
    const reached = levels.filter((level) => isTold && Number(level.dataset.from) <= sum).pop();
    for (const level of levels) level.toggleAttribute('data-now', level === reached);
    show(points, fill(points.dataset.words, { points: sum, answered: answered.length }));
    const title = reached ? wordsOf(reached, 'h3') : '';
    if (voice.textContent !== title) voice.textContent = title;
    const list = (words: string | undefined, lines: string[]) => (lines.length ? [words || ''].concat(lines.map((line) => `- ${line}`)) : []);
    const text = [template]
      .concat(
        list(
          send.dataset.flags,
          flagged.map((question) => wordsOf(question, '.flag b')),
        ),
        list(
          send.dataset.asks,
          unsure.map((question) => promptOf(question)),
        ),
      )
      .join('\n');
    quote.textContent = text;
    sms.href = smsLink(text);
  }

  form.setAttribute('data-on', '');
  form.addEventListener('change', update);
  form.addEventListener('reset', () => setTimeout(update));
  form.addEventListener('submit', (event) => event.preventDefault());
  addActs(send.querySelector('[data-part=acts]') as Element, () => quote.textContent || '');
  update();
}
