import type { Question } from '../schemas/quiz.ts';

/** One thing to tick or pick, with what is said when it is chosen. */
export interface Choice {
  text: string;
  isRight: boolean;
  feedback: string;
}

/** A question whose answer is picked from a list. */
export type ChoiceQuestion = Extract<Question, { kind: 'single' | 'multiple' | 'truefalse' | 'flags' }>;

/** The choices of a question in the order of its file. `yes` and `no` are the words for true and false. */
export function choicesOf(question: ChoiceQuestion, yes: string, no: string): Choice[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.map((choice) => ({ text: choice.text, isRight: choice.correct, feedback: choice.feedback }));
    case 'truefalse':
      return [
        { text: yes, isRight: question.answer, feedback: question.whenTrue },
        { text: no, isRight: !question.answer, feedback: question.whenFalse },
      ];
    case 'flags':
      return question.lines.map((line) => ({ text: line.text, isRight: line.flag, feedback: line.feedback }));
  }
}

/** How many right marks a reader can set in a question: what the score without scripts counts up to. */
export function countRight(question: Question): number {
  switch (question.kind) {
    case 'multiple':
      return question.choices.filter((choice) => choice.correct).length;
    case 'flags':
      return question.lines.filter((line) => line.flag).length;
    case 'match':
      return question.items.length;
    default:
      return 1;
  }
}
