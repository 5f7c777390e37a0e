import { type ComponentRule, lessonComponents } from '../../schemas/components.ts';
import type { Entry } from '../entry.ts';
import { nearest } from '../nearest.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkForm } from './check-form.ts';
import { checkTagWriting } from './check-tag-writing.ts';
import { htmlMend } from './html-mend.ts';
import { type Node, startOf } from './tree.ts';

/** A component: one of the vocabulary, used the way the vocabulary says, with attributes its schema accepts. */
export function checkComponent(node: Node, parents: readonly Node[], entry: Entry): void {
  const name = node.name ?? '';
  const rule = Object.hasOwn(lessonComponents, name) ? lessonComponents[name] : undefined;
  if (rule) checkKnown(node, name, rule, parents, entry);
  else entry.report.add({ at: startOf(node, parents), ...unknownComponent(name) });
}

function checkKnown(node: Node, name: string, rule: ComponentRule, parents: readonly Node[], entry: Entry): void {
  const isSound = checkAttributes(node, name, rule, entry);
  const isInForm = checkForm(node, name, rule, parents, entry);
  if (isSound && isInForm) checkTagWriting(node, name, rule, parents, entry.report);
}

function unknownComponent(name: string): { rule: string; message: string; mend: string } {
  if (name === '') return { rule: 'fragment', message: 'Thẻ trống <> không dùng ở đây.', mend: 'Xóa <> và </>.' };
  const names = Object.keys(lessonComponents);
  const guess = nearest(name, names);
  if (guess !== undefined) return { rule: 'unknown-component', message: `Không có thẻ <${name}>.`, mend: `Có phải là <${guess}>? Chữ hoa, chữ thường phải đúng.` };
  if (/^[a-z]/.test(name) && !/[.:]/.test(name)) return { rule: 'html', message: `Thẻ HTML <${name}> không dùng ở đây.`, mend: htmlMend(name) };
  return { rule: 'unknown-component', message: `Không có thẻ <${name}>.`, mend: `Các thẻ được dùng: ${names.join(', ')}.` };
}
