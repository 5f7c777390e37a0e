import type { Finding } from '../report.ts';

/**
 * Bounds within which the Markdown reader is fast and does not run out of stack. Its time grows with the square of
 * these counts; the bounds were set by measuring (the slowest text within them takes under a second) and lie far above
 * any real lesson.
 */
const bounds: { what: string; signs: RegExp; most: number }[] = [
  { what: 'dấu ngoặc nhọn { }', signs: /[{}]/g, most: 100 },
  { what: 'dấu <', signs: /</g, most: 1000 },
  { what: 'dấu ngoặc vuông [ ]', signs: /[[\]]/g, most: 2000 },
  { what: 'dấu * _ ~', signs: /[*_~]/g, most: 3000 },
  { what: 'dấu `', signs: /`/g, most: 1000 },
  { what: 'dấu |', signs: /\|/g, most: 3000 },
  { what: 'dấu @', signs: /@/g, most: 1000 },
  { what: 'dòng', signs: /\r\n|\n|\r/g, most: 3000 },
];
const lineBounds: { what: string; pattern: RegExp }[] = [
  { what: 'Dòng này có quá nhiều dấu đầu mục hoặc dấu > ở đầu', pattern: /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){3}/m },
  { what: 'Dòng này thụt vào quá sâu', pattern: /^[ \t]{41,}\S/m },
  { what: 'Ở đây có một từ dài hơn 2000 ký tự', pattern: /(?<!\S)\S{2001}/ },
];

/** The first bound a text breaks, or nothing. */
export function findExcess(body: string): Finding | undefined {
  for (const { what, signs, most } of bounds) {
    let count = 0;
    for (const match of body.matchAll(signs)) {
      count += 1;
      if (count > most) return excess(match.index, `Bài có hơn ${most} ${what}: máy không đọc nổi.`);
    }
  }
  for (const { what, pattern } of lineBounds) {
    const at = body.search(pattern);
    if (at >= 0) return excess(at, `${what}: máy không đọc nổi.`);
  }
  return undefined;
}

const excess = (at: number, message: string): Finding => ({ at, rule: 'too-tangled', message, mend: 'Chắc là chép nhầm. Xóa đoạn lạ, chỉ giữ chữ của bài.' });
