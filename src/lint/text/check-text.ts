import type { Entry } from '../entry.ts';
import { kinds } from '../kinds.ts';
import { quote } from '../say.ts';
import { checkUnicode } from './check-unicode.ts';
import { findPhones } from './phones.ts';
import { findShortNumbers } from './short-numbers.ts';
import type { TextRun } from './text-run.ts';
import { checkTokens } from './tokens.ts';

/** Words of a file and where they stand in it. */
export interface Words {
  run: TextRun;
  /** Names and numbers down to the field; empty in the body of a lesson. */
  path: PropertyKey[];
}

/**
 * The rules for words that readers see: no telephone number typed by hand, no short call number that nobody has
 * confirmed, `[[id]]` only where the page fills it in, no broken letters.
 *
 * @param place Where the words stand: plain text of a field, or the body of a lesson with its components.
 * @param path The field's names, for the rules of wording, which look at all words of a file together.
 */
export function checkText(run: TextRun, entry: Entry, place: 'field' | 'body', path: PropertyKey[] = []): void {
  entry.words.push({ run, path });
  const { report } = entry;
  const placeOf = (index: number) => run.offsets[index] ?? run.offsets.at(-1) ?? 0;
  checkUnicode(run.text, placeOf, report);
  const plain = checkTokens(run, entry, place);
  const instead =
    place === 'body'
      ? 'viết <Contact id="…" /> với mã của số ấy trong danh bạ'
      : kinds[entry.kind].hasTokens
        ? 'viết [[mã]] với mã của số ấy trong danh bạ, ví dụ [[111]]'
        : 'chỉ viết tên nơi gọi, còn số thì đặt trong bài bằng <Contact id="…" />';
  for (const { from, to } of findPhones(plain)) {
    report.add({
      at: placeOf(from),
      rule: 'typed-phone',
      message: `Số gõ tay: ${quote(run.text.slice(from, to))}. Số gọi chỉ lấy từ danh bạ, để không ai gọi nhầm.`,
      mend: `Xóa số này và ${instead}. Số chưa có trong danh bạ thì thêm một tệp ở contacts. Nếu đây là số tiền, viết như 20.000.000 đồng.`,
    });
  }
  for (const { from, to } of findShortNumbers(plain)) entry.references.push({ to: 'numbers', id: plain.slice(from, to), form: 'field', at: placeOf(from) });
}
