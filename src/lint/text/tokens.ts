import type { Entry } from '../entry.ts';
import { kinds } from '../kinds.ts';
import { quote } from '../say.ts';
import type { TextRun } from './text-run.ts';

const token = /\[\[([^[\]\n]{0,80})\]\]/g;
const goodId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Looks at every `[[id]]`: a contact's number stands there when the page is made. Notes the contact as a reference.
 *
 * @returns The text with the tokens blanked (same length), for the rules about typed numbers.
 */
export function checkTokens(run: TextRun, entry: Entry, place: 'field' | 'body'): string {
  if (!run.text.includes('[[')) return run.text;
  const isFilledIn = place === 'field' && kinds[entry.kind].hasTokens;
  const blank = run.text.replace(token, (found: string, id: string, index: number) => {
    const at = run.offsets[index] ?? 0;
    if (!isFilledIn) {
      const mend = place === 'body' ? `Trong bài viết <Contact id="${id.trim()}" />.` : 'Ô này chỉ viết tên nơi gọi. Số thì đặt trong bài bằng <Contact id="…" />.';
      entry.report.add({ at, rule: 'token-not-filled', message: `${quote(found)} ở chỗ này không được thay bằng số: bà con sẽ thấy nguyên dấu ngoặc.`, mend });
    } else if (goodId.test(id)) entry.references.push({ to: 'contacts', id, form: 'token', at });
    else entry.report.add({ at, rule: 'token-form', message: `${quote(found)} không phải mã liên hệ.`, mend: 'Giữa hai cặp ngoặc vuông chỉ có mã, không dấu cách, ví dụ [[111]].' });
    return ' '.repeat(found.length);
  });
  const open = blank.indexOf('[[');
  if (open >= 0) entry.report.add({ at: run.offsets[open] ?? 0, rule: 'token-form', message: 'Có “[[” mà không có “]]” đi cùng.', mend: 'Viết đủ hai cặp ngoặc với mã ở giữa, ví dụ [[111]]. Không cần thì xóa dấu ngoặc.' });
  return blank;
}
