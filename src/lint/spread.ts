import type { Question } from '../schemas/quiz.ts';
import { type Entry, isOf } from './entry.ts';

/** From this many questions on, a habit of the writer's hand shows. */
const ENOUGH = 3;

/**
 * Whoever always ticks the same place must not pass: right answers stand in different places, true and false take
 * turns, and the right answer is not always the longest.
 */
export function checkSpread(entry: Entry): void {
  if (!isOf('quizzes', entry) || !entry.data) return;
  const singles = entry.data.questions.filter((question) => question.kind === 'single');
  const places = singles.map(({ choices }) => choices.findIndex(({ correct }) => correct));
  const most = Math.max(0, ...places.map((place) => places.filter((other) => other === place).length));
  const favourite = (places.find((place) => places.filter((other) => other === place).length === most) ?? 0) + 1;
  if (singles.length >= ENOUGH && most === singles.length)
    add(entry, singles[0], 'answer-places', `Cả ${singles.length} câu chọn một đều có câu đúng ở vị trí thứ ${favourite}.`, 'Đổi chỗ các lựa chọn, để câu đúng ở nhiều vị trí khác nhau.', 'error');
  else if (singles.length > ENOUGH && most > Math.ceil(singles.length / 2))
    add(entry, singles[0], 'answer-places', `${most} trong ${singles.length} câu chọn một có câu đúng ở vị trí thứ ${favourite}.`, 'Đổi chỗ vài câu cho đều hơn.', 'warning');

  const longest = singles.filter(({ choices }) => choices.every((choice) => choice.correct || choice.text.length < (choices.find(({ correct }) => correct)?.text.length ?? 0)));
  if (singles.length > ENOUGH && longest.length > singles.length * 0.75)
    add(entry, longest[0], 'answer-length', `${longest.length} trong ${singles.length} câu chọn một có câu đúng dài nhất: nhìn là đoán được.`, 'Viết câu đúng ngắn lại, hoặc viết các câu kia dài bằng.', 'warning');

  const truths = entry.data.questions.filter((question) => question.kind === 'truefalse');
  if (truths.length >= ENOUGH && truths.every(({ answer }) => answer === truths[0]?.answer))
    add(entry, truths[0], 'answer-places', `Cả ${truths.length} câu đúng–sai đều trả lời ${truths[0]?.answer ? '“Đúng”' : '“Sai”'}.`, 'Đổi lời vài câu để có cả đúng và sai.', truths.length > ENOUGH ? 'error' : 'warning');
}

function add(entry: Entry & Entry<'quizzes'>, question: Question | undefined, rule: string, message: string, mend: string, severity: 'error' | 'warning'): void {
  const index = question ? (entry.data?.questions.indexOf(question) ?? 0) : 0;
  entry.report.add({ at: entry.locate(['questions', index, 'id']), rule, message, mend, severity: entry.isDraft ? 'warning' : severity });
}
