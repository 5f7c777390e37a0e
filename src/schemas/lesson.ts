import { z } from 'zod';
import { iconNames } from '../shared/icon-names.ts';
import { dayField, describe, draftField, idField, legalReviewField, line, withdrawnShape } from './fields.ts';

/** What stands above a lesson's text. Its place in a course is the course file's business; its id is the file's name. */
export const lessonSchema = z
  .strictObject({
    title: line(70).meta(describe('Tên bài', 'Ngắn, nói được bằng miệng.')),
    summary: line(160).meta(describe('Tóm tắt', 'Một câu: học xong thì biết gì. Hiện ở danh sách bài.')),
    objective: line(160).meta(describe('Mục tiêu', 'Người học làm được gì sau bài này. Bắt đầu bằng động từ.')),
    icon: z.enum(iconNames, { error: 'Hình này không có trong bộ hình được dùng.' }).meta(describe('Hình', 'Chọn một hình trong danh sách.')),
    youth: z.boolean().default(false).meta(describe('Có thể cho 11–15 tuổi', 'Bật nếu bài này phù hợp cho học sinh 11–15 tuổi.')),
    sensitive: z.boolean().default(false).meta(describe('Bài nặng', 'Bật thì có lời báo trước và không tự lưu gì trên máy người đọc.')),
    neutralTitle: line(60).optional().meta(describe('Tên kín đáo', 'Bắt buộc với bài nặng. Hiện ở thẻ trình duyệt và lịch sử, không nói về chủ đề.')),
    warning: line(240).optional().meta(describe('Lời báo trước', 'Bắt buộc với bài nặng. Nói nhẹ nhàng bài có gì.')),
    lighterWay: idField.optional().meta(describe('Bài nhẹ hơn', 'Bắt buộc với bài nặng. Mã bài có thể đọc thay.', { refers: 'lessons' })),
    youthVersion: idField.optional().meta(describe('Bản cho các em', 'Mã bài viết riêng cho 11–15 tuổi, nếu có.', { refers: 'lessons' })),
    sms: line(160)
      .regex(/^[\x20-\x7e]*$/, 'Tin SMS viết không dấu: chỉ chữ thường, số và dấu câu của bàn phím.')
      .optional()
      .meta(describe('Tin SMS gửi đi', 'Không dấu, tối đa 160 ký tự, vừa một tin nhắn. Nói điều chính của bài và số gọi.')),
    message: line(320).optional().meta(describe('Tin chia sẻ', 'Có dấu, để gửi qua Zalo. Nói điều chính của bài và số gọi.')),
    updated: dayField.meta(describe('Cập nhật ngày', 'Ngày sửa nội dung gần nhất.')),
    legalReview: legalReviewField,
    withdrawn: z
      .strictObject({ ...withdrawnShape, instead: idField.optional().meta(describe('Bài đọc thay', 'Mã bài nên đọc thay, nếu có.', { refers: 'lessons' })) })
      .optional()
      .meta(describe('Rút bài', 'Chỉ ghi khi bài sai hoặc nguy hiểm. Bài biến khỏi trang và khỏi máy bà con ở lần có mạng kế tiếp, thay bằng lý do.')),
    publishAt: dayField.optional().meta(describe('Đăng từ ngày', 'Để trống thì đăng ngay. Có ngày thì bài chưa hiện cho tới ngày ấy, ở lần dựng trang đầu tiên của ngày.')),
    draft: draftField,
  })
  .refine((lesson) => !lesson.sensitive || (lesson.neutralTitle && lesson.warning && lesson.lighterWay), {
    path: ['sensitive'],
    error: 'Bài nặng phải có đủ: tên kín đáo, lời báo trước và bài nhẹ hơn.',
  });

/** The head of a lesson. */
export type LessonHead = z.infer<typeof lessonSchema>;
