import { z } from 'zod';
import { dayField, describe, factIdField, line, prose, sourceField } from './fields.ts';

/** What sort of claim a fact is. It decides how sure we must be before a lesson may cite it. */
export const factClasses = ['law', 'contact', 'statistic', 'practice'] as const;

/** How sure we are: `verified` was read in the cited source; `general` is common knowledge; `unverified` is neither. */
export const confidences = ['verified', 'general', 'unverified'] as const;

/** The article a statement of law rests on. A web address is a source, not a basis. */
export const basisField = z.strictObject({
  document: line(120).meta(describe('Văn bản', 'Tên và số văn bản, ví dụ "Luật Phòng, chống mua bán người (53/2024/QH15)".')),
  short: line(60).optional().meta(describe('Tên gọi ngắn', 'Tên ngắn in ở dòng nhỏ trong bài, ví dụ "Luật 53/2024/QH15".')),
  article: line(40).optional().meta(describe('Điều', 'Ví dụ "Điều 2".')),
  clause: line(40).optional().meta(describe('Khoản, điểm', 'Ví dụ "khoản 1".')),
  inForceFrom: dayField.optional().meta(describe('Có hiệu lực từ', 'Ngày bắt đầu có hiệu lực.')),
  inForceUntil: dayField.optional().meta(describe('Hết hiệu lực từ', 'Để trống nếu còn hiệu lực.')),
});

/** One sourced statement of law, number or good practice. Lessons cite it by its id and never repeat its source. */
export const factSchema = z
  .strictObject({
    id: factIdField.meta(describe('Mã căn cứ', 'Không bao giờ đổi. Phải trùng với tên tệp.')),
    title: line(120).meta(describe('Tên căn cứ', 'Vài chữ để tìm lại.')),
    class: z.enum(factClasses, { error: 'Loại là một trong: law (luật), contact (liên hệ), statistic (số liệu), practice (kinh nghiệm).' }).meta(
      describe('Loại', 'Luật, liên hệ và số liệu phải được đối chiếu mới dùng trong bài. Kinh nghiệm có thể là kiến thức chung.', {
        options: { law: 'Luật', contact: 'Liên hệ', statistic: 'Số liệu', practice: 'Kinh nghiệm' },
      }),
    ),
    statement: prose(1500).meta(describe('Nội dung', 'Một hay vài câu, đúng như nguồn, không suy diễn.')),
    plain: prose(400).optional().meta(describe('Câu dễ hiểu', 'Cách nói cho bà con.')),
    basis: z
      .array(basisField)
      .default([])
      .meta(describe('Căn cứ pháp lý', 'Điều, khoản của văn bản. Bài học in dòng này.', { singular: 'văn bản' })),
    sources: z
      .array(sourceField)
      .default([])
      .meta(describe('Nguồn', 'Nơi đã đọc. In ở trang Căn cứ, không in trong bài.', { singular: 'nguồn' })),
    confidence: z
      .enum(confidences, { error: 'Độ tin cậy là một trong: verified (đã đối chiếu), general (kiến thức chung), unverified (chưa chắc).' })
      .meta(describe('Độ tin cậy', 'Chỉ chọn "đã đối chiếu" khi chính mắt đã đọc câu này trong nguồn.', { options: { verified: 'Đã đối chiếu', general: 'Kiến thức chung', unverified: 'Chưa chắc' } })),
    checkedOn: dayField.meta(describe('Ngày đối chiếu', 'Ngày đọc nguồn lần gần nhất.')),
    checkAgainBy: dayField.meta(describe('Kiểm tra lại trước', 'Quá ngày này trang sẽ ghi "cần kiểm tra lại".')),
    mayChange: z
      .enum(['no', 'low', 'medium', 'high'], { error: 'Khả năng đổi là một trong: no, low, medium, high.' })
      .meta(describe('Khả năng thay đổi', 'Thấp, trung bình hay cao.', { options: { no: 'Không đổi', low: 'Thấp', medium: 'Trung bình', high: 'Cao' } })),
    safety: z.boolean().default(false).meta(describe('Liên quan an toàn', 'Bật cho số gọi và nơi trình báo. Quá ngày kiểm tra lại thì trang không được xuất bản.')),
    askWhom: line(160).optional().meta(describe('Hỏi ai cho chắc', 'Bắt buộc khi là kiến thức chung, ví dụ "khuyến nông xã".')),
    note: prose(2000).optional().meta(describe('Ghi chú nội bộ', 'Điều cần biết khi biên tập. Không in ra.')),
  })
  .refine((fact) => fact.class !== 'law' || fact.confidence !== 'verified' || fact.basis.length > 0, {
    path: ['basis'],
    error: 'Căn cứ luật đã đối chiếu phải ghi văn bản ở ô "basis".',
  })
  .refine((fact) => fact.confidence !== 'verified' || fact.sources.length > 0, {
    path: ['sources'],
    error: 'Đã đối chiếu thì phải ghi ít nhất một nguồn ở ô "sources".',
  })
  .refine((fact) => fact.confidence !== 'general' || fact.class !== 'practice' || fact.askWhom !== undefined, {
    path: ['askWhom'],
    error: 'Kiến thức chung phải nói nên hỏi ai cho chắc ở ô "askWhom".',
  })
  .refine((fact) => fact.checkAgainBy > fact.checkedOn, {
    path: ['checkAgainBy'],
    error: 'Ngày kiểm tra lại phải sau ngày đối chiếu.',
  });

/** A fact as its file holds it. */
export type Fact = z.infer<typeof factSchema>;
