import type { Locator, Page } from '@playwright/test';
import { t } from '../../src/strings/index.ts';
import type { Question, Quiz } from './content.ts';

/** Something a reader can choose, and what is said when it is chosen. */
export interface Option {
  label: string;
  isRight: boolean;
  /** All that is said, beginning with the word for right or not yet. */
  said: string;
}

/** The options of a question that is answered by picking or ticking; none for the other kinds. */
export function optionsOf(question: Question): Option[] {
  const option = (label: string, isRight: boolean, feedback: string): Option => ({ label, isRight, said: `${isRight ? t('quiz.right') : t('quiz.notYet')} ${feedback}` });
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map((choice) => option(choice.text, choice.correct ?? false, choice.feedback));
    case 'truefalse':
      return [option(t('quiz.isTrue'), question.answer, question.whenTrue), option(t('quiz.isFalse'), !question.answer, question.whenFalse)];
    case 'flags':
      return question.lines.map((line) => option(line.text, line.flag, line.feedback));
    default:
      return [];
  }
}

/** A quiz on an open page, with verbs for what a reader does. What is right is read from the quiz's file, not from the page. */
export class QuizForm {
  readonly root: Locator;
  readonly quiz: Quiz;

  constructor(page: Page, quiz: Quiz) {
    this.quiz = quiz;
    this.root = page.locator(`form[data-quiz="${quiz.id}"]`);
  }

  /** The box of a question, found as a screen reader finds it: by its number and its words. */
  box(question: Question): Locator {
    const number = this.quiz.questions.indexOf(question) + 1;
    return this.root.getByRole('group', { name: `${number}. ${question.prompt}` });
  }

  /** The one question of this kind. */
  of<K extends Question['kind']>(kind: K): Extract<Question, { kind: K }> {
    const found = this.quiz.questions.find((question) => question.kind === kind);
    if (!found) throw new Error(`quiz ${this.quiz.id} has no question of kind ${kind}`);
    return found as Extract<Question, { kind: K }>;
  }

  async choose(question: Question, label: string): Promise<void> {
    await this.box(question).getByLabel(label, { exact: true }).check();
  }

  /** Puts a thing into a group. */
  async match(question: Question, item: string, group: string): Promise<void> {
    await this.box(question).getByRole('group', { name: item, exact: true }).getByLabel(group, { exact: true }).check();
  }

  /** Gives things of an order question their places, from 1. */
  async place(question: Question, item: string, place: number): Promise<void> {
    await this.box(question)
      .getByLabel(item, { exact: true })
      .selectOption({ label: String(place) });
  }

  async answerRight(question: Question): Promise<void> {
    if (question.kind === 'order') for (const [index, item] of question.items.entries()) await this.place(question, item.text, index + 1);
    else if (question.kind === 'match') for (const item of question.items) await this.match(question, item.text, item.group);
    else for (const option of optionsOf(question)) if (option.isRight) await this.choose(question, option.label);
  }

  /** Answers wholly, but not right. */
  async answerWrong(question: Question): Promise<void> {
    if (question.kind === 'order') for (const [index, item] of question.items.entries()) await this.place(question, item.text, question.items.length - index);
    else if (question.kind === 'match') for (const item of question.items) await this.match(question, item.text, question.groups.find((group) => group !== item.group) ?? '');
    else {
      const isOne = question.kind === 'single' || question.kind === 'truefalse';
      const wrong = optionsOf(question).filter((option) => !isOne || !option.isRight);
      for (const option of isOne ? wrong.slice(0, 1) : wrong) await this.choose(question, option.label);
    }
  }

  async answerAllRight(): Promise<void> {
    for (const question of this.quiz.questions) await this.answerRight(question);
  }

  /** Everything that is explained to the reader at this moment under a question. */
  async said(question: Question): Promise<string[]> {
    const texts = await this.box(question).locator('input ~ p').all();
    const shown = [];
    for (const text of texts) if (await text.isVisible()) shown.push((await text.innerText()).trim());
    return shown;
  }
}
