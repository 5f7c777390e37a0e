import { type Control, judge, type Standing } from './judge.ts';

/** What a reader sets. In the HTML, `value="1"` marks what belongs to the answer. */
export type Field = HTMLInputElement | HTMLSelectElement;

/** One question of the form, as the page's HTML has it. */
export interface Question {
  /** The question's own id, unique in its quiz. */
  id: string;
  box: HTMLElement;
  mustPass: boolean;
  fields: Field[];
}

/** The questions of a quiz form, in order. The tick box for those who check themselves is no field. */
export const questionsOf = (root: HTMLElement): Question[] =>
  Array.from(root.querySelectorAll<HTMLElement>('[data-q]'), (box) => ({
    id: box.dataset.q || '',
    box,
    mustPass: 'must' in box.dataset,
    fields: Array.from(box.querySelectorAll<Field>('input:not([data-self]),select')),
  }));

/** What kind of field a question is made of. */
export const kindOf = (question: Question) => (question.fields[0] ? question.fields[0].type : '') as Control['kind'];

/** How a question stands now. */
export const standingOf = (question: Question): Standing => judge(question.fields.map((field) => ({ kind: field.type as Control['kind'], name: field.name, isRight: field.value === '1', isChosen: digitOf(field) > 0 })));

/** An answer as it is stored: one digit per field. */
export const answerOf = (question: Question): string => question.fields.map(digitOf).join('');

/** Sets a question to a stored answer. One that does not fit (the question has changed since) does nothing. */
export function setAnswer(question: Question, answer: string): void {
  if (question.fields.length !== answer.length) return;
  question.fields.forEach((field, index) => {
    const digit = Number(answer[index]);
    if (!isList(field)) field.checked = digit > 0;
    else if (digit < field.length) field.selectedIndex = digit;
  });
}

/** The explanation that belongs to a field as it is set now, with the word that stands before it. */
export function feedbackOf(field: Field): string {
  const text = !isList(field) && field.checked && field.parentElement && field.parentElement.querySelector('p');
  if (!text) return '';
  const word = field.value === '1' ? text.dataset.y : text.dataset.n;
  return `${word || ''} ${text.textContent}`.trim();
}

const isList = (field: Field): field is HTMLSelectElement => 'selectedIndex' in field;
const digitOf = (field: Field): number => (isList(field) ? field.selectedIndex : Number(field.checked));
