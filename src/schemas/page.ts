import { z } from 'zod';
import { dayField, describe, draftField, line } from './fields.ts';

/** A page of plain text, such as "about" or "privacy". Its id is the file's name. */
export const pageSchema = z.strictObject({
  title: line(70).meta(describe('Tên trang', '')),
  summary: line(160).meta(describe('Tóm tắt', 'Một câu.')),
  updated: dayField.meta(describe('Cập nhật ngày', '')),
  draft: draftField,
});

/** The head of a page. */
export type PageHead = z.infer<typeof pageSchema>;
