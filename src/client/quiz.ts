import { type Outcome, type Standing, sumUp } from './judge.ts';
import { goTo, quizEnd } from './quiz-end.ts';
import { answerOf, type Field, feedbackOf, kindOf, type Question, questionsOf, setAnswer, standingOf } from './quiz-form.ts';
import { quizMemory } from './quiz-memory.ts';
import { show } from './words.ts';

/** The sentences of this script, put in when it is bundled: they come from `content/strings`, not from every page. */
declare const __WORDS__: Record<string, string>;

/**
 * Adds to a quiz what HTML cannot do alone: says feedback aloud, counts questions, remembers, and closes kindly.
 * `root` is the form that `Quiz.astro` writes; without this code it is complete already.
 */
export function start(root: HTMLElement): void {
  Object.assign(root.dataset, __WORDS__);
  const voice = root.querySelector('.say') as HTMLElement;
  const end = quizEnd(root, startAgain);
  const questions = questionsOf(root);
  const memory = quizMemory(root, questions, () => memory.save(update()));
  // Loaded by the reader's first touch: that answer is there already, and still waits for a word.
  const touched = questions.filter((question) => standingOf(question).isStarted).pop();
  let wasFinished: boolean;

  for (const part of Array.from(root.querySelectorAll<HTMLElement>('.score,.self'))) part.hidden = true;
  memory.restore();
  wasFinished = update().isFinished;
  root.addEventListener('submit', (event) => event.preventDefault());
  root.addEventListener('change', (event) => react(event.target as Field));
  if (touched) react(touched.fields.find((field) => field === document.activeElement || !!feedbackOf(field)) as Field);

  /** Answers a change of one field. Closing words are said once, when the last answer comes in. */
  function react(field: Field): void {
    const question = questions.find((question) => question.fields.indexOf(field) >= 0);
    if (!question) return;
    const outcome = update(question);
    const words = [feedbackOf(field), stateOf(question, standingOf(question)), wasFinished ? '' : end.closing(outcome)];
    wasFinished = outcome.isFinished;
    voice.textContent = words.filter(Boolean).join(' ');
    memory.save(outcome);
  }

  /** Shows how things stand. A set is answered when as much is ticked as is right, or when the reader has gone on. */
  function update(current?: Question): Outcome {
    const states = questions.map((question) => {
      const standing = standingOf(question);
      const reasons = question.box.querySelector('details');
      const isLeft = standing.isStarted && kindOf(question) === 'checkbox' && question !== current;
      show(question.box.querySelector('.state'), stateOf(question, standing));
      if (reasons && standing.isRight) reasons.open = true;
      return { isRight: standing.isRight, isAnswered: standing.isAnswered || isLeft, mustPass: question.mustPass };
    });
    const outcome = sumUp(states);
    end.update(
      outcome,
      questions.filter((_, index) => !(states[index] as { isRight: boolean }).isRight),
    );
    return outcome;
  }

  /** The word under a set or an order, which no single choice can give. */
  function stateOf(question: Question, standing: Standing): string {
    const words = root.dataset;
    const kind = kindOf(question);
    if (!standing.isStarted || kind === 'radio') return '';
    if (kind === 'checkbox') return (standing.isRight ? words.all : standing.wrong ? words.drop : words.more) || '';
    return (standing.missing ? '' : standing.isRight ? words.ordered : words.reorder) || '';
  }

  function startAgain(open: Question[]): void {
    for (const question of open) {
      const reasons = question.box.querySelector('details');
      setAnswer(question, answerOf(question).replace(/./g, '0'));
      if (reasons) reasons.open = false;
    }
    wasFinished = false;
    voice.textContent = '';
    memory.save(update());
    if (open[0]) goTo(open[0]);
  }
}
