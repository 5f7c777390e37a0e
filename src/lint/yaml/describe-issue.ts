import type { z } from 'zod';
import { nearest } from '../nearest.ts';
import { list, quote } from '../say.ts';
import { type Field, fieldAt, valueAt } from './fields.ts';
import { mendValue } from './mend-value.ts';

/** One thing that does not fit a schema, told to an editor. */
export interface Complaint {
  rule: string;
  /** Where: the field itself, or the unknown field. */
  path: PropertyKey[];
  message: string;
  mend: string;
}

/** Put in the place of zod's English: tells apart the messages that a schema wrote itself. */
const NO_WORDS = '\u0000';

/**
 * Checks a value and tells every misfit. The schema's own sentences are used where it has them.
 *
 * @returns The parsed data, or the complaints.
 */
export function fit<T>(schema: z.ZodType<T>, value: unknown): { data: T } | { complaints: Complaint[] } {
  const result = schema.safeParse(value, { error: () => NO_WORDS });
  if (result.success) return { data: result.data };
  return { complaints: result.error.issues.flatMap((issue) => describeIssue(issue, schema, value)) };
}

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): Complaint[] {
  const field = fieldAt(schema, issue.path, value);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, issue.path, field));
  const found = issue.path.reduce(valueAt, value);
  const own = issue.message === NO_WORDS ? '' : issue.message;
  const name = nameOf(field, issue.path);
  if (found === undefined && issue.code !== 'custom') {
    const key = String(issue.path.at(-1) ?? '');
    return [{ rule: 'missing-field', path: [...issue.path], message: `Thiếu ô ${name}.`, mend: [`Thêm dòng “${key}: …”.`, issue.code === 'invalid_type' ? '' : own, field.hint].filter(Boolean).join(' ') }];
  }
  const length = typeof found === 'string' && issue.code === 'too_big' ? ` (${[...found.trim()].length} ký tự)` : '';
  const said = own || expectation(issue, field);
  return [{ rule: 'bad-field', path: [...issue.path], message: `Ô ${name}: ${said}${issue.code === 'custom' && typeof found !== 'string' ? '' : ` Đang là ${show(found)}${length}.`}`, mend: mendValue(issue, found, field) }];
}

function unknownField(key: string, path: PropertyKey[], group: Field): Complaint {
  const guess = nearest(key, group.inside);
  const allowed = group.inside.length > 0 ? ` Các ô được dùng: ${list(group.inside, 30)}.` : '';
  return { rule: 'unknown-field', path: [...path, key], message: `Không có ô nào tên là ${quote(key)} ở đây.`, mend: `${guess ? `Có phải là “${guess}”?` : 'Xóa dòng này, hoặc viết lại đúng tên ô.'}${allowed}` };
}

/** `“Tóm tắt” (summary)`; an item of a list is named by its list. */
function nameOf(field: Field, path: readonly PropertyKey[]): string {
  const key = [...path].reverse().find((step) => typeof step === 'string') as string | undefined;
  const number = typeof path.at(-1) === 'number' ? `, mục ${Number(path.at(-1)) + 1}` : '';
  if (key === undefined) return 'đầu tệp';
  return field.label ? `“${field.label}” (${key}${number})` : `“${key}”${number}`;
}

const kindsOfValue: Record<string, string> = {
  string: 'một dòng chữ',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách, mỗi mục một dòng bắt đầu bằng “- ”',
  object: 'các ô con, mỗi ô một dòng thụt vào hai dấu cách',
};

/** What a field wants, when its schema does not say it itself. */
export function expectation(issue: z.core.$ZodIssue, field: Pick<Field, 'inside'> = { inside: [] }): string {
  switch (issue.code) {
    case 'invalid_type':
      return field.inside.length > 0 || issue.expected !== 'object' ? `Cần ${kindsOfValue[issue.expected] ?? 'một giá trị khác'}.` : 'Chưa đúng dạng.';
    case 'invalid_value':
      return `Chỉ nhận một trong: ${list(issue.values.map(String), 30)}.`;
    case 'too_small':
      return `Ít nhất ${issue.minimum}.`;
    case 'too_big':
      return `Nhiều nhất ${issue.maximum}.`;
    default:
      return 'Chưa đúng dạng.';
  }
}

function show(found: unknown): string {
  if (found === null) return 'ô trống';
  if (found instanceof Date) return `ngày ${found.toISOString().slice(0, 10)}`;
  if (Array.isArray(found)) return `danh sách ${found.length} mục`;
  if (typeof found === 'object') return 'một nhóm ô';
  return typeof found === 'string' ? quote(found) : String(found);
}
