import type { Report } from '../report.ts';
import { quote } from '../say.ts';
import { codeName, findInvisible, findLookAlike, findLooseMarks, findWrongEncoding } from './unicode.ts';

/**
 * Looks at letters themselves: loose marks, invisible letters, letters that pass for others, wrong encodings.
 *
 * @param text The words to look at.
 * @param placeOf Offset in the file of an index in `text`.
 */
export function checkUnicode(text: string, placeOf: (index: number) => number, report: Report): void {
  const hidden = findInvisible(text);
  if (hidden >= 0) {
    const word = /\S*$/.exec(text.slice(Math.max(0, hidden - 30), hidden))?.[0] ?? '';
    report.add({
      at: placeOf(hidden),
      once: true,
      rule: 'invisible-letter',
      message: `Có ký tự ẩn hoặc ký tự hỏng (${codeName(text, hidden)})${word ? ` ngay sau chữ ${quote(word)}` : ''}.`,
      mend: 'Xóa cả chữ ở chỗ này rồi gõ lại bằng bàn phím. Ký tự ẩn thường đến từ chỗ chép.',
    });
  }
  const [first, ...others] = findLooseMarks(text);
  if (first) {
    const more = others.length > 0 ? ` và ${others.length} chữ khác` : '';
    report.add({
      at: placeOf(first.at),
      once: true,
      rule: 'loose-marks',
      message: `Chữ ${quote(first.word)}${more} có dấu rời (kiểu gõ của máy Mac hoặc chép từ tệp PDF), máy tìm không ra.`,
      mend: `Gõ lại bằng Unikey với bảng mã Unicode dựng sẵn: ${quote(first.word.normalize('NFC'))}.`,
    });
  }
  const forged = findLookAlike(text);
  if (forged) {
    report.add({
      at: placeOf(forged.at),
      once: true,
      rule: 'look-alike-letter',
      message: `Chữ ${quote(forged.word)} có con chữ lạ, trông giống chữ thường mà không phải: ${quote(forged.letter)} (${codeName(forged.letter, 0)}).`,
      mend: 'Gõ lại cả chữ bằng bàn phím. Nếu chữ này chép từ một tin nhắn hay trang web thì coi chừng: tên giả hay được viết như thế.',
    });
  }
  const strange = findWrongEncoding(text);
  if (strange >= 0) {
    const begin = /\S*$/.exec(text.slice(Math.max(0, strange - 10), strange))?.[0] ?? '';
    const end = /^\S*/.exec(text.slice(strange, strange + 20))?.[0] ?? '';
    report.add({
      at: placeOf(strange),
      once: true,
      rule: 'wrong-encoding',
      message: `Chữ ${quote(begin + end)} có vẻ sai bảng mã.`,
      mend: 'Mở lại tệp gốc, đổi sang bảng mã Unicode (Unikey: chuyển mã), rồi chép lại.',
      severity: 'warning',
    });
  }
}
