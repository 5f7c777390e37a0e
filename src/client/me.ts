import type { Progress } from './progress.ts';
import { isPersistent, loadProgress } from './progress-store.ts';
import { fill, show } from './words.ts';

/**
 * "Của tôi": marks the lessons that the page lists and says where to go on. `root` brings its words as data
 * attributes and its parts as `data-part`; courses and modules are `[data-count]` (the first `<small>` in
 * each says how many lessons are done), lessons `[data-lesson]`.
 */
export function start(root: HTMLElement): void {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part=${name}]`);
  const lessons = Array.from(root.querySelectorAll<HTMLElement>('[data-lesson]'));
  const words = root.dataset;
  show(part('no-script'), '');
  draw();
  document.addEventListener('wiped', draw);

  function draw(): void {
    const progress = loadProgress();
    const isEmpty = !Object.keys(progress.quizzes).length;
    const isDone = (lesson: HTMLElement) => (resultOf(progress, lesson) || { passed: false }).passed;
    const done = (list: HTMLElement[]) => ({ done: list.filter(isDone).length, all: list.length });
    show(part('state'), (isPersistent() ? isEmpty && words.empty : words.blocked) || '');
    show(part('total'), isEmpty ? '' : fill(words.total, done(lessons)));
    for (const lesson of lessons) {
      const result = resultOf(progress, lesson);
      show(lesson.querySelector('small'), !result ? '' : result.passed ? fill(words.done) : fill(words.started, { right: result.right, total: result.total }));
    }
    for (const group of Array.from(root.querySelectorAll<HTMLElement>('[data-count]'))) {
      const count = done(lessons.filter((lesson) => group.contains(lesson)));
      show(group.querySelector('small'), count.done ? fill(words.moduleDone, count) : '');
    }
    goOn(part('continue'), words.continue, nextLesson(progress, lessons, isDone));
  }
}

const resultOf = (progress: Progress, lesson: HTMLElement) => progress.quizzes[lesson.dataset.lesson || ''];

/** The last lesson, or the first one after it that is not done. */
function nextLesson(progress: Progress, lessons: HTMLElement[], isDone: (lesson: HTMLElement) => boolean): HTMLElement | undefined {
  const last = progress.last;
  const from = lessons.findIndex((lesson) => !!last && lesson.dataset.lesson === last.id);
  return from < 0 ? undefined : lessons.slice(from).find((lesson) => !isDone(lesson));
}

function goOn(place: HTMLElement | null, words: string | undefined, lesson: HTMLElement | undefined): void {
  const from = lesson && lesson.querySelector('a');
  if (!place) return;
  show(place, '');
  if (!from) return;
  const to = document.createElement('a');
  to.className = 'button';
  to.href = from.href;
  to.textContent = fill(words, { lesson: (from.querySelector('b') || from).textContent || '' });
  place.appendChild(to);
  place.hidden = false;
}
