import { quote } from '../say.ts';
import type { Explained } from './syntax-failures.ts';

/** A `<` after which no tag can be read, or a tag that is written wrongly. */
export function explainTag(at: number, text: string): Explained {
  const start = unclosedQuote(text, at) ?? text.lastIndexOf('<', Math.max(0, at - 1));
  const place = start >= 0 ? start : at;
  const rest = text.slice(place, place + 80).split(/[\r\n]/, 1)[0] ?? '';
  const [rule, message, mend] = name(rest, /[\p{L}\p{N}]/u.test(text.charAt(place - 1)));
  return { finding: { at: place, rule, message: `${message}: ${quote(rest, 30)}.`, mend }, cover: start >= 0 ? [start] : [] };
}

/** What the mistake is called, from the first line of what was written. */
function name(rest: string, isAfterWord: boolean): [rule: string, message: string, mend: string] {
  const inTag = rest.split('>', 1)[0] ?? '';
  if (rest.startsWith('<!')) return ['comment', 'Ghi chú kiểu <!-- --> không dùng ở đây', 'Xóa ghi chú. Điều cần nhắn người biên tập thì ghi ở phần trao đổi.'];
  if (/^<(?:https?:|www\.|mailto:|[^\s<>]+@)/i.test(rest)) return ['autolink', 'Địa chỉ trong ngoặc nhọn', 'Liên kết viết kiểu [chữ để chạm](/duong-dan/).'];
  if (/^<\/?[A-Za-z]/.test(rest) && /=\s*[“”„‟«»‘’]/.test(inTag)) return ['tag-quotes', 'Trong thẻ có dấu nháy cong', 'Trong thẻ dùng dấu nháy thẳng: id="a1-1". Tắt tự sửa dấu nháy của Word.'];
  if (hasOddQuotes(inTag)) return ['tag-quotes', 'Thẻ thiếu một dấu nháy', 'Giá trị nằm giữa hai dấu nháy thẳng: <Quiz id="a1-1" />.'];
  if (/^<\/?[A-Z][A-Za-z]*(?:\s|$|\/)/.test(rest)) return ['tag-form', 'Thẻ viết chưa đúng', 'Thẻ có dạng <Tên id="giá trị">, giá trị giữa hai dấu nháy thẳng, cuối cùng là > hoặc />.'];
  if (/^<\/?[a-z]+(?:\s|$|\/)/.test(rest) && !isAfterWord) return ['html', 'Thẻ HTML không dùng ở đây', 'Chỉ viết chữ và các thẻ của bài học. Dấu “nhỏ hơn” thì viết bằng chữ.'];
  return ['bare-less-than', 'Dấu < đứng sát chữ, máy tưởng là một thẻ', 'Viết bằng chữ “nhỏ hơn”, “dưới”; hoặc viết \\< thay cho <.'];
}

/** The last tag up to an offset that has a quotation mark without its partner: the reader notices much later. */
function unclosedQuote(text: string, at: number): number | undefined {
  return [...text.slice(0, at + 1).matchAll(/<[A-Za-z][^\r\n<>]*/g)].findLast((tag) => hasOddQuotes(tag[0]))?.index;
}

const hasOddQuotes = (tag: string) => (tag.match(/"/g)?.length ?? 0) % 2 === 1;
