import type { z } from 'zod';
import { nearest } from '../nearest.ts';
import { list } from '../say.ts';
import type { Field } from './fields.ts';

/** How to mend a value that does not fit: the corrected value itself where it can be guessed, else what the form says about the field. */
export function mendValue(issue: z.core.$ZodIssue, found: unknown, field: Field): string {
  if (found === null) return 'Viết giá trị sau dấu hai chấm. Ô không bắt buộc thì xóa cả dòng.';
  if (typeof found === 'string' && found.trim() === '') return 'Viết chữ vào. Ô không bắt buộc thì xóa cả dòng.';
  return guess(issue, found) ?? field.hint ?? 'Sửa lại ô này theo lời nhắc trên, hoặc xem một tệp có sẵn cùng thư mục.';
}

function guess(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  if (issue.code === 'invalid_type') return ofOtherType(issue.expected, found);
  if (issue.code === 'invalid_value') return ofOtherName(issue.values.map(String), found);
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return ofOtherName(issue.options.map(String), found);
  return asDay(issue, found);
}

function ofOtherType(expected: string, found: unknown): string | undefined {
  // What was written may differ from the number it was read as (a leading zero), so the example is another value.
  if (expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) return 'Đặt giá trị trong dấu nháy kép, ví dụ "111".';
  if (expected === 'string' && found instanceof Date) return `Thêm dấu nháy kép quanh giá trị: "${found.toISOString().slice(0, 10)}".`;
  if (expected === 'boolean') return 'Viết true (có) hoặc false (không).';
  if (expected === 'array') return 'Dưới tên ô, viết mỗi mục một dòng, thụt vào hai dấu cách: “- mục một”.';
  if (expected === 'object') return 'Dưới tên ô, viết mỗi ô con một dòng, thụt vào hai dấu cách: “tên: giá trị”.';
  return undefined;
}

function ofOtherName(names: string[], found: unknown): string {
  const guess = nearest(String(found), names);
  const all = `Chỉ nhận: ${list(names, 60)}.`;
  if (guess === undefined) return all;
  return names.length > 12 ? `Có phải là “${guess}”?` : `Có phải là “${guess}”? ${all}`;
}

/** A day as people write it, turned into the form files use. */
function asDay(issue: z.core.$ZodIssue, found: unknown): string | undefined {
  const parts = issue.code === 'invalid_format' && issue.format === 'date' ? /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(String(found)) : null;
  return parts ? `Viết: ${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}.` : undefined;
}
