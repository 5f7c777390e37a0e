/** What is known of one quiz. Holds no time of day: a day is enough to be useful, and tells a watcher less. */
export interface QuizResult {
  /** The best number of questions right so far, out of `total` as it was then. */
  right: number;
  total: number;
  /** Passed once is passed for good. */
  passed: boolean;
  /** The latest day it was worked on, `YYYY-MM-DD`. */
  day: string;
  /** For going on later: question id → one digit per control of its form. Absent or empty: nothing chosen. */
  answers?: Record<string, string>;
}

/** All that this phone remembers. Also the shape of a change: just the parts that a page has to add. */
export interface Progress {
  v: 1;
  /** Quiz id → what is known of it. */
  quizzes: Record<string, QuizResult>;
  /** Where to go on. */
  last?: { id: string; title: string };
}

export const emptyProgress = (): Progress => ({ v: 1, quizzes: {} });

/**
 * Reads stored text, trusting none of it: what is whole is kept, what is not is left out, nothing throws.
 * `'future'` when a newer version of the site wrote it: not ours to read, and not ours to overwrite.
 */
export function parseProgress(text: string | null): Progress | 'future' {
  const progress = emptyProgress();
  const raw = parseJson(text);
  if (!isRecord(raw)) return progress;
  if (typeof raw.v === 'number' && raw.v > 1) return 'future';
  if (raw.v !== 1) return progress;
  if (isRecord(raw.quizzes)) {
    for (const id of Object.keys(raw.quizzes)) {
      const result = readResult(raw.quizzes[id]);
      if (isId(id) && result) progress.quizzes[id] = result;
    }
  }
  const last = raw.last;
  if (isRecord(last) && isId(last.id) && typeof last.title === 'string') progress.last = { id: last.id, title: last.title.slice(0, 120) };
  return progress;
}

/** Adds `change` to `known`. Neither is altered; no result ever gets worse, whatever the order of merging. */
export function mergeProgress(known: Progress, change: Progress): Progress {
  const merged = emptyProgress();
  for (const id of Object.keys(known.quizzes).concat(Object.keys(change.quizzes))) {
    const results = [known.quizzes[id], change.quizzes[id]].filter((result): result is QuizResult => !!result);
    merged.quizzes[id] = results.reduce(mergeResult);
  }
  const last = change.last || known.last;
  if (last) merged.last = last;
  return merged;
}

/** All but one quiz, and the way back to its lesson if that was the last one. */
export function withoutQuiz(known: Progress, id: string): Progress {
  const rest = mergeProgress(emptyProgress(), known);
  delete rest.quizzes[id];
  if (rest.last && rest.last.id === id) delete rest.last;
  return rest;
}

/** The better share wins; of equal shares, the one over more questions. Answers are the later ones. */
function mergeResult(known: QuizResult, change: QuizResult): QuizResult {
  const ahead = change.right * known.total - known.right * change.total || change.total - known.total;
  const best = ahead > 0 ? change : known;
  const merged: QuizResult = {
    right: best.right,
    total: best.total,
    passed: known.passed || change.passed,
    day: known.day > change.day ? known.day : change.day,
  };
  const answers = change.answers || known.answers;
  if (answers) merged.answers = answers;
  return merged;
}

function readResult(raw: unknown): QuizResult | undefined {
  if (!isRecord(raw)) return undefined;
  const right = raw.right;
  const total = raw.total;
  const passed = raw.passed;
  const day = raw.day;
  if (!isCount(right) || !isCount(total) || total < 1 || right > total) return undefined;
  if (typeof passed !== 'boolean' || typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const result: QuizResult = { right, total, passed, day };
  if (isRecord(raw.answers)) {
    result.answers = {};
    for (const id of Object.keys(raw.answers)) {
      const answer = raw.answers[id];
      if (isId(id) && typeof answer === 'string' && /^\d{1,64}$/.test(answer)) result.answers[id] = answer;
    }
  }
  return result;
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text || '');
  } catch (_) {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The site's own short names: also keeps anything dangerous out of an address built from it. */
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value % 1 === 0 && value < 1000;
