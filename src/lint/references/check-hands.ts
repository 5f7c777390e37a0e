import { type Entry, isOf } from '../entry.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

/** Kinds of questions that a room can answer with raised hands or lettered cards. */
const handKinds = ['single', 'truefalse', 'multiple'];

/** Forms that are asked of a whole room hold only questions that hands can answer, and say which module they belong to. */
export function checkHands(entries: Entry[]): void {
  for (const entry of entries) {
    if (!isOf('quizzes', entry) || !entry.data) continue;
    const { module, form, questions } = entry.data;
    if (module === undefined && form === undefined) continue;
    if (!module || !form) say(entry, entry.locate([module ? 'module' : 'form']), 'form-hands', 'Bộ câu hỏi trước và sau buổi phải ghi đủ cả module và form.', 'Thêm ô còn thiếu, ví dụ “module: a1” và “form: A”.');
    questions.forEach((question, index) => {
      if (!handKinds.includes(question.kind))
        say(entry, entry.locate(['questions', index, 'id']), 'form-hands', `Câu ${quote(question.id)} kiểu ${question.kind} không giơ tay trả lời được.`, `Trong bộ A, B, C chỉ dùng: ${handKinds.join(', ')}.`);
    });
  }
}
