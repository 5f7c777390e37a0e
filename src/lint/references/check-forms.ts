import { type Entry, isOf } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { list, quote } from '../say.ts';
import { say } from './say.ts';

type FormEntry = Entry & Entry<'quizzes'>;

/** Kinds of questions that a room can answer with raised hands. */
const handKinds = ['single', 'truefalse', 'multiple'];

/**
 * The equivalent forms A, B and C of a module: each question says which lesson it measures, can be answered with raised
 * hands, and has a partner in the other forms. Only then can before and after be compared.
 */
export function checkForms(entries: Entry[], known: KnownIds): void {
  const forms = entries.filter((entry): entry is FormEntry => isOf('quizzes', entry) && (entry.data?.form !== undefined || entry.data?.module !== undefined));
  for (const form of forms) checkForm(form, known);
  for (const group of Map.groupBy(forms, (form) => form.data?.module ?? '').values()) checkPartners(group);
}

function checkForm(entry: FormEntry, known: KnownIds): void {
  const { module, form, questions = [] } = entry.data ?? {};
  if (!module || !form) return say(entry, entry.locate([module ? 'module' : 'form']), 'quiz-form', 'Bộ câu hỏi trước và sau buổi phải ghi đủ cả module và form.', 'Thêm ô còn thiếu, ví dụ “module: a1” và “form: A”.');
  if (!known.modules.has(module)) say(entry, entry.locate(['module']), 'missing-reference', `Không có học phần nào mang mã ${quote(module)}.`, 'Sửa lại mã, hoặc thêm học phần vào khóa học.');
  questions.forEach((question, index) => {
    const at = entry.locate(['questions', index, 'id']);
    if (!question.lesson) say(entry, at, 'quiz-form', `Câu ${quote(question.id)} chưa ghi đo bài nào.`, 'Thêm ô lesson với mã bài học, ví dụ “lesson: a1-1”.');
    if (!handKinds.includes(question.kind)) say(entry, at, 'quiz-form', `Câu ${quote(question.id)} kiểu ${question.kind} không giơ tay trả lời được.`, `Trong bộ A, B, C chỉ dùng: ${handKinds.join(', ')}.`);
  });
}

function checkPartners(group: FormEntry[]): void {
  const [first, ...others] = group.filter((entry) => entry.data?.module && entry.data.form).sort((a, b) => ((a.data?.form ?? '') < (b.data?.form ?? '') ? -1 : 1));
  if (!first) return;
  const seen = new Map([[first.data?.form, first]]);
  for (const entry of others) {
    const twin = seen.get(entry.data?.form);
    if (twin) say(entry, entry.locate(['form']), 'quiz-form', `Học phần này đã có bộ ${entry.data?.form} ở ${twin.path}.`, 'Mỗi học phần chỉ một bộ A, một bộ B, một bộ C.');
    seen.set(entry.data?.form, entry);
    const missing = differences(first, entry);
    if (missing.length > 0)
      say(entry, entry.locate(['questions']), 'quiz-form', `Bộ ${entry.data?.form} không khớp bộ ${first.data?.form} (${first.path}): ${list(missing)}.`, 'Câu cùng mã phải có ở cả hai bộ và đo cùng một bài, thì trước và sau mới so được.');
  }
}

function differences(a: FormEntry, b: FormEntry): string[] {
  const measured = (entry: FormEntry) => new Map((entry.data?.questions ?? []).map(({ id, lesson }) => [id, lesson]));
  const [one, two] = [measured(a), measured(b)];
  return [...new Set([...one.keys(), ...two.keys()])].filter((id) => !one.has(id) || !two.has(id) || one.get(id) !== two.get(id)).map((id) => `câu ${id}`);
}
