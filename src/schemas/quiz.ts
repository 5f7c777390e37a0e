import { z } from 'zod';
import { describe, draftField, factIdField, idField, line } from './fields.ts';

const feedback = line(320).meta(describe('Lời giải thích', 'Người học thấy câu này ngay khi chọn. Giải thích, không chê.'));

const choice = z.strictObject({
  text: line(180).meta(describe('Lựa chọn', 'Ngắn, một ý.')),
  correct: z.boolean().default(false).meta(describe('Là câu đúng', 'Bật lên nếu đây là câu đúng.')),
  feedback,
});

const base = {
  id: idField.meta(describe('Mã câu hỏi', 'Không đổi, ví dụ "q1". Tiến độ của người học gắn với mã này.')),
  prompt: line(320).meta(describe('Câu hỏi', 'Một câu, hỏi về một việc cụ thể.')),
  mustPass: z.boolean().default(false).meta(describe('Phải trả lời đúng', 'Bật cho câu "gọi ai" và "dưới 18 tuổi": sai câu này thì chưa qua bài.')),
  facts: z.array(factIdField).default([]).meta(describe('Căn cứ', 'Mã các căn cứ mà câu này dựa vào.')),
  lesson: idField.optional().meta(describe('Đo mục tiêu của bài', 'Bắt buộc trong bộ A, B, C của học phần: mã bài học mà câu này đo.')),
  explanation: line(400).optional().meta(describe('Nói thêm', 'In ở trang đáp án.')),
};

const single = z.strictObject({ ...base, kind: z.literal('single'), choices: z.array(choice).min(2, 'Cần ít nhất 2 lựa chọn.').max(6, 'Nhiều nhất 6 lựa chọn.') }).refine((q) => q.choices.filter((c) => c.correct).length === 1, {
  path: ['choices'],
  error: 'Câu "chọn một" phải có đúng 1 lựa chọn đúng.',
});

const multiple = z
  .strictObject({ ...base, kind: z.literal('multiple'), choices: z.array(choice).min(3, 'Cần ít nhất 3 lựa chọn.').max(8, 'Nhiều nhất 8 lựa chọn.') })
  .refine((q) => q.choices.some((c) => c.correct), { path: ['choices'], error: 'Câu hỏi chưa có lựa chọn đúng nào.' })
  .refine((q) => q.choices.some((c) => !c.correct), { path: ['choices'], error: 'Câu "chọn nhiều" cần ít nhất 1 lựa chọn chưa đúng.' });

const truefalse = z.strictObject({
  ...base,
  kind: z.literal('truefalse'),
  answer: z.boolean({ error: 'Ghi true nếu câu trên đúng, false nếu sai.' }).meta(describe('Câu trên là đúng', 'Bật nếu đúng, tắt nếu sai.')),
  whenTrue: feedback.meta(describe('Khi chọn "Đúng"', 'Lời giải thích cho người chọn "Đúng".')),
  whenFalse: feedback.meta(describe('Khi chọn "Sai"', 'Lời giải thích cho người chọn "Sai".')),
});

const order = z.strictObject({
  ...base,
  kind: z.literal('order'),
  items: z
    .array(z.strictObject({ text: line(180), feedback }))
    .min(3, 'Cần ít nhất 3 việc để xếp.')
    .max(6, 'Nhiều nhất 6 việc.')
    .meta(describe('Các việc, theo thứ tự đúng', 'Viết theo thứ tự đúng. Trang sẽ tự xáo trộn.')),
});

const match = z
  .strictObject({
    ...base,
    kind: z.literal('match'),
    groups: z.array(line(60)).min(2, 'Cần ít nhất 2 nhóm.').max(4, 'Nhiều nhất 4 nhóm.').meta(describe('Các nhóm', 'Tên các ô để ghép vào.')),
    items: z
      .array(z.strictObject({ text: line(180), group: line(60).meta(describe('Nhóm đúng', 'Chép đúng tên một nhóm ở trên.')), feedback }))
      .min(2, 'Cần ít nhất 2 việc để ghép.')
      .max(8, 'Nhiều nhất 8 việc.'),
  })
  .refine((q) => q.items.every((item) => q.groups.includes(item.group)), { path: ['items'], error: 'Có việc được ghép vào một nhóm không có trong danh sách nhóm.' });

const flags = z
  .strictObject({
    ...base,
    kind: z.literal('flags'),
    from: line(80).meta(describe('Người gửi', 'Chỉ ghi vai, không ghi tên. Ví dụ "Người lạ trên Zalo".')),
    lines: z
      .array(z.strictObject({ text: line(180), flag: z.boolean().meta(describe('Là dấu hiệu cảnh báo', 'Bật nếu dòng này đáng ngờ.')), feedback }))
      .min(3, 'Tin nhắn mẫu cần ít nhất 3 dòng.')
      .max(8, 'Nhiều nhất 8 dòng.'),
  })
  .refine((q) => q.lines.some((l) => l.flag), { path: ['lines'], error: 'Tin nhắn mẫu chưa có dòng cảnh báo nào.' });

/** A question of one of the six kinds. Each kind has a form that works without scripts. */
export const questionSchema = z.discriminatedUnion('kind', [single, multiple, truefalse, order, match, flags], {
  error: 'Kiểu câu hỏi là một trong: single, multiple, truefalse, order, match, flags.',
});

/** A set of questions: placed in a lesson by its id, and a page of its own. */
export const quizSchema = z
  .strictObject({
    id: idField.meta(describe('Mã', 'Không bao giờ đổi. Phải trùng với tên tệp. Trắc nghiệm của một bài dùng mã của bài đó.')),
    title: line(90).meta(describe('Tên', 'Tên bài trắc nghiệm.')),
    module: idField.optional().meta(describe('Học phần', 'Chỉ ghi cho bộ A, B, C dùng trước và sau buổi học: mã học phần.')),
    form: z.enum(['A', 'B', 'C'], { error: 'Bộ là A, B hoặc C.' }).optional().meta(describe('Bộ', 'A và B dùng trước, sau buổi học; C dùng sau vài tháng. Câu cùng mã ở các bộ đo cùng một điều.')),
    questions: z
      .array(questionSchema)
      .min(1, 'Cần ít nhất 1 câu hỏi.')
      .max(20, 'Nhiều nhất 20 câu hỏi.')
      .refine((qs) => new Set(qs.map((q) => q.id)).size === qs.length, 'Có hai câu hỏi trùng mã.')
      .meta(describe('Câu hỏi', 'Mỗi bài 3 đến 5 câu.')),
    draft: draftField,
  })
  .refine((quiz) => (quiz.module === undefined) === (quiz.form === undefined), { path: ['form'], error: 'Bộ A, B, C phải ghi cả học phần (module) lẫn bộ (form). Trắc nghiệm của một bài thì không ghi ô nào trong hai ô ấy.' });

/** A quiz as its file holds it. */
export type Quiz = z.infer<typeof quizSchema>;
/** One question of a quiz. */
export type Question = z.infer<typeof questionSchema>;
