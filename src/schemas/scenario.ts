import { z } from 'zod';
import { iconNames } from '../shared/icon-names.ts';
import { dayField, describe, draftField, factIdField, idField, legalReviewField, line } from './fields.ts';

const facts = z
  .array(factIdField.meta({ refers: 'facts' }))
  .default([])
  .meta(describe('Căn cứ', 'Mã các căn cứ mà đoạn này dựa vào.', { singular: 'căn cứ' }));

const choice = z.strictObject({
  text: line(140).meta(describe('Lựa chọn', 'Một câu ngắn, như người ta tự nói với mình.')),
  to: idField.meta(describe('Đi tới cảnh', 'Mã một cảnh trong chuyện này.')),
  unsafe: z.boolean({ error: 'Chỉ nhận true hoặc false.' }).default(false).meta(describe('Lựa chọn mạo hiểm', 'Bật nếu chọn thế này dễ gặp nguy. Cảnh đi tới phải có ngay lối ra.')),
  feedback: line(320).optional().meta(describe('Lời nói thêm', 'Hiện ở đầu cảnh đi tới, khi người đọc chọn câu này. Hiểu lý do trước, rồi giải thích. Không chê.')),
});

const ending = z.strictObject({
  kind: z
    .enum(['safe', 'way-out'], { error: 'Loại kết là safe (đã an toàn) hoặc way-out (đã gặp chuyện, và đây là lối ra).' })
    .meta(describe('Loại kết', 'Dừng được trước khi có chuyện, hay đã gặp chuyện và ra được.', { options: { safe: 'Dừng được rồi', 'way-out': 'Vẫn có lối ra' } })),
  advice: z
    .array(line(240))
    .min(1, 'Kết nào cũng cần ít nhất 1 lời khuyên.')
    .max(5, 'Nhiều nhất 5 lời khuyên.')
    .meta(describe('Lời khuyên', 'Mỗi dòng một việc làm được. Dòng đầu là việc quan trọng nhất.', { singular: 'lời khuyên' })),
  contacts: z
    .array(idField.meta({ refers: 'contacts' }))
    .min(1, 'Kết nào cũng cần ít nhất 1 nơi để gọi hoặc đến, ví dụ "111".')
    .max(3, 'Nhiều nhất 3 nơi gọi.')
    .meta(describe('Gọi ai, đến đâu', 'Mã liên hệ đã xác nhận. Nơi nên gọi trước viết trước.', { singular: 'nơi' })),
});

const scene = z
  .strictObject({
    id: idField.meta(describe('Mã cảnh', 'Ngắn, không đổi. Không hiện ra cho người đọc.')),
    title: line(60).meta(describe('Tên cảnh', 'Vài chữ: lúc nào, ở đâu.')),
    text: z
      .array(line(320))
      .min(1, 'Cảnh cần ít nhất 1 đoạn.')
      .max(6, 'Nhiều nhất 6 đoạn. Dài hơn thì tách thành hai cảnh.')
      .meta(describe('Lời kể', 'Mỗi mục một đoạn ngắn, 1–3 câu. Gọi theo vai, không tên riêng.', { singular: 'đoạn' })),
    message: z
      .strictObject({
        from: line(80).meta(describe('Người gửi', 'Chỉ ghi vai, không ghi tên.')),
        lines: z
          .array(line(180))
          .min(1, 'Tin nhắn cần ít nhất 1 dòng.')
          .max(6, 'Nhiều nhất 6 dòng.')
          .meta(describe('Các dòng', 'Lời ta đặt ra, không chép tin thật.', { singular: 'dòng' })),
      })
      .optional()
      .meta(describe('Tin nhắn', 'Có thể để trống. Hiện sau lời kể.')),
    facts,
    choices: z
      .array(choice)
      .min(2, 'Cần ít nhất 2 lựa chọn.')
      .max(4, 'Nhiều nhất 4 lựa chọn.')
      .optional()
      .meta(describe('Các lựa chọn', 'Cảnh chưa kết thì có 2 đến 4 lựa chọn.', { singular: 'lựa chọn' })),
    ending: ending.optional().meta(describe('Kết', 'Cảnh cuối thì có kết, không có lựa chọn.')),
  })
  .refine((scene) => (scene.choices === undefined) !== (scene.ending === undefined), {
    error: 'Mỗi cảnh có đúng một trong hai: các lựa chọn (choices), hoặc kết (ending).',
  });

/** A branching story: scenes with choices, and endings that all give advice. The first scene is where it begins. */
export const scenarioSchema = z
  .strictObject({
    id: idField.meta(describe('Mã', 'Không bao giờ đổi, không nói gì về chủ đề, ví dụ "t-1". Phải trùng với tên tệp.')),
    title: line(70).meta(describe('Tên chuyện', 'Ngắn, nói được bằng miệng.')),
    summary: line(160).meta(describe('Tóm tắt', 'Một câu, không kể trước cái kết. Hiện ở danh sách.')),
    objective: line(160).meta(describe('Mục tiêu', 'Người đọc làm được gì sau chuyện này. Bắt đầu bằng động từ.')),
    icon: z.enum(iconNames, { error: 'Hình này không có trong bộ hình được dùng.' }).meta(describe('Hình', 'Chọn một hình trong danh sách.')),
    lessons: z
      .array(idField.meta({ refers: 'lessons' }))
      .min(1, 'Cần ít nhất 1 bài học.')
      .max(4, 'Nhiều nhất 4 bài.')
      .meta(describe('Đi cùng bài', 'Mã các bài học. Chuyện nằm trong học phần của bài đầu tiên.', { singular: 'bài' })),
    youth: z.boolean({ error: 'Chỉ nhận true hoặc false.' }).default(false).meta(describe('Có thể cho 11–15 tuổi', 'Bật nếu chuyện phù hợp cho học sinh 11–15 tuổi.')),
    sensitive: z.boolean({ error: 'Chỉ nhận true hoặc false.' }).default(false).meta(describe('Chuyện nặng', 'Bật thì có lời báo trước, và tên kín đáo ở thẻ trình duyệt.')),
    neutralTitle: line(60).optional().meta(describe('Tên kín đáo', 'Bắt buộc với chuyện nặng. Hiện ở thẻ trình duyệt và lịch sử.')),
    warning: line(240).optional().meta(describe('Lời báo trước', 'Bắt buộc với chuyện nặng. Nói nhẹ nhàng chuyện có gì.')),
    updated: dayField.meta(describe('Cập nhật ngày', 'Ngày sửa nội dung gần nhất.')),
    legalReview: legalReviewField,
    scenes: z
      .array(scene)
      .min(6, 'Cần ít nhất 6 cảnh.')
      .max(12, 'Nhiều nhất 12 cảnh.')
      .meta(describe('Các cảnh', 'Cảnh đầu tiên là chỗ bắt đầu. Xếp theo thứ tự đọc.', { singular: 'cảnh' })),
    draft: draftField,
  })
  .refine((scenario) => !scenario.sensitive || (scenario.neutralTitle && scenario.warning), {
    path: ['sensitive'],
    error: 'Chuyện nặng phải có đủ: tên kín đáo và lời báo trước.',
  });

/** A scenario as its file holds it. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** One scene of a scenario. */
export type Scene = Scenario['scenes'][number];
