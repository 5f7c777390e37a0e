/** One thing a reader can set in a question: a radio button, a tick box, or a list to choose from. */
export interface Control {
  kind: 'radio' | 'checkbox' | 'select-one';
  /** Radio buttons of one name exclude each other. */
  name: string;
  /** For a radio button or tick box: belongs to the answer. For a list: what it shows now is right. */
  isRight: boolean;
  isChosen: boolean;
}

/** How a question stands. */
export interface Standing {
  /** Something is chosen. */
  isStarted: boolean;
  /** As much is chosen as the answer has parts. */
  isAnswered: boolean;
  /** Exactly the answer. */
  isRight: boolean;
  /** Chosen, but not part of the answer. */
  wrong: number;
  /** Parts still to be chosen. */
  missing: number;
}

/** Judges one question. Right is all or nothing: every group, every place in the order, exactly the set. */
export function judge(controls: Control[]): Standing {
  const chosen = controls.filter((control) => control.isChosen);
  const wrong = chosen.filter((control) => !control.isRight).length;
  const isSet = controls.some((control) => control.kind === 'checkbox');
  const missing = isSet ? controls.filter((control) => control.isRight && !control.isChosen).length : new Set(controls.map(partOf)).size - chosen.length;
  return {
    isStarted: chosen.length > 0,
    isAnswered: chosen.length > 0 && (isSet ? wrong >= missing : missing === 0),
    isRight: chosen.length > 0 && wrong + missing === 0,
    wrong,
    missing,
  };
}

const partOf = (control: Control, index: number) => (control.kind === 'radio' ? control.name : index);

/** The share of right questions that passes a quiz. */
export const PASS_SHARE = 0.7;

/** How a whole quiz stands. */
export interface Outcome {
  right: number;
  total: number;
  /** Every question has an answer. */
  isFinished: boolean;
  isPassed: boolean;
  /** Finished, but a question that must be right is not. */
  isMustOpen: boolean;
}

/** Sums up a quiz: passed when finished, with the share right and every must-pass question right. Nothing is subtracted. */
export function sumUp(questions: { isAnswered: boolean; isRight: boolean; mustPass: boolean }[]): Outcome {
  const right = questions.filter((question) => question.isRight).length;
  const total = questions.length;
  const isFinished = questions.every((question) => question.isAnswered);
  const isMustOpen = isFinished && questions.some((question) => question.mustPass && !question.isRight);
  return { right, total, isFinished, isMustOpen, isPassed: isFinished && !isMustOpen && right >= total * PASS_SHARE };
}
