import { z } from 'zod';
import { describe, factIdField, idField, line } from './fields.ts';

/**
 * The authors' vocabulary: every component that may stand in a lesson, and nothing else may.
 *
 * - `void`      `<Quiz id="a1-1" />`            alone on its line
 * - `container` `<DoNow>` … `</DoNow>`          tags alone on their lines, Markdown between, a blank line after the
 *                                               opening tag and before the closing one; containers do not nest
 * - `inline`    `<Term id="x">words</Term>`     inside a sentence; plain words only inside
 * - `inlineVoid` `<Fact id="F1.3" />`           inside a sentence, nothing inside
 *
 * Attributes are literal strings, in this order. `refers` says which kind of content an attribute's id must exist in.
 */
export type ComponentForm = 'void' | 'container' | 'inline' | 'inlineVoid';

/** What an attribute's value points at; checked to exist. `media` is a file in `content/media/`. */
export type Reference = 'quizzes' | 'facts' | 'contacts' | 'glossary' | 'lessons' | 'media';

/** One row of the vocabulary. */
export interface ComponentRule {
  form: ComponentForm;
  label: string;
  hint: string;
  props: z.ZodObject;
  refers?: Record<string, Reference>;
}

const none = z.strictObject({});

/** The vocabulary itself: name → rule. The CMS, the lesson checker and the page all read this one table. */
export const lessonComponents: Record<string, ComponentRule> = {
  Situation: { form: 'container', label: 'Tình huống mở đầu', hint: 'Mở đầu bài. 2–5 câu, một chuyện cụ thể, chỉ gọi theo vai.', props: none },
  KeyMessage: {
    form: 'container',
    label: 'Ý chính',
    hint: '3 đến 5 ý mỗi bài. Tên ý là điều cần nhớ.',
    props: z.strictObject({ title: line(80).meta(describe('Điều cần nhớ', 'Một câu ngắn.')) }),
  },
  DoNow: { form: 'container', label: 'Việc làm ngay', hint: 'Đúng một việc, làm được ngay hôm nay.', props: none },
  Mistake: {
    form: 'container',
    label: 'Hay hiểu lầm',
    hint: 'Điều nhiều người nghĩ; bên trong viết sự thật.',
    props: z.strictObject({ claim: line(120).meta(describe('Nhiều người nghĩ', 'Viết như người ta hay nói.')) }),
  },
  Note: {
    form: 'container',
    label: 'Lưu ý',
    hint: 'Một lưu ý ngắn.',
    props: z.strictObject({
      type: z
        .enum(['info', 'careful', 'ask'], { error: 'Loại lưu ý là một trong: info, careful, ask.' })
        .meta(describe('Loại', 'Thông tin, cần cẩn thận, hay nên hỏi ai.', { options: { info: 'Thông tin', careful: 'Cẩn thận', ask: 'Hỏi ai' } })),
      title: line(80).optional().meta(describe('Tên', 'Có thể để trống.')),
    }),
  },
  Message: {
    form: 'container',
    label: 'Tin nhắn mẫu',
    hint: 'Một tin nhắn do ta đặt ra để làm ví dụ.',
    props: z.strictObject({ from: line(80).meta(describe('Người gửi', 'Chỉ ghi vai, không ghi tên.')) }),
  },
  Picture: {
    form: 'void',
    label: 'Hình',
    hint: 'Hình trong thư viện, kèm lời mô tả.',
    props: z.strictObject({
      src: z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]*\.(svg|png|jpg|jpeg|webp)$/, 'Tên tệp hình chỉ gồm chữ thường không dấu, số, dấu gạch ngang, và đuôi .svg, .png, .jpg hoặc .webp.')
        .meta(describe('Tệp', 'Tên tệp trong thư viện hình.', { refers: 'media' })),
      alt: line(200).meta(describe('Mô tả hình', 'Cho người không nhìn thấy hình.')),
      caption: line(160).optional().meta(describe('Chú thích', 'Có thể để trống.')),
    }),
    refers: { src: 'media' },
  },
  Quiz: {
    form: 'void',
    label: 'Trắc nghiệm',
    hint: 'Đặt bộ câu hỏi vào bài.',
    props: z.strictObject({ id: idField.meta(describe('Mã trắc nghiệm', 'Chọn trong danh sách, hoặc gõ mã.', { refers: 'quizzes' })) }),
    refers: { id: 'quizzes' },
  },
  ContactCard: {
    form: 'void',
    label: 'Thẻ số gọi',
    hint: 'Một số gọi to, chạm để gọi.',
    props: z.strictObject({ id: idField.meta(describe('Mã liên hệ', 'Chọn trong danh sách, hoặc gõ mã.', { refers: 'contacts' })) }),
    refers: { id: 'contacts' },
  },
  Contact: {
    form: 'inlineVoid',
    label: 'Số gọi trong câu',
    hint: 'Số lấy từ danh bạ, không gõ tay.',
    props: z.strictObject({ id: idField.meta(describe('Mã liên hệ', 'Chọn trong danh sách, hoặc gõ mã.', { refers: 'contacts' })) }),
    refers: { id: 'contacts' },
  },
  Fact: {
    form: 'inlineVoid',
    label: 'Căn cứ',
    hint: 'Dòng nhỏ nói câu này dựa vào đâu.',
    props: z.strictObject({ id: factIdField.meta(describe('Mã căn cứ', 'Chọn trong danh sách, hoặc gõ mã.', { refers: 'facts' })) }),
    refers: { id: 'facts' },
  },
  Term: {
    form: 'inline',
    label: 'Từ khó',
    hint: 'Chạm vào để xem nghĩa.',
    props: z.strictObject({ id: idField.meta(describe('Mã từ khó', 'Chọn trong danh sách, hoặc gõ mã.', { refers: 'glossary' })) }),
    refers: { id: 'glossary' },
  },
};
