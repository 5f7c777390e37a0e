import { sentencesOf } from './sentences.ts';

/** What could tell the neighbours who is meant. */
export interface Trace {
  kind: 'name' | 'age' | 'place';
  text: string;
  at: number;
}

const capital = '\\p{Lu}\\p{Ll}+';
const role = '[Cc]hị|[Aa]nh|[Ee]m|[Bb]à|[Ôô]ng|[Cc]ô|[Cc]hú|[Cc]háu|[Bb]é|[Bb]ác|[Dd]ì|[Cc]ậu|[Mm]ợ|[Tt]hím|[Bb]ạn';
const surname = 'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Phan|Trương|Đinh|Lò|Hà|Vàng|Giàng|Thào|Sùng|Lâu|Mùa|Cao|Quách|Lương|Lục|Vi|Ngân|Thao|Hơ|Phàng|Lộc|Cầm|Tống|Mai|Trịnh';
const middle = 'Thị|Văn|A|Bá|Đức|Ngọc|Hữu|Quang|Xuân|Đình|Công|Thế|Mạnh';
/** Looks like a name after "chị" or "bản", and is none: peoples, and how families count. */
const noNames = new Set('Mông Thái Mường Dao Thổ Kinh Khơ Việt Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út Cả Nội Ngoại Zalo Facebook'.split(' '));

/** An office may follow “bạn” or “anh” as well. */
const office = /^(?:Trung tâm|Ủy ban|Công an|Hội |Sở |Đồn |Tổng đài|Nhà nước|Biên phòng)/;

/** Without one of these there is nothing to find: most paragraphs are done with here. */
const hint = / \p{Lu}\p{Ll}|\d tuổi|sinh năm|SN /u;

const called = new RegExp(`(^|[^\\p{L}])(?:${role}) (${capital}(?: ${capital}){0,3})`, 'gu');
const full = new RegExp(`(^|[^\\p{L}])((?:${surname}) (?:${middle}) ${capital})`, 'gu');
const place = new RegExp(`(^|[^\\p{L}])((?:[Xx]ã|[Pp]hường|[Bb]ản|[Tt]hôn|[Hh]uyện|[Ll]àng|[Xx]óm|[Tt]hị trấn) (?:${capital})(?: ${capital}){0,2})`, 'gu');
const age = /(^|[^\p{L}\p{N}–-])(\d{1,2} tuổi|(?:sinh năm|SN) (?:19|20)\d\d)/giu;
/** Before a number of years these words make it a rule, not somebody's age. */
const limit = /(?:dưới|trên|từ|đủ|đến|hơn|tới|và|là|cỡ|khoảng|chưa) $/iu;

/** Names, ages and named places in a text. */
export function tracesIn(text: string): Trace[] {
  if (!hint.test(text)) return [];
  const found: Trace[] = [];
  const take = (kind: Trace['kind'], pattern: RegExp, isOne: (words: string, at: number) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const words = match[2] ?? '';
      const at = match.index + match[0].length - words.length;
      if (isOne(words, at)) found.push({ kind, text: words, at });
    }
  };
  take('name', called, (words, at) => !noNames.has(words.split(' ')[0] ?? '') && !office.test(text.slice(at, at + 24)));
  take('name', full, () => true);
  take('age', age, (_, at) => !limit.test(text.slice(Math.max(0, at - 12), at)));
  take('place', place, (words) => !noNames.has(words.replace(/^(?:Thị trấn|thị trấn|\S+) /u, '').split(' ')[0] ?? ''));
  return found.sort((a, b) => a.at - b.at);
}

/**
 * Traces that together say who is meant: a name with an age or a place anywhere in the paragraph, an age with a place
 * in one sentence. In a small hamlet that is enough. Nothing when they do not.
 */
export function identifying(text: string, all: Trace[] = tracesIn(text)): Trace[] {
  const kinds = new Set(all.map(({ kind }) => kind));
  if (kinds.has('name') && kinds.size > 1) return all;
  if (kinds.size < 2) return [];
  let next = 0;
  for (const sentence of sentencesOf(text)) {
    const first = next;
    while (next < all.length && (all[next]?.at ?? 0) < sentence.from + sentence.text.length) next++;
    const own = all.slice(first, next);
    if (new Set(own.map(({ kind }) => kind)).size > 1) return own;
  }
  return [];
}
