import { lessonComponents } from '../../schemas/components.ts';
import { htmlMend } from './html-mend.ts';
import type { Explained } from './syntax-failures.ts';

const alone = 'đứng riêng một dòng, sát lề trái';

/**
 * Opening and closing tags that do not find each other.
 *
 * @param reason The reader's English sentence: its beginning tells the cases apart.
 * @param opening Offset of the tag the sentence names in brackets.
 * @param at Offset the failure points at.
 */
export function explainPair(reason: string, opening: number, at: number, text: string): Explained {
  if (reason.startsWith('Expected the closing tag')) return closingInsideWords(at, text);
  if (reason.startsWith('Unexpected closing slash')) return strayClosing(at, text);
  const wrong = /^Unexpected closing tag `<\/([^`>]*)>`/.exec(reason)?.[1];
  const name = nameAt(text, opening);
  if (wrong !== undefined && !opens(wrong, text)) {
    return { finding: { at, rule: 'tag-pair', message: `Thẻ đóng </${wrong}> không khớp với thẻ mở <${name}>.`, mend: `Viết lại thành </${name}>.` }, cover: [opening, at] };
  }
  return unclosed(name, opening, reason.includes('before the end of'), text);
}

/** `isInWords`: the paragraph or emphasis the tag stands in ends before the tag does. */
function unclosed(name: string, opening: number, isInWords: boolean, text: string): Explained {
  const partner = text.indexOf(`</${name}>`, opening);
  const isPartnerOurs = partner >= 0 && !text.slice(opening + 1, partner).includes(`<${name}`);
  const cover = isInWords && isPartnerOurs ? [opening, partner] : [opening];
  if (/^[a-z]/.test(name) && !Object.hasOwn(lessonComponents, name)) return { finding: { at: opening, rule: 'html', message: `Thẻ HTML <${name}> không dùng ở đây.`, mend: htmlMend(name) }, cover };
  const form = Object.hasOwn(lessonComponents, name) ? lessonComponents[name]?.form : undefined;
  const finding = { at: opening, rule: 'tag-pair', message: `Thẻ <${name}> mở mà chưa đóng.`, mend: `Viết </${name}> ở cuối phần này, ${alone}.` };
  if (form === 'void' || form === 'inlineVoid') finding.mend = 'Thẻ này đứng một mình: kết thúc bằng /> thay cho >.';
  else if (form === 'inline') finding.mend = `Viết liền trong một câu: <${name} id="…">chữ</${name}>.`;
  else if (isInWords) Object.assign(finding, { message: `Thẻ <${name}> dính vào chữ, nên thẻ đóng không khớp.`, mend: `<${name}> ${alone}; nội dung ở dưới; </${name}> cũng ${alone}.` });
  return { finding, cover };
}

function closingInsideWords(at: number, text: string): Explained {
  const name = nameAt(text, at).replace(/^\//, '');
  const opening = text.lastIndexOf(`<${name}`, at - 1);
  return { finding: { at, rule: 'tag-pair', message: `Thẻ đóng </${name}> dính vào chữ.`, mend: `Đưa </${name}> xuống dòng riêng, sát lề trái, có dòng trống ở trên và dưới.` }, cover: opening >= 0 ? [opening, at] : [at] };
}

function strayClosing(at: number, text: string): Explained {
  const start = text.lastIndexOf('<', at);
  const name = nameAt(text, start).replace(/^\/\s*/, '');
  return { finding: { at: Math.max(0, start), rule: 'tag-pair', message: `Thẻ đóng </${name}> không có thẻ mở đi trước.`, mend: `Thêm thẻ mở <${name}> ở đầu phần này, hoặc xóa </${name}>.` }, cover: start >= 0 ? [start] : [] };
}

const opens = (name: string, text: string) => text.includes(`<${name}>`) || text.includes(`<${name} `);

/** The name in the tag that begins at an offset; a closing tag's begins with a slash. */
const nameAt = (text: string, at: number): string => /^<(\/?\s*[^\s<>/="']*)/.exec(text.slice(at, at + 60))?.[1] ?? '';
