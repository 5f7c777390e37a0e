import { z } from 'zod';
import { describe, draftField, idField, line, prose } from './fields.ts';

/** A difficult word and its plain explanation. */
export const glossarySchema = z.strictObject({
  id: idField.meta(describe('Mã', 'Không bao giờ đổi. Phải trùng với tên tệp.')),
  term: line(60).meta(describe('Từ', 'Như trong bài học.')),
  explanation: prose(300).meta(describe('Nghĩa là gì', 'Một hai câu, từ dễ.')),
  example: line(200).optional().meta(describe('Ví dụ', 'Một câu.')),
  synonyms: z
    .array(line(60))
    .default([])
    .meta(describe('Từ bà con hay dùng', 'Để tìm kiếm ra, kể cả từ địa phương. Không in ra trang.', { singular: 'từ' })),
  fact: z
    .string()
    .optional()
    .meta(describe('Căn cứ', 'Mã căn cứ, nếu nghĩa này lấy từ luật.', { refers: 'facts' })),
  draft: draftField,
});

/** A glossary term as its file holds it. */
export type GlossaryTerm = z.infer<typeof glossarySchema>;
