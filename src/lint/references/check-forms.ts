import type { Question, Quiz } from '../../schemas/quiz.ts';
import { type Entry, isOf } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { list, quote } from '../say.ts';
import { say } from './say.ts';

type QuizEntry = Entry & Entry<'quizzes'> & { data: Quiz };

const FEWEST = 8;
/** Kinds of questions that a room can answer with raised hands. */
const handKinds = ['single', 'multiple', 'truefalse'];

/**
 * Forms A, B and C of a module measure the same before and after: the same questions by id, each about the same
 * lesson, enough of them, and none of them inside a lesson.
 */
export function checkForms(entries: Entry[], known: KnownIds): void {
  const forms = entries.filter((entry): entry is QuizEntry => isOf('quizzes', entry) && entry.data?.form !== undefined);
  const lessonsOf = lessonsByModule(known);
  for (const form of forms) {
    checkOne(form, lessonsOf);
    const { module } = form.data;
    const others = forms.filter((other) => other !== form && other.data.module === module);
    // The first of them is the measure, so that one difference is told once.
    const measure = [form, ...others].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
    if (measure && measure !== form) checkPair(form, measure);
    if (others.length === 0)
      form.report.add({ at: form.locate(['form']), rule: 'lonely-form', message: `Học phần ${quote(module ?? '')} mới có một bộ.`, mend: 'Viết thêm bộ kia: trước và sau buổi học cần hai bộ tương đương.', severity: 'warning' });
  }
  checkPlaced(entries, new Set(forms.map((form) => form.id)));
}

function lessonsByModule(known: KnownIds): Map<string, string[]> {
  return new Map([...known.entries.courses.values()].flatMap((course) => course.data?.modules ?? []).map((module) => [module.id, module.lessons]));
}

function checkOne(entry: QuizEntry, lessonsOf: Map<string, string[]>): void {
  const { module = '', form, questions } = entry.data;
  const id = `${module}-${form?.toLowerCase()}`;
  if (entry.id !== id) say(entry, entry.locate(['form']), 'form-name', `Bộ ${form} của học phần ${quote(module)} phải mang mã ${quote(id)}.`, `Đổi tên tệp thành quizzes/${id}.yaml và sửa ô id.`);
  if (questions.length < FEWEST) say(entry, entry.locate(['questions']), 'form-size', `Bộ này mới có ${questions.length} câu.`, `Mỗi bộ cần ít nhất ${FEWEST} câu, để kết quả trước và sau so được với nhau.`);
  const lessons = lessonsOf.get(module);
  questions.forEach((question, index) => {
    if (!handKinds.includes(question.kind))
      say(entry, entry.locate(['questions', index, 'kind']), 'form-kind', `Câu ${quote(question.id)} kiểu ${question.kind} không giơ tay trả lời được.`, `Trong bộ A, B, C chỉ dùng: ${list(handKinds)}.`);
    if (question.lesson === undefined)
      say(entry, entry.locate(['questions', index]), 'form-lesson', `Câu ${quote(question.id)} chưa nói đo bài nào.`, `Thêm dòng “lesson: …” với mã một bài của học phần${lessons ? `: ${list(lessons)}` : ''}.`);
    else if (lessons && !lessons.includes(question.lesson))
      say(entry, entry.locate(['questions', index, 'lesson']), 'form-lesson', `Câu ${quote(question.id)} đo bài ${quote(question.lesson)}, không thuộc học phần ${quote(module)}.`, `Chọn một bài của học phần: ${list(lessons)}.`);
  });
}

function checkPair(entry: QuizEntry, measure: QuizEntry): void {
  const own = new Map(entry.data.questions.map((question, index) => [question.id, { question, index }]));
  const missing = measure.data.questions.filter(({ id }) => !own.has(id)).map(({ id }) => id);
  if (missing.length > 0) say(entry, entry.locate(['questions']), 'form-pairs', `Thiếu câu ${list(missing)}, có ở ${measure.path}.`, 'Mỗi câu của bộ này phải có câu cùng mã ở bộ kia, đo cùng một điều.');
  const theirs = new Map(measure.data.questions.map((question): [string, Question] => [question.id, question]));
  for (const { question, index } of own.values()) {
    const pair = theirs.get(question.id);
    const at = entry.locate(['questions', index, 'id']);
    if (!pair) say(entry, at, 'form-pairs', `Câu ${quote(question.id)} không có câu cùng mã ở ${measure.path}.`, 'Thêm câu ấy vào bộ kia, hoặc sửa mã câu.');
    else if (pair.lesson !== question.lesson)
      say(entry, at, 'form-pairs', `Câu ${quote(question.id)} đo bài ${quote(question.lesson ?? '–')}, còn ở ${measure.path} lại đo bài ${quote(pair.lesson ?? '–')}.`, 'Hai câu cùng mã phải đo cùng một bài.');
    else if (pair.mustPass !== question.mustPass) say(entry, at, 'form-pairs', `Câu ${quote(question.id)} ở một bộ phải trả lời đúng (mustPass), ở bộ kia thì không.`, `Ghi mustPass giống nhau ở cả hai bộ. Bộ kia: ${measure.path}.`);
  }
}

/** A form belongs to no lesson: whoever has met its questions while learning is measured by memory. */
function checkPlaced(entries: Entry[], forms: Set<string>): void {
  for (const entry of entries)
    for (const { to, id, form, at } of entry.references)
      if (to === 'quizzes' && form === 'component' && forms.has(id)) say(entry, at, 'quiz-owner', `Trắc nghiệm ${quote(id)} là bộ dùng trước và sau buổi học, không đặt trong bài.`, 'Đặt trắc nghiệm riêng của bài này.');
}
