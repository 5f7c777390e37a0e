import type { ComponentRule } from '../../schemas/components.ts';
import type { Report } from '../report.ts';
import { endOf, type Node, sourceOf, startOf } from './tree.ts';

/**
 * How a tag is written: one space before each attribute, straight double quotes, attributes in the order of the
 * vocabulary, tags of block components alone on their lines. The CMS writes this form, and the steps that read
 * lessons by pattern rely on it.
 */
export function checkTagWriting(node: Node, name: string, rule: ComponentRule, parents: readonly Node[], report: Report): void {
  const source = sourceOf(node, report.text);
  const at = startOf(node, parents);
  const opening = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>/.exec(source)?.[0] ?? source;
  const order = Object.keys(rule.props.shape);
  const given = (node.attributes ?? []).map((attribute) => order.indexOf(attribute.name ?? ''));
  const isInOrder = given.every((place, index) => index === 0 || place > (given[index - 1] ?? -1));
  if (!isInOrder || !/^<[A-Za-z]+(?: [A-Za-z]+="[^"\r\n]*")*(?: ?\/)?>$/.test(opening)) {
    report.add({ at, rule: 'tag-form', message: `Thẻ <${name}> viết chưa đúng kiểu (dấu cách, dấu nháy, xuống dòng hoặc thứ tự).`, mend: `Viết lại: ${writeTag(node, name, order, opening.endsWith('/>'))}` });
  }
  if (!opening.endsWith('/>') && !source.endsWith(`</${name}>`)) report.add({ at: endOf(node), rule: 'tag-form', message: `Thẻ đóng </${name}> có dấu cách thừa.`, mend: `Viết lại: </${name}>` });
  if (node.type === 'mdxJsxFlowElement' && parents.every((parent) => parent.type === 'root' || parent.type === 'mdxJsxFlowElement')) checkLines(node, name, opening, report);
}

/** A tag in its one form. */
function writeTag(node: Node, name: string, order: string[], isVoid: boolean): string {
  const attributes = [...(node.attributes ?? [])].sort((a, b) => order.indexOf(a.name ?? '') - order.indexOf(b.name ?? ''));
  const written = attributes.map(({ name: key, value }) => ` ${key}="${escapeValue(String(value))}"`).join('');
  return `<${name}${written}${isVoid ? ' />' : '>'}`;
}

const escapes: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '{': '&#123;', '\n': '&#10;' };
const escapeValue = (value: string) => value.replace(/[&"<{\n]/g, (sign) => escapes[sign] ?? sign);

function checkLines(node: Node, name: string, opening: string, report: Report): void {
  const { text } = report;
  const start = startOf(node);
  const afterOpening = start + opening.length;
  const end = endOf(node);
  const closing = opening.endsWith('/>') ? undefined : end - `</${name}>`.length;
  const isAlone = isLineStart(text, start) && isLineEnd(text, afterOpening) && (closing === undefined || (isLineStart(text, closing) && isLineEnd(text, end)));
  if (!isAlone) {
    report.add({
      at: start,
      rule: 'tag-line',
      message: `Thẻ <${name}> phải đứng riêng một dòng, sát lề trái.`,
      mend: closing === undefined ? 'Xóa dấu cách đầu dòng, đưa chữ khác xuống dòng dưới.' : `<${name}> một dòng, nội dung, rồi </${name}> một dòng. Không có dấu cách đầu dòng.`,
    });
  } else if (closing !== undefined && !(/^[^\S\n]*\n[^\S\n]*\n/.test(text.slice(afterOpening)) && /\n[^\S\n]*\n$/.test(text.slice(start, closing)))) {
    report.add({ at: start, rule: 'tag-blank-line', message: `Thẻ <${name}> dính vào chữ bên trong.`, mend: `Để một dòng trống sau <${name}> và trước </${name}>.`, severity: 'warning' });
  }
}

const isLineStart = (text: string, at: number) => at === 0 || /[\r\n]/.test(text.charAt(at - 1));
const isLineEnd = (text: string, at: number) => /^[ \t]*(?:[\r\n]|$)/.test(text.slice(at, at + 200));
