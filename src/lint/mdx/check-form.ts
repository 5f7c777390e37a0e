import type { ComponentRule } from '../../schemas/components.ts';
import { lessonComponents } from '../../schemas/components.ts';
import type { Entry } from '../entry.ts';
import { isComponent, type Node, sourceOf, startOf } from './tree.ts';

type Words = [message: string, mend: string] | undefined;

/**
 * Whether a component stands where its form belongs (on lines of its own, or inside a sentence) and holds what its
 * form may hold.
 *
 * @returns Whether all is well.
 */
export function checkForm(node: Node, name: string, rule: ComponentRule, parents: readonly Node[], entry: Entry): boolean {
  const isInSentence = node.type === 'mdxJsxTextElement';
  const look = { void: lookAtVoid, container: lookAtContainer, inline: lookAtInline, inlineVoid: lookAtInlineVoid }[rule.form];
  const words = look(node, name, isInSentence, parents, sourceOf(node, entry.report.text));
  if (words) entry.report.add({ at: startOf(node, parents), rule: 'component-form', message: words[0], mend: words[1] });
  return words === undefined;
}

function lookAtVoid(node: Node, name: string, isInSentence: boolean, parents: readonly Node[], source: string): Words {
  const example = `<${name} ${exampleOf(name)} />`;
  if (isInSentence) return [`Thẻ <${name}> phải đứng riêng một dòng.`, `Đưa ${example} xuống dòng riêng, có dòng trống ở trên và dưới.`];
  if (node.children?.length || !source.endsWith('/>')) return [`Thẻ <${name}> đứng một mình, không có gì bên trong.`, `Viết ${example}, không có </${name}>.`];
  return standsAmongBlocks(name, parents, true);
}

function lookAtContainer(node: Node, name: string, isInSentence: boolean, parents: readonly Node[], source: string): Words {
  const how = `Viết <${name}> trên một dòng, dòng trống, nội dung, dòng trống, rồi </${name}> trên một dòng.`;
  if (source.endsWith('/>') || (!isInSentence && !node.children?.length)) return [`Thẻ <${name}> chưa có nội dung.`, how];
  if (isInSentence) return [`Thẻ <${name}> và </${name}> phải đứng riêng dòng, không nằm trong câu.`, how];
  const outer = parents.find(isComponent);
  if (outer) return [`Thẻ <${name}> nằm trong thẻ <${outer.name ?? ''}>. Các thẻ lớn không lồng vào nhau.`, `Đóng </${outer.name ?? ''}> trước khi mở <${name}>.`];
  return standsAmongBlocks(name, parents, false);
}

function lookAtInline(node: Node, name: string, isInSentence: boolean, parents: readonly Node[]): Words {
  const example = `<${name} ${exampleOf(name)}>chữ</${name}>`;
  if (!isInSentence) return [`Thẻ <${name}> phải nằm trong câu.`, `Viết liền một dòng trong câu: ${example}.`];
  const [first, ...others] = node.children ?? [];
  if (!first || others.length > 0 || first.type !== 'text' || !first.value?.trim()) return [`Trong thẻ <${name}> chỉ có chữ thường.`, `Viết ${example}. Chữ đậm, thẻ khác thì đặt bên ngoài.`];
  if (first.value.includes('\n')) return [`Chữ trong thẻ <${name}> bị xuống dòng.`, `Viết liền một dòng: ${example}.`];
  return isInLink(name, parents);
}

function lookAtInlineVoid(node: Node, name: string, isInSentence: boolean, parents: readonly Node[], source: string): Words {
  const example = `<${name} ${exampleOf(name)} />`;
  if (node.children?.length || !source.endsWith('/>')) return [`Thẻ <${name}> không có gì bên trong.`, `Viết ${example}, không có </${name}>.`];
  if (!isInSentence) return [`Thẻ <${name}> phải nằm trong câu, cùng dòng với chữ.`, `Đưa ${example} lên cuối câu trước nó.`];
  return isInLink(name, parents);
}

/** Block components stand at the top of the text; those without content may also stand inside a container. */
function standsAmongBlocks(name: string, parents: readonly Node[], mayBeInside: boolean): Words {
  const stray = parents.find((parent) => parent.type !== 'root' && !(mayBeInside && isContainer(parent)));
  if (!stray) return undefined;
  const where = stray.type === 'blockquote' ? 'phần trích (dấu > đầu dòng)' : stray.type === 'list' || stray.type === 'listItem' ? 'một mục của danh sách' : 'một thẻ khác';
  return [`Thẻ <${name}> nằm trong ${where}.`, 'Đưa thẻ ra ngoài, sát đầu dòng, có dòng trống ở trên và dưới.'];
}

function isInLink(name: string, parents: readonly Node[]): Words {
  const isInside = parents.some((parent) => parent.type === 'link' || (isComponent(parent) && !isContainer(parent)));
  return isInside ? [`Thẻ <${name}> nằm trong một liên kết hoặc một thẻ khác.`, 'Đưa thẻ ra ngoài.'] : undefined;
}

const isContainer = (node: Node): boolean => isComponent(node) && typeof node.name === 'string' && Object.hasOwn(lessonComponents, node.name) && lessonComponents[node.name]?.form === 'container';

/** A good attribute to show in an example. */
function exampleOf(name: string): string {
  if (name === 'Fact') return 'id="F1.3"';
  if (name === 'Picture') return 'src="ten-tep.png" alt="Mô tả hình"';
  if (name === 'Quiz') return 'id="a1-1"';
  return name.startsWith('Contact') ? 'id="111"' : 'id="…"';
}
