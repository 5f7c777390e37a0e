import type { Outcome } from './judge.ts';
import type { Progress } from './progress.ts';
import { forgetQuiz, isPersistent, loadProgress, saveProgress } from './progress-store.ts';
import { answerOf, type Question, setAnswer, standingOf } from './quiz-form.ts';
import { show, today } from './words.ts';

/** What a quiz remembers from one visit to the next. */
export interface QuizMemory {
  /** Puts stored answers back, except where the reader has already chosen something. */
  restore(): void;
  /** Keeps the outcome and the answers, if that is allowed here. */
  save(outcome: Outcome): void;
}

/**
 * The memory of one quiz. On a sensitive lesson the page brings a switch, off unless this quiz is already kept:
 * without it nothing is written, and turning it off deletes. `onSwitch` is called when the reader uses it.
 */
export function quizMemory(root: HTMLElement, questions: Question[], onSwitch: () => void): QuizMemory {
  const quiz = root.dataset.quiz || '';
  const known = loadProgress().quizzes[quiz];
  const choice = root.querySelector<HTMLElement>('[data-part=keep]');
  const toggle = choice && choice.querySelector('input');
  if (choice && toggle) {
    choice.hidden = false;
    toggle.checked = !!known;
    toggle.addEventListener('change', () => {
      if (!toggle.checked) forgetQuiz(quiz);
      onSwitch();
    });
  }

  return {
    restore() {
      const answers = (known && known.answers) || {};
      for (const question of questions) {
        const answer = answers[question.id];
        if (answer && !standingOf(question).isStarted) setAnswer(question, answer);
      }
    },
    save(outcome) {
      const isKept = !toggle || toggle.checked;
      if (isKept) {
        const answers: Record<string, string> = {};
        for (const question of questions) if (standingOf(question).isStarted) answers[question.id] = answerOf(question);
        const change: Progress = { v: 1, quizzes: { [quiz]: { right: outcome.right, total: outcome.total, passed: outcome.isPassed, day: today(), answers } } };
        // A sensitive lesson leaves no trace in "go on with", not even the lesson after it.
        const last = toggle ? undefined : placeToGoOn(root, outcome.isPassed);
        if (last) change.last = last;
        saveProgress(change);
      }
      const note = root.querySelector<HTMLElement>('[data-part=kept]');
      if (note) show(note, (isKept && (isPersistent() ? root.dataset.kept : root.dataset.notKept)) || '');
    },
  };
}

/** This lesson; after passing it the next one, when the page names it and may (`data-next data-lesson data-lesson-title`). */
function placeToGoOn(root: HTMLElement, isPassed: boolean): Progress['last'] {
  const next = isPassed && document.querySelector<HTMLElement>('[data-next][data-lesson]:not([data-sensitive])');
  const place = (next || root).dataset;
  return place.lesson ? { id: place.lesson, title: place.lessonTitle || '' } : undefined;
}
