import type { FormName, Item } from '../../session/record.ts';

/** An item with its words, as the page's HTML has it. */
export interface AskedItem extends Item {
  prompt: string;
  choices: { text: string; feedback: string }[];
  lessonTitle: string;
}

export type FormsOnPage = Partial<Record<FormName, AskedItem[]>>;

const textOf = (element: Element | null) => ((element && element.textContent) || '').trim();

/** Reads the forms from the sheets that the page shows anyway (see `FormSheet.astro`). */
export function readForms(root: HTMLElement): FormsOnPage {
  const forms: FormsOnPage = {};
  for (const form of Array.from(root.querySelectorAll<HTMLElement>('[data-form]'))) {
    forms[form.dataset.form as FormName] = Array.from(form.querySelectorAll<HTMLElement>('[data-item]'), (item) => {
      const choices = Array.from(item.querySelectorAll<HTMLElement>('.letters li'));
      return {
        id: item.dataset.item || '',
        lesson: item.dataset.lesson || '',
        lessonTitle: item.dataset.lessonTitle || '',
        isMultiple: 'many' in item.dataset,
        isRight: choices.map((choice) => 'right' in choice.dataset),
        prompt: textOf(item.querySelector('p')),
        choices: choices.map((choice) => ({ text: textOf(choice.querySelector('span')), feedback: textOf(choice.querySelector('small')) })),
      };
    });
  }
  return forms;
}
