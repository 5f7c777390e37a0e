import { createElement as h, type ReactNode } from 'react';
import type { Question } from '../../schemas/quiz.ts';
import { type ChoiceQuestion, choicesOf, countRight } from '../../shared/quiz-choices.ts';
import { shuffledPlaces } from '../../shared/shuffle.ts';
import type { DrawData } from './data.ts';

/** A quiz while it is written: anything may still be missing. */
export interface QuizDraft {
  id?: string;
  questions?: Question[];
}

/**
 * The questions of a quiz with the markup of `src/components/lesson/quiz`, which answers by style alone: so they can be
 * played in the preview. A test compares it with the finished pages.
 */
export function drawQuiz({ id = '', questions = [] }: QuizDraft, data: DrawData): ReactNode[] {
  const whole = questions.map(withoutHoles);
  const count = whole.reduce((sum, question) => sum + countRight(question), 0);
  const { quizWords: words } = data;
  return [
    ...whole.map((question, index) => oneQuestion(id, question, index + 1, data)),
    h('p', { key: 'score', className: 'score', 'data-y': words['countRight'], 'data-n': words['countNotYet'] }, words['countAll']?.replace('{count}', String(count))),
  ];
}

/** A question just begun has no lists yet. */
function withoutHoles(question: Question): Question {
  const lists = { single: ['choices'], multiple: ['choices'], truefalse: [], order: ['items'], match: ['groups', 'items'], flags: ['lines'] }[question.kind] ?? [];
  const values = question as unknown as Record<string, unknown>;
  return { ...question, ...Object.fromEntries(lists.map((list) => [list, values[list] ?? []])) };
}

function oneQuestion(quizId: string, question: Question, number: number, data: DrawData): ReactNode {
  const { quizWords: words } = data;
  const id = `${quizId}_${question.id}`;
  const hint = { single: '', truefalse: '', multiple: words['hintMultiple'], order: words['hintOrder'], match: words['hintMatch'], flags: words['hintFlags'] }[question.kind];
  const small = [hint, question.mustPass && words['mustPass']].filter(Boolean).join(' ');
  const inside = question.kind === 'order' ? orderItems(id, question, data) : question.kind === 'match' ? matchItems(id, question, data) : choices(id, question, data);
  return h(
    'fieldset',
    { key: id, id, 'data-q': question.id, ...(question.mustPass && { 'data-must': '' }) },
    h('legend', null, `${number}. ${withNumbers(question.prompt, data)}`, small && [' ', h('small', { key: 'small' }, small)]),
    ...inside,
  );
}

function choices(id: string, question: ChoiceQuestion, data: DrawData): ReactNode[] {
  const { quizWords: words } = data;
  const isOne = question.kind === 'single' || question.kind === 'truefalse';
  const all = choicesOf(question, words['isTrue'] ?? '', words['isFalse'] ?? '').map((choice, index) =>
    h(
      'div',
      null,
      h('input', { type: isOne ? 'radio' : 'checkbox', ...(isOne && { name: id }), id: `${id}_${index}`, value: choice.isRight ? 1 : 0 }),
      h('label', { htmlFor: `${id}_${index}` }, withNumbers(choice.text, data)),
      h('p', null, h('b', null, choice.isRight ? words['right'] : words['notYet']), ' ', withNumbers(choice.feedback, data)),
    ),
  );
  const state = isOne ? [] : [h('p', { className: 'state', hidden: true })];
  if (question.kind !== 'flags') return [...all, ...state];
  return [h('p', { className: 'tag' }, data.words['messageFrom']?.replace('{from}', withNumbers(question.from, data))), h('div', { className: 'bubble' }, ...all), h('p', { className: 'tiny' }, data.words['illustrative']), ...state];
}

function matchItems(id: string, question: Extract<Question, { kind: 'match' }>, data: DrawData): ReactNode[] {
  const { quizWords: words } = data;
  return question.items.map((item, index) =>
    h(
      'fieldset',
      null,
      h('legend', null, withNumbers(item.text, data)),
      ...question.groups.flatMap((group, place) => [
        h('input', { type: 'radio', name: `${id}_${index}`, id: `${id}_${index}${place}`, value: group === item.group ? 1 : 0 }),
        h('label', { htmlFor: `${id}_${index}${place}` }, withNumbers(group, data)),
      ]),
      h('p', { 'data-y': words['right'], 'data-n': words['notYet'] }, withNumbers(item.feedback, data)),
    ),
  );
}

function orderItems(id: string, { items }: Extract<Question, { kind: 'order' }>, data: DrawData): ReactNode[] {
  const { quizWords: words } = data;
  const mixed = shuffledPlaces(items.length, id).flatMap((place) => items.slice(place, place + 1).map((item) => ({ item, place })));
  return [
    ...mixed.map(({ item, place }, row) =>
      h(
        'div',
        null,
        h('select', { id: `${id}_${row}` }, h('option', { value: '0' }, '–'), ...items.map((_, index) => h('option', { value: index === place ? 1 : 0 }, index + 1))),
        h('label', { htmlFor: `${id}_${row}` }, withNumbers(item.text, data)),
      ),
    ),
    h('p', { className: 'state', hidden: true }),
    h(
      'details',
      null,
      h('summary', null, words['showOrder']),
      h('ol', null, ...items.map((item) => h('li', null, h('b', null, withNumbers(item.text, data)), ' ', withNumbers(item.feedback, data)))),
      h('div', { className: 'self' }, h('input', { type: 'checkbox', id: `${id}_self`, value: '1', 'data-self': '' }), h('label', { htmlFor: `${id}_self` }, words['orderSelf'])),
    ),
  ];
}

/** A text with the numbers of contacts in the place of `[[id]]`, or their names when they have none. */
export const withNumbers = (text: string | undefined, { contacts }: DrawData): string => (text ?? '').replace(/\[\[([^\]]+)\]\]/g, (token, id: string) => contacts[id]?.number || contacts[id]?.name || token);
