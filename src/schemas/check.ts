import { z } from 'zod';
import { dayField, describe, draftField, factIdField, idField, legalReviewField, line } from './fields.ts';

const contacts = z
  .array(idField.meta({ refers: 'contacts' }))
  .min(1, 'Cần ít nhất 1 nơi để hỏi, ví dụ "111".')
  .max(4, 'Nhiều nhất 4 nơi.')
  .meta(describe('Hỏi ai, đến đâu', 'Mã liên hệ đã xác nhận. Nơi nên hỏi trước viết trước.', { singular: 'nơi' }));
const advice = (what: string) =>
  z
    .array(line(200))
    .min(1, 'Cần ít nhất 1 việc.')
    .max(6, 'Nhiều nhất 6 việc.')
    .meta(describe(what, 'Mỗi dòng một việc làm được. Việc quan trọng nhất viết trước.', { singular: 'việc' }));

const question = z.strictObject({
  id: idField.meta(describe('Mã câu hỏi', 'Ngắn, không đổi, ví dụ "q1".')),
  prompt: line(160).meta(describe('Câu hỏi', 'Trả lời được bằng “có” hoặc “không”.')),
  flagWhen: z.enum(['yes', 'no'], { error: 'Chỉ nhận yes (trả lời “có” là đáng lo) hoặc no (trả lời “không” là đáng lo).' }).meta(describe('Đáng lo khi trả lời', 'Câu trả lời nào thì đáng lo.', { options: { yes: 'Có', no: 'Không' } })),
  weight: z.int('Điểm là 1, 2 hoặc 3.').min(1, 'Điểm là 1, 2 hoặc 3.').max(3, 'Điểm là 1, 2 hoặc 3.').meta(describe('Điểm', '1: nên hỏi thêm. 2: cờ đỏ. 3: một mình điều này đã đủ để dừng.')),
  why: line(240).meta(describe('Vì sao mức điểm ấy', 'Cho người biên tập và người duyệt. Không in ra trang.')),
  flag: line(90).meta(describe('Tên dấu hiệu', 'Vài chữ, đọc một mình cũng hiểu. Đứng trong tin nhắn gửi người nhà.')),
  meaning: line(240).meta(describe('Nghĩa là gì', 'Hiện khi câu trả lời đáng lo. Giải thích, không dọa.')),
  ask: line(200).meta(describe('Nên hỏi gì', 'Câu để hỏi lại người mời, hoặc hỏi nơi khác. Hiện cả khi chọn “chưa biết”.')),
  facts: z
    .array(factIdField.meta({ refers: 'facts' }))
    .min(1, 'Câu hỏi cần ít nhất 1 căn cứ.')
    .meta(describe('Căn cứ', 'Mã các căn cứ mà câu này dựa vào.', { singular: 'căn cứ' })),
});

const level = z.strictObject({
  from: z.int('Ghi một số.').min(0, 'Từ 0 trở lên.').meta(describe('Từ mấy điểm', 'Mức đầu tiên là 0.')),
  title: line(80).meta(describe('Kết luận', 'Một câu ngắn. Không bao giờ nói “an toàn”: bảng hỏi chỉ thấy điều đáng lo.')),
  advice: advice('Nên làm gì'),
  contacts,
});

/** A self-check: questions answered with yes or no, each with a weight; the sum leads to one of a few levels. */
export const checkSchema = z
  .strictObject({
    id: idField.meta(describe('Mã', 'Không bao giờ đổi. Phải trùng với tên tệp. Trang nằm ở /kiem-tra-<mã>/.')),
    title: line(70).meta(describe('Tên', 'Tiêu đề trang.')),
    intro: line(200).meta(describe('Câu mở đầu', 'Bảng này để làm gì.')),
    questions: z
      .array(question)
      .min(10, 'Cần ít nhất 10 câu hỏi.')
      .max(12, 'Nhiều nhất 12 câu hỏi.')
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'Có hai câu hỏi trùng mã.')
      .meta(describe('Câu hỏi', 'Theo thứ tự hỏi.', { singular: 'câu hỏi' })),
    levels: z
      .array(level)
      .min(2, 'Cần ít nhất 2 mức.')
      .max(4, 'Nhiều nhất 4 mức.')
      .refine((list) => list[0]?.from === 0, 'Mức đầu tiên phải từ 0 điểm.')
      .refine((list) => list.every(({ from }, index) => index === 0 || from > (list[index - 1]?.from ?? 0)), 'Các mức phải xếp từ ít điểm đến nhiều điểm.')
      .meta(describe('Các mức', 'Từ nhẹ đến nặng.', { singular: 'mức' })),
    onTheWay: z
      .strictObject({
        advice: advice('Đang đi rồi thì làm gì'),
        contacts,
        facts: z
          .array(factIdField.meta({ refers: 'facts' }))
          .min(1, 'Cần ít nhất 1 căn cứ.')
          .meta(describe('Căn cứ', 'Mã các căn cứ.', { singular: 'căn cứ' })),
      })
      .meta(describe('Đang trên đường', 'Cho người đã đi rồi mới thấy lo.')),
    message: line(300).meta(describe('Tin gửi người nhà', 'Có chỗ trống “…” để tự điền. Gửi được khi máy không chạy phần tự soạn.')),
    updated: dayField.meta(describe('Cập nhật ngày', 'Ngày sửa nội dung gần nhất.')),
    legalReview: legalReviewField,
    draft: draftField,
  })
  .refine((check) => (check.levels.at(-1)?.from ?? 0) <= check.questions.reduce((sum, { weight }) => sum + weight, 0), {
    path: ['levels'],
    error: 'Mức cuối cần nhiều điểm hơn tổng điểm của mọi câu: không ai tới được.',
  });

/** A self-check as its file holds it. */
export type Check = z.infer<typeof checkSchema>;
