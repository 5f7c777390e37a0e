import { z } from 'zod';
import { describe, draftField, factIdField, idField, line } from './fields.ts';

const feedback = line(320).meta(describe('Lời giải thích', 'Người học thấy câu này ngay khi chọn. Giải thích, không chê.'));

const choice = z.strictObject({
  text: line(180).meta(describe('Lựa chọn', 'Ngắn, một ý.')),
  correct: z.boolean().default(false).meta(describe('Là câu đúng', 'Bật lên nếu đây là câu đúng.')),
  feedback,
});

const choices = (least: number, most: number) =>
  z
    .array(choice)
    .min(least, `Cần ít nhất ${least} lựa chọn.`)
    .max(most, `Nhiều nhất ${most} lựa chọn.`)
    .meta(describe('Các lựa chọn', 'Đặt câu đúng ở nhiều vị trí khác nhau.', { singular: 'lựa chọn' }));

const base = {
  id: idField.meta(describe('Mã câu hỏi', 'Không đổi, ví dụ "q1". Tiến độ của người học gắn với mã này.')),
  prompt: line(320).meta(describe('Câu hỏi', 'Một câu, hỏi về một việc cụ thể.')),
  mustPass: z.boolean().default(false).meta(describe('Phải trả lời đúng', 'Bật cho câu "gọi ai" và "dưới 18 tuổi": sai câu này thì chưa qua bài.')),
  facts: z
    .array(factIdField.meta({ refers: 'facts' }))
    .default([])
    .meta(describe('Căn cứ', 'Mã các căn cứ mà câu này dựa vào.', { singular: 'căn cứ' })),
  lesson: idField.optional().meta(describe('Đo mục tiêu của bài', 'Bắt buộc trong bộ A, B, C của học phần: mã bài học mà câu này đo.', { refers: 'lessons' })),
  explanation: line(400).optional().meta(describe('Nói thêm', 'In ở trang đáp án.')),
};

const single = z.strictObject({ ...base, kind: z.literal('single').meta(describe('Chọn một', 'Đúng một lựa chọn đúng.')), choices: choices(2, 6) }).refine((q) => q.choices.filter((c) => c.correct).length === 1, {
  path: ['choices'],
  error: 'Câu "chọn một" phải có đúng 1 lựa chọn đúng.',
});

const multiple = z
  .strictObject({ ...base, kind: z.literal('multiple').meta(describe('Chọn nhiều', 'Có thể nhiều lựa chọn đúng.')), choices: choices(3, 8) })
  .refine((q) => q.choices.some((c) => c.correct), { path: ['choices'], error: 'Câu hỏi chưa có lựa chọn đúng nào.' })
  .refine((q) => q.choices.some((c) => !c.correct), { path: ['choices'], error: 'Câu "chọn nhiều" cần ít nhất 1 lựa chọn chưa đúng.' });

const truefalse = z.strictObject({
  ...base,
  kind: z.literal('truefalse').meta(describe('Đúng hay sai', 'Một câu để chọn đúng hoặc sai.')),
  answer: z.boolean({ error: 'Ghi true nếu câu trên đúng, false nếu sai.' }).meta(describe('Câu trên là đúng', 'Bật nếu đúng, tắt nếu sai.')),
  whenTrue: feedback.meta(describe('Khi chọn "Đúng"', 'Lời giải thích cho người chọn "Đúng".')),
  whenFalse: feedback.meta(describe('Khi chọn "Sai"', 'Lời giải thích cho người chọn "Sai".')),
});

const order = z.strictObject({
  ...base,
  kind: z.literal('order').meta(describe('Xếp thứ tự', 'Các việc xếp theo thứ tự.')),
  items: z
    .array(z.strictObject({ text: line(180).meta(describe('Việc', 'Ngắn, một ý.')), feedback }))
    .min(3, 'Cần ít nhất 3 việc để xếp.')
    .max(6, 'Nhiều nhất 6 việc.')
    .meta(describe('Các việc, theo thứ tự đúng', 'Viết theo thứ tự đúng. Trang sẽ tự xáo trộn.', { singular: 'việc' })),
});

const match = z
  .strictObject({
    ...base,
    kind: z.literal('match').meta(describe('Ghép vào ô', 'Ghép mỗi việc vào một nhóm.')),
    groups: z
      .array(line(60))
      .min(2, 'Cần ít nhất 2 nhóm.')
      .max(4, 'Nhiều nhất 4 nhóm.')
      .meta(describe('Các nhóm', 'Tên các ô để ghép vào.', { singular: 'nhóm' })),
    items: z
      .array(z.strictObject({ text: line(180).meta(describe('Việc', 'Ngắn, một ý.')), group: line(60).meta(describe('Nhóm đúng', 'Chép đúng tên một nhóm ở trên.')), feedback }))
      .min(2, 'Cần ít nhất 2 việc để ghép.')
      .max(8, 'Nhiều nhất 8 việc.')
      .meta(describe('Các việc để ghép', 'Mỗi việc thuộc một nhóm ở trên.', { singular: 'việc' })),
  })
  .refine((q) => q.items.every((item) => q.groups.includes(item.group)), { path: ['items'], error: 'Có việc được ghép vào một nhóm không có trong danh sách nhóm.' });

const flags = z
  .strictObject({
    ...base,
    kind: z.literal('flags').meta(describe('Tìm cờ đỏ', 'Tìm dòng đáng ngờ trong tin nhắn mẫu.')),
    from: line(80).meta(describe('Người gửi', 'Chỉ ghi vai, không ghi tên. Ví dụ "Người lạ trên Zalo".')),
    lines: z
      .array(z.strictObject({ text: line(180).meta(describe('Dòng tin nhắn', 'Một dòng, như người ta hay nhắn.')), flag: z.boolean().meta(describe('Là dấu hiệu cảnh báo', 'Bật nếu dòng này đáng ngờ.')), feedback }))
      .min(3, 'Tin nhắn mẫu cần ít nhất 3 dòng.')
      .max(8, 'Nhiều nhất 8 dòng.')
      .meta(describe('Các dòng tin nhắn', 'Dòng bình thường cũng có lời giải thích.', { singular: 'dòng' })),
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
      .meta(describe('Câu hỏi', 'Mỗi bài 3 đến 5 câu.', { singular: 'câu hỏi' })),
    draft: draftField,
  })
  .refine((quiz) => (quiz.module === undefined) === (quiz.form === undefined), { path: ['form'], error: 'Bộ A, B, C phải ghi cả học phần (module) lẫn bộ (form). Trắc nghiệm của một bài thì không ghi ô nào trong hai ô ấy.' });

/** A quiz as its file holds it. */
export type Quiz = z.infer<typeof quizSchema>;
/** One question of a quiz. */
export type Question = z.infer<typeof questionSchema>;
