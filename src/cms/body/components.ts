import { type ComponentRule, lessonComponents } from '../../schemas/components.ts';
import { type DeskField, fieldsOf } from '../model/fields.ts';

/** The values of one component in a form: its attributes, its words under `children`, what it has besides under `rest`. */
type Data = Record<string, string | undefined>;

/** A component of the rich text editor, as Decap takes it. */
export interface EditorComponent {
  id: string;
  label: string;
  hint: string;
  type?: 'inline';
  trigger?: string;
  fields: DeskField[];
  pattern: RegExp;
  collapsed: boolean;
  summary: string;
  fromBlock(match: RegExpMatchArray): Data;
  toBlock(data: Data): string;
  fromInline?(match: RegExpMatchArray): Data;
  toInline?(data: Data): string;
  toPreview(data: Data): string;
}

/** Attributes the vocabulary does not know travel along here: the checker says what is wrong with them, the desk loses nothing. */
const REST = 'rest';
const attributes = String.raw`((?:\s+[A-Za-z][\w-]*="[^"]*")*)`;
/** Buttons of the small editor inside a component. */
const innerButtons = ['bold', 'italic', 'link', 'bulleted-list', 'numbered-list'];

const codes: [sign: string, code: string][] = [
  ['&', '&amp;'],
  ['"', '&quot;'],
  ['<', '&lt;'],
  ['{', '&#123;'],
  ['\n', '&#10;'],
];
const encode = (text: string) => codes.reduce((result, [sign, code]) => result.replaceAll(sign, code), text);
const decode = (text: string) => [...codes].reverse().reduce((result, [sign, code]) => result.replaceAll(code, sign), text);

function readAttributes(source: string, rule: ComponentRule): Data {
  const data: Data = {};
  let rest = '';
  for (const [whole, name = '', value = ''] of source.matchAll(/\s+([A-Za-z][\w-]*)="([^"]*)"/g)) {
    if (Object.hasOwn(rule.props.shape, name) && data[name] === undefined) data[name] = decode(value);
    else rest += ` ${whole.trim()}`;
  }
  return rest ? { ...data, [REST]: rest } : data;
}

function writeAttributes(data: Data, rule: ComponentRule): string {
  const known = Object.keys(rule.props.shape).flatMap((name) => {
    const value = data[name];
    return value ? [` ${name}="${encode(value.normalize('NFC'))}"`] : [];
  });
  return known.join('') + (data[REST] ?? '');
}

/** The authors' vocabulary for the rich text editor: how each component is read from a text and written into it. */
export function editorComponents(): EditorComponent[] {
  return Object.entries(lessonComponents).map(([name, rule]) => makers[rule.form](name, rule));
}

const base = (name: string, rule: ComponentRule) => {
  const fields = fieldsOf(rule.props, `component.${name}`);
  const shown = ['title', 'claim', 'from', 'alt', 'id'].find((field) => Object.hasOwn(rule.props.shape, field));
  return {
    id: name,
    label: rule.label,
    hint: rule.hint,
    fields,
    collapsed: false,
    summary: shown ? `${rule.label}: {{fields.${shown}}}` : rule.label,
    toPreview: (data: Data) => data['children'] ?? `[${[rule.label, data['id']].filter(Boolean).join(' ')}]`,
  };
};

const makers: Record<ComponentRule['form'], (name: string, rule: ComponentRule) => EditorComponent> = {
  void: (name, rule) => ({
    ...base(name, rule),
    pattern: new RegExp(String.raw`^<${name}${attributes}\s*/>(?=\n|$)`),
    fromBlock: (match) => readAttributes(match[1] ?? '', rule),
    toBlock: (data) => `<${name}${writeAttributes(data, rule)} />`,
  }),
  container: (name, rule) => {
    const { fields, ...rest } = base(name, rule);
    const text: DeskField = { name: 'children', label: 'Nội dung', widget: 'markdown', required: false, modes: ['rich_text'], buttons: innerButtons, editor_components: inlineNames(), minimal: true };
    return {
      ...rest,
      fields: [...fields, text],
      pattern: new RegExp(String.raw`^<${name}${attributes}>\n+([\s\S]*?)\n*</${name}>(?=\n|$)`),
      fromBlock: (match) => ({ ...readAttributes(match[1] ?? '', rule), children: (match[2] ?? '').trim() }),
      toBlock: (data) => `<${name}${writeAttributes(data, rule)}>\n\n${(data['children'] ?? '').trim()}\n\n</${name}>`,
    };
  },
  inline: (name, rule) => {
    const { fields, ...rest } = base(name, rule);
    const read = (match: RegExpMatchArray): Data => ({ ...readAttributes(match[1] ?? '', rule), children: decodeText(match[2] ?? '') });
    const write = (data: Data) => `<${name}${writeAttributes(data, rule)}>${encodeText(data['children'] ?? '')}</${name}>`;
    const words: DeskField = { name: 'children', label: 'Chữ hiện trong câu', widget: 'string' };
    return { ...rest, type: 'inline', trigger: `<${name}`, fields: [...fields, words], pattern: new RegExp(String.raw`^<${name}${attributes}>([^<\n]*?)</${name}>`), fromBlock: read, toBlock: write, fromInline: read, toInline: write };
  },
  inlineVoid: (name, rule) => {
    const read = (match: RegExpMatchArray): Data => readAttributes(match[1] ?? '', rule);
    const write = (data: Data) => `<${name}${writeAttributes(data, rule)} />`;
    return { ...base(name, rule), type: 'inline', trigger: `<${name}`, pattern: new RegExp(String.raw`^<${name}${attributes}\s*/>`), fromBlock: read, toBlock: write, fromInline: read, toInline: write };
  },
};

/** Plain words inside an inline component: the signs that MDX or Markdown would take for something else are escaped. */
const encodeText = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<]/g, '\\$&');
const decodeText = (text: string) => text.replace(/\\([\\`*_{}[\]<])/g, '$1');

/** Names of the components that stand inside a sentence. */
const inlineNames = () => Object.entries(lessonComponents).flatMap(([name, { form }]) => (form === 'inline' || form === 'inlineVoid' ? [name] : []));
