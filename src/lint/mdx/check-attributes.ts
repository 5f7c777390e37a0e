import type { ComponentRule } from '../../schemas/components.ts';
import type { Entry, Reference } from '../entry.ts';
import { nearest } from '../nearest.ts';
import { quote } from '../say.ts';
import { checkText } from '../text/check-text.ts';
import { alignRun } from '../text/text-run.ts';
import { fit } from '../yaml/describe-issue.ts';
import { type Attribute, type Node, sourceOf, startOf } from './tree.ts';

/** Attributes that hold ids and names of files instead of words. */
const notWords = new Set(['id', 'src', 'type']);

/**
 * The attributes of a component: only the ones it has, each once, each a literal text that its schema accepts. What
 * they point at is noted in the entry.
 *
 * @returns Whether they are sound enough to look at how the tag is written.
 */
export function checkAttributes(node: Node, name: string, rule: ComponentRule, entry: Entry): boolean {
  const values: Record<string, string> = {};
  const places: Record<string, number> = {};
  let isSound = true;
  for (const attribute of node.attributes ?? []) {
    const at = startOf(attribute, [node]);
    const refusal = refuse(attribute, name, rule, values);
    if (refusal) {
      isSound = false;
      entry.report.add({ at, ...refusal });
    } else if (attribute.name !== undefined) {
      values[attribute.name] = String(attribute.value);
      places[attribute.name] = at;
    }
  }
  const result = isSound ? fit(rule.props, values) : { complaints: [] };
  for (const { path, rule: kind, message, mend } of 'complaints' in result ? result.complaints : []) {
    isSound = false;
    const field = String(path[0]);
    entry.report.add({
      at: places[field] ?? startOf(node),
      rule: kind === 'missing-field' ? 'missing-property' : 'bad-property',
      message: `Thẻ <${name}>: ${message}`,
      mend: mend.replace(`“${field}: …”`, `${field}="…" vào thẻ`).replace('Thêm dòng', 'Thêm').replace('xóa cả dòng', 'bỏ hẳn đi'),
    });
  }
  noteReferences(node, name, rule, values, entry);
  checkWords(node, entry);
  return isSound;
}

type Refusal = { rule: string; message: string; mend: string } | undefined;

function refuse(attribute: Attribute, name: string, rule: ComponentRule, before: Record<string, string>): Refusal {
  const key = attribute.name;
  if (attribute.type !== 'mdxJsxAttribute' || key === undefined || (attribute.value !== null && typeof attribute.value === 'object'))
    return { rule: 'expression', message: `Thẻ <${name}> có ngoặc nhọn { }: máy hiểu là lệnh.`, mend: 'Giá trị đặt giữa hai dấu nháy thẳng, ví dụ id="a1-1".' };
  const allowed = Object.keys(rule.props.shape);
  if (!allowed.includes(key)) {
    if (/^on/i.test(key)) return { rule: 'event-handler', message: `Thẻ <${name}> có ${quote(key)}: đây là lệnh, không dùng ở đây.`, mend: `Xóa ${key}.` };
    const guess = nearest(key, allowed);
    const rest = allowed.length > 0 ? `Thẻ này chỉ có: ${allowed.join(', ')}.` : 'Thẻ này không có thuộc tính nào.';
    return { rule: 'unknown-property', message: `Thẻ <${name}> không có ${quote(key)}.`, mend: guess ? `Có phải là “${guess}”? ${rest}` : `Xóa ${quote(key)}. ${rest}` };
  }
  if (Object.hasOwn(before, key)) return { rule: 'double-property', message: `Thẻ <${name}> có ${quote(key)} hai lần.`, mend: 'Giữ lại một, xóa một.' };
  if (typeof attribute.value !== 'string') return { rule: 'empty-property', message: `Thẻ <${name}>: ${quote(key)} chưa có giá trị.`, mend: `Viết ${key}="…" với giá trị giữa hai dấu nháy thẳng.` };
  return undefined;
}

function noteReferences(node: Node, name: string, rule: ComponentRule, values: Record<string, string>, entry: Entry): void {
  for (const [field, to] of Object.entries(rule.refers ?? {})) {
    const id = Object.hasOwn(values, field) ? values[field] : undefined;
    if (id === undefined || !rule.props.shape[field] || !(rule.props.shape[field] as { safeParse(value: unknown): { success: boolean } }).safeParse(id).success) continue;
    const reference: Reference = { to, id, form: name === 'ContactCard' ? 'card' : 'component', at: startOf(node) };
    entry.references.push(reference);
  }
}

function checkWords(node: Node, entry: Entry): void {
  for (const attribute of node.attributes ?? []) {
    if (typeof attribute.value !== 'string' || (attribute.name !== undefined && notWords.has(attribute.name))) continue;
    const source = sourceOf(attribute, entry.report.text);
    const first = source.search(/["']/) + 1;
    checkText(alignRun(source.slice(first), startOf(attribute, [node]) + first, attribute.value), entry, 'field');
  }
}
