import type { Finding, Report } from '../report.ts';
import { quote } from '../say.ts';

/** What the MDX reader throws, as far as it is used here. */
export interface Failure {
  message?: string;
  reason?: string;
  ruleId?: string;
  place?: { line: number; column: number } | { start: { line: number; column: number } } | undefined;
}

/** A failure in an editor's words, and the offsets to cover so that reading can go on. */
interface Explained {
  finding: Finding;
  cover: number[];
}

const pairMend = 'Mỗi thẻ mở <Tên> cần một thẻ đóng </Tên> giống hệt, đứng riêng một dòng. Thẻ đứng một mình viết <Tên id="…" />.';

/** Turns a failure of the MDX reader into a finding at the sign that caused it. */
export function explainFailure(failure: Failure, text: string, report: Report): Explained {
  const reason = failure.reason ?? failure.message ?? '';
  const said = /\((\d+):(\d+)/.exec(reason);
  const opening = said ? report.offsetOf(Number(said[1]), Number(said[2])) : undefined;
  const point = failure.place && ('start' in failure.place ? failure.place.start : failure.place);
  const at = point ? report.offsetOf(point.line, point.column) : (opening ?? 0);
  if (failure.ruleId === 'end-tag-mismatch' && opening !== undefined) return unpaired(reason, opening, at, text);
  if (failure.ruleId?.startsWith('unexpected-closing')) return strayClosing(at, text);
  if (/expression|acorn|brace|spread/i.test(reason) || failure.ruleId === 'acorn') return expression(at, text);
  return tag(reason, at, text);
}

function unpaired(reason: string, opening: number, closing: number, text: string): Explained {
  const name = nameAt(text, opening);
  const wrong = /closing tag `<\/([^`>]*)>`/.exec(reason)?.[1];
  if (wrong !== undefined && !new RegExp(String.raw`<${wrong.replace(/[^\w.:-]/g, '')}[\s>]`).test(text)) {
    return { finding: { at: closing, rule: 'tag-pair', message: `Thẻ đóng </${wrong}> không khớp với thẻ mở <${name}>.`, mend: `Viết lại thành </${name}>.` }, cover: [opening, closing] };
  }
  const isHtml = /^[a-z]/.test(name);
  const mend = isHtml ? htmlMend(name) : `Viết </${name}> ở cuối phần này, trên dòng riêng. Nếu là thẻ đứng một mình thì đóng bằng />.`;
  return { finding: { at: opening, rule: isHtml ? 'html' : 'tag-pair', message: `Thẻ <${name}> mở mà chưa đóng đúng chỗ.`, mend }, cover: [opening] };
}

function strayClosing(at: number, text: string): Explained {
  const start = text.lastIndexOf('<', at);
  const name = nameAt(text, start).replace(/^\/\s*/, '');
  return { finding: { at: Math.max(0, start), rule: 'tag-pair', message: `Thẻ đóng </${name}> không có thẻ mở đi trước.`, mend: `Thêm <${name}> ở đầu phần này, hoặc xóa </${name}>. ${pairMend}` }, cover: start >= 0 ? [start] : [] };
}

function expression(at: number, text: string): Explained {
  const start = text.lastIndexOf('{', at);
  return { finding: { at: start >= 0 ? start : at, rule: 'expression', message: 'Có dấu ngoặc nhọn { hoặc }: máy hiểu là lệnh.', mend: 'Dùng ngoặc tròn ( ). Nếu thật sự cần ngoặc nhọn, viết \\{ và \\}.' }, cover: start >= 0 ? [start] : [] };
}

function tag(reason: string, at: number, text: string): Explained {
  const quoted = /attribute value, expected a corresponding closing quote/.test(reason) ? unclosedQuote(text) : undefined;
  const start = quoted ?? text.lastIndexOf('<', Math.max(0, at - 1));
  const cover = start >= 0 ? [start] : [];
  const place = start >= 0 ? start : at;
  const rest = text.slice(place, place + 80).split(/[\r\n]/, 1)[0] ?? '';
  const shown = quote(rest, 30);
  const say = (rule: string, message: string, mend: string): Explained => ({ finding: { at: place, rule, message, mend }, cover });
  if (rest.startsWith('<!')) return say('comment', 'Ghi chú kiểu <!-- --> không dùng ở đây.', 'Xóa ghi chú. Điều cần nhắn người biên tập thì ghi ở phần trao đổi.');
  if (/^<(?:https?:|www\.|mailto:|[^\s<>]+@)/i.test(rest)) return say('autolink', `Địa chỉ trong ngoặc nhọn: ${shown}.`, 'Liên kết viết kiểu [chữ để chạm](/duong-dan/).');
  if (/[“”„‟«»‘’]/.test(rest.split('>', 1)[0] ?? '')) return say('tag-quotes', `Trong thẻ có dấu nháy cong: ${shown}.`, 'Trong thẻ dùng dấu nháy thẳng: id="a1-1". Tắt tự sửa dấu nháy của Word.');
  if (quoted !== undefined) return say('tag-quotes', `Thẻ thiếu một dấu nháy: ${shown}.`, 'Giá trị nằm giữa hai dấu nháy thẳng: <Quiz id="a1-1" />.');
  if (/^<\/?[A-Z][A-Za-z]*(?:\s|$|\/)/.test(rest)) return say('tag-form', `Thẻ viết chưa đúng: ${shown}.`, 'Thẻ có dạng <Tên id="giá trị">, giá trị giữa hai dấu nháy thẳng, cuối cùng là > hoặc />.');
  if (/^<\/?[a-z]+(?:\s|$|\/)/.test(rest)) return say('html', `Thẻ HTML không dùng ở đây: ${shown}.`, 'Chỉ viết chữ và các thẻ của bài học. Dấu “nhỏ hơn” thì viết bằng chữ.');
  return say('bare-less-than', `Dấu < đứng sát chữ: ${shown}. Máy tưởng là một thẻ.`, 'Viết bằng chữ “nhỏ hơn”, “dưới”; hoặc viết \\< thay cho <.');
}

/** The first tag whose line has a quotation mark without its partner. */
function unclosedQuote(text: string): number | undefined {
  for (const match of text.matchAll(/<[A-Za-z][^\r\n]*/g)) if ((match[0].match(/"/g)?.length ?? 0) % 2 === 1) return match.index;
  return undefined;
}

/** The name in the tag that begins at an offset. */
const nameAt = (text: string, at: number): string => /^<(\/?\s*[^\s<>/="']*)/.exec(text.slice(at, at + 60))?.[1] ?? '';

/** What to write instead of a common HTML tag. */
export function htmlMend(name: string): string {
  const instead: Record<string, string> = {
    br: 'Muốn xuống dòng thì để một dòng trống.',
    b: 'Chữ đậm viết **như thế này**.',
    strong: 'Chữ đậm viết **như thế này**.',
    i: 'Chữ nghiêng viết *như thế này*.',
    em: 'Chữ nghiêng viết *như thế này*.',
    a: 'Liên kết viết kiểu [chữ để chạm](/duong-dan/).',
    img: 'Hình viết <Picture src="ten-tep.png" alt="Mô tả hình" />.',
    table: 'Bảng thì viết lại thành danh sách: mỗi dòng một gạch đầu dòng.',
    hr: 'Đường kẻ viết ---, có dòng trống ở trên và dưới.',
  };
  return (Object.hasOwn(instead, name.toLowerCase()) ? instead[name.toLowerCase()] : undefined) ?? 'Xóa thẻ này, chỉ giữ chữ. Trang chỉ dùng Markdown và các thẻ của bài học.';
}
