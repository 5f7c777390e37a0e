import { lessonComponents } from '../../schemas/components.ts';
import { formOf } from './config.ts';
import type { DeskField } from './fields.ts';
import { type DeskKind, deskKinds } from './kinds.ts';

const componentLabels: Record<string, string | undefined> = Object.fromEntries(Object.entries(lessonComponents).map(([name, { label }]) => [name, label]));
const kindLabels: Record<string, string | undefined> = Object.fromEntries(deskKinds().map(({ name, label }) => [name, label]));

/**
 * A sentence of the checker as somebody reads it who never sees a file: `<Contact id="111" />` is the part “Số gọi trong
 * câu” (111), `contacts/111.yaml` is “Liên hệ › 111”.
 */
export function inDeskWords(sentence: string): string {
  const said = withNames(sentence.replace(/Viết <\w+> trên một dòng, dòng trống, .*?<\/\w+> trên một dòng\./g, 'Bấm vào phần ấy rồi viết, hoặc bỏ phần ấy đi.').replace(/\b[Tt]hẻ (?=<)/g, ''));
  return Object.values(componentLabels)
    .reduce<string>((words, label = '') => words.replaceAll(`${label.toLowerCase()} phần “${label}”`, `phần “${label}”`), said)
    .replace(/^./, (letter) => letter.toUpperCase());
}

/** A text with the names of the desk in the place of tags and files. */
function withNames(text: string): string {
  return text
    .replace(/<([A-Z]\w*)((?:\s+\w+="[^"]*")*)\s*(?:\/>|>(?:([^<]*)<\/\1>)?)/g, (tag, name: string, attributes: string, inside: string | undefined) => {
      const label = componentLabels[name];
      const id = /id="([^"…]+)"/.exec(attributes)?.[1];
      return label ? `phần “${label}”${id ? ` (${id})` : ''}${inside ? ` cho chữ “${inside}”` : ''}` : tag;
    })
    .replace(/\b([a-z]+)\/([\w.-]+?)\.(?:yaml|mdx)\b/g, (path, kind: string, id: string) => (kindLabels[kind] ? `“${kindLabels[kind]} › ${id}”` : path))
    .replace(/một tệp ở (\w+)/g, (words, kind: string) => (kindLabels[kind] ? `một mục ở “${kindLabels[kind]}”` : words));
}

/** The names of a form's fields by their keys in the file; a key that has two names keeps the first. */
function namesOf(kind: DeskKind): Map<string, string> {
  const names = new Map<string, string>();
  const add = (field: DeskField) => {
    if (!names.has(field.name)) names.set(field.name, field.label);
    for (const inner of [...(field.fields ?? []), ...(field.types ?? []), ...(field.field ? [field.field] : [])]) add(inner);
  };
  for (const field of formOf(kind)) add(field);
  return names;
}

/** Lines of a file with the names of the form in the place of keys and tags, for people who compare two versions. */
export function readableLines(kind: DeskKind): (line: string) => string {
  const names = namesOf(kind);
  return (line) => {
    const [, indent = '', key = '', value = ''] = /^(\s*(?:- )?)([A-Za-z][\w-]*):(?: (.*))?$/.exec(line) ?? [];
    const name = names.get(key);
    if (name) return `${indent.trimEnd()}${name}: ${value.replace(/^"(.*)"$/, '$1')}`.trimEnd();
    return withNames(line.replace(/^<\/[A-Z]\w*>$/, '').replace(/^<([A-Z]\w*)\s+\w+="([^"]*)">$/, (tag, component: string, said: string) => (componentLabels[component] ? `${componentLabels[component]}: ${said}` : tag)));
  };
}
