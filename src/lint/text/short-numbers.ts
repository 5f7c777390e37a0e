import type { Span } from './phones.ts';

const lonely = /(?<![\p{L}\p{N}])(?<!\p{N}[./,:-])11\d(?![\p{L}\p{N}])(?![./,:-]\p{N})/gu;
/** Before one of these words the digits count something. */
const counted = /^\s*(?:%|người|xã|thôn|bản|hộ|vụ|bài|trang|kg|km|cm|ki-?lô|mét|tạ|tấn|con|cây|triệu|nghìn|ngàn|tỉ|tỷ|đồng|tuổi|lớp|trẻ|em|suất|lượt)(?!\p{L})/iu;
/** After one of these words the digits are the number of something. */
const numbered = /(?:điều|khoản|chương|mục|trang|năm|tiết|câu|bài|bước|hình|bảng|lớp|phòng|nhà|đường)\s+$/iu;
/** Unless somebody is told to call it. */
const called = /(?:gọi|số|bấm|máy|đài|tới|đến|qua|quay)\s+$/iu;

/** Finds the call numbers 110–119 standing alone; `text.slice(from, to)` is the number. Counts and article numbers are not meant. */
export function findShortNumbers(text: string): Span[] {
  if (!text.includes('11')) return [];
  return [...text.matchAll(lonely)]
    .filter((match) => {
      const before = text.slice(Math.max(0, match.index - 20), match.index);
      const after = text.slice(match.index + 3, match.index + 20);
      return !numbered.test(before) && (called.test(before) || !counted.test(after));
    })
    .map((match) => ({ from: match.index, to: match.index + 3 }));
}
