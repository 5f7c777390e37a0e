import { z } from 'zod';
import { iconNames } from '../shared/icon-names.ts';
import { describe, draftField, idField, line } from './fields.ts';

const moduleField = z.strictObject({
  id: idField.meta(describe('Mã học phần', 'Không bao giờ đổi, ví dụ "a1".')),
  title: line(70).meta(describe('Tên học phần', '')),
  summary: line(160).meta(describe('Tóm tắt', 'Một câu.')),
  icon: z.enum(iconNames, { error: 'Hình này không có trong bộ hình được dùng.' }).meta(describe('Hình', 'Chọn một hình trong danh sách.')),
  lessons: z
    .array(idField.meta({ refers: 'lessons' }))
    .min(1, 'Học phần cần ít nhất 1 bài.')
    .max(12, 'Nhiều nhất 12 bài.')
    .meta(describe('Các bài', 'Mã các bài, theo thứ tự học.', { singular: 'bài' })),
});

/** A course: its modules and, inside them, its lessons in the order they are learned. Order lives only here. */
export const courseSchema = z.strictObject({
  id: idField.meta(describe('Mã khóa', 'Không bao giờ đổi. Phải trùng với tên tệp.')),
  title: line(70).meta(describe('Tên khóa học', '')),
  summary: line(200).meta(describe('Tóm tắt', 'Khóa này cho ai, học được gì.')),
  audience: line(80).meta(describe('Dành cho', 'Ví dụ "Bà con".')),
  order: z.int().default(100).meta(describe('Thứ tự', 'Số nhỏ đứng trước.')),
  startWith: z
    .array(idField.meta({ refers: 'lessons' }))
    .default([])
    .meta(describe('Học trước', 'Mã vài bài cốt lõi cho người có 30 phút.', { singular: 'bài' })),
  modules: z
    .array(moduleField)
    .min(1, 'Khóa cần ít nhất 1 học phần.')
    .meta(describe('Học phần', 'Theo thứ tự học.', { singular: 'học phần' })),
  draft: draftField,
});

/** A course as its file holds it. */
export type Course = z.infer<typeof courseSchema>;
