import { z } from 'zod';

/** What a form needs to know of a field besides its shape. */
export type FieldWords = {
  /** The name of the field in the form. */
  label: string;
  /** The sentence under it. */
  hint: string;
  /** A choice's values in words. */
  options?: Record<string, string>;
  /** The kind of content whose ids may stand here: the form offers them. */
  refers?: string;
  /** One item of a list, as a button says it: "Thêm câu hỏi". */
  singular?: string;
  /** Text of several lines. */
  isLong?: true;
};

/** The small fields that every kind of content is made of, each with the words an editor sees. */
export const describe = (label: string, hint: string, more: Omit<FieldWords, 'label' | 'hint'> = {}): FieldWords => ({ label, hint, ...more });

/** A short name for life: it becomes part of a URL, a QR code and a progress key, so it never changes. */
export const idField = z
  .string({ error: 'Cần một mã, ví dụ "a1-1".' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ "a1-1".')
  .max(40, 'Mã dài quá 40 ký tự.');

/** Fact ids follow the fact book: `F` + group + `.` + number, sometimes a letter for a part (`F1.9b`). */
export const factIdField = z.string({ error: 'Cần mã căn cứ, ví dụ "F1.3".' }).regex(/^F\d+\.\d+[a-z]?$/, 'Mã căn cứ có dạng F1.3 hoặc F1.9b.');

/** Plain words of one line, without any markup. */
export const line = (max: number) =>
  z
    .string({ error: 'Cần một dòng chữ.' })
    .trim()
    .min(1, 'Ô này không được để trống.')
    .max(max, `Dài quá ${max} ký tự. Hãy viết ngắn lại.`)
    .refine((text) => !text.includes('\n'), 'Chỉ viết một dòng, không xuống dòng.');

/** Plain words that may run over several lines, without markup. */
export const prose = (max: number) => z.string({ error: 'Cần viết một đoạn chữ.' }).trim().min(1, 'Ô này không được để trống.').max(max, `Dài quá ${max} ký tự. Hãy viết ngắn lại.`).meta({ isLong: true });

/**
 * A calendar day, `YYYY-MM-DD`, kept as text: a day has no time zone.
 * Some YAML readers hand over a Date for an unquoted day; it is turned back into the day that was written.
 */
export const dayField = z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date('Ngày viết theo kiểu 2026-11-23 (năm-tháng-ngày).'));

/** A web page that backs a statement: shown on the facts page and to editors. */
export const sourceField = z.strictObject({
  title: line(200).meta(describe('Tên nguồn', 'Tên trang hoặc văn bản, để người đọc biết đó là gì.')),
  url: z
    .url({ protocol: /^https?$/, error: 'Cần một địa chỉ web bắt đầu bằng https:// hoặc http://.' })
    .optional()
    .meta(describe('Địa chỉ', 'Đường dẫn tới trang. Để trống nếu nguồn là giấy.')),
});

/**
 * Something that was published and must not be followed any more: wrong, dangerous or overtaken. It leaves the site, and phones
 * that keep it drop it the next time they hear from the network, saying why.
 */
export const withdrawnShape = {
  on: dayField.meta(describe('Rút ngày', 'Ngày rút.')),
  reason: line(160).meta(describe('Vì sao rút', 'Một câu cho bà con: sai ở đâu, nay làm thế nào. Không nhắc lại điều sai.')),
};

/** Marks an entry that is seen in preview and absent from every output. */
export const draftField = z.boolean({ error: 'Chỉ nhận true hoặc false.' }).default(false).meta(describe('Bản nháp', 'Bật lên thì chỉ thấy khi xem thử, không có trên trang thật.'));

/** Who has signed that the law in an entry is right. Empty until somebody has; the page says so. */
export const legalReviewField = z
  .strictObject({
    by: line(120).meta(describe('Người duyệt', 'Chức vụ và cơ quan.')),
    on: dayField.meta(describe('Ngày duyệt', '')),
    checkAgainBy: dayField.meta(describe('Kiểm tra lại trước', '')),
  })
  .optional()
  .meta(describe('Duyệt pháp lý', 'Để trống nếu chưa có người ký duyệt. Trang sẽ nói thật là chưa có.'));
