import type { z } from 'zod';
import type { IconName } from '../../shared/icon-names.ts';
import { groupNames, iconWords } from './names.ts';
import { fieldsIn, literalOf, type Shape, shapeOf } from './schema-shape.ts';

/** One field of a Decap form, as its configuration spells it. */
export interface DeskField {
  name: string;
  label: string;
  label_singular?: string;
  hint?: string;
  widget: string;
  required?: boolean;
  default?: unknown;
  /** Where the rule of this field is found, see {@link ruleOf}. */
  rule?: string;
  refers?: string;
  options?: { label: string; value: string }[];
  fields?: DeskField[];
  field?: DeskField;
  types?: DeskField[];
  typeKey?: string;
  summary?: string;
  collapsed?: boolean;
  min?: number;
  max?: number;
  [more: string]: unknown;
}

/** The rules behind the fields of all forms. A form's configuration is plain data, so it names them by a path. */
const rules = new Map<string, z.ZodType>();

/** The schema that judges a field. @param path the field's `rule` */
export const ruleOf = (path: string | undefined): z.ZodType | undefined => (path === undefined ? undefined : rules.get(path));

/**
 * The fields of a form, made from the schema of what it edits.
 *
 * @param schema an object schema whose fields carry a label
 * @param path a name for the form, unique among all forms
 * @throws {Error} for a shape that no form can show
 */
export function fieldsOf(schema: z.core.$ZodType, path: string): DeskField[] {
  return fieldsIn(shapeOf(schema)).map(([name, field]) => fieldOf(name, field, `${path}.${name}`, false));
}

function fieldOf(name: string, schema: z.core.$ZodType, path: string, isInOptional: boolean): DeskField {
  const shape = shapeOf(schema);
  const { label = groupNames[path] ?? name, hint } = shape.words;
  rules.set(path, schema as z.ZodType);
  const field: DeskField = { name, label, ...(hint && hint !== label && { hint }), ...look(shape, path, isInOptional || shape.isOptional), rule: path } as DeskField;
  // A group that may be left out altogether cannot demand its parts one by one; the check of the whole entry does.
  if (shape.isOptional || isInOptional) field.required = false;
  if (shape.fallback !== undefined && !Array.isArray(shape.fallback)) field.default = shape.fallback;
  return field;
}

type Look = { widget: string } & Partial<DeskField>;

function look(shape: Shape, path: string, isOptional: boolean): Look {
  const { words, def } = shape;
  switch (shape.type) {
    case 'string':
      if (words.refers) return { widget: 'pick', refers: words.refers };
      return { widget: words.isLong ? 'text' : 'string' };
    case 'day':
      return { widget: 'day' };
    case 'number':
      return { widget: 'number', value_type: 'int' };
    case 'boolean':
      return { widget: 'boolean', ...(!isOptional && { required: false }) };
    case 'enum':
      return { widget: 'select', options: Object.values(def.entries ?? {}).map((value) => ({ label: words.options?.[value] ?? iconWords[value as IconName] ?? value, value })) };
    case 'object':
      return { widget: 'object', fields: fieldsIn(shape).map(([name, field]) => fieldOf(name, field, `${path}.${name}`, shape.isOptional)), collapsed: shape.isOptional };
    case 'array':
      return listLook(shape, path);
    default:
      throw new Error(`The field ${path} is a "${shape.type}", which no form can show.`);
  }
}

function listLook(shape: Shape, path: string): Look {
  if (!shape.def.element) throw new Error(`The list ${path} does not say of what.`);
  const item = shapeOf(shape.def.element);
  const list: Look = { widget: 'list', allow_add: true, add_to_top: false, ...(shape.words.singular && { label_singular: shape.words.singular }) };
  if (item.type === 'object') {
    const fields = fieldsIn(item).map(([name, field]) => fieldOf(name, field, `${path}.${name}`, false));
    return { ...list, fields, summary: summaryOf(fields), collapsed: true };
  }
  if (item.type === 'union') {
    const typeKey = item.def.discriminator ?? '';
    const types = (item.def.options ?? []).map((option) => typeOf(shapeOf(option), typeKey, path));
    return { ...list, types, typeKey, collapsed: true };
  }
  const name = `${path}[]`;
  rules.set(name, shape.def.element as z.ZodType);
  return { ...list, collapsed: false, field: { name: 'item', label: shape.words.singular ?? shape.words.label ?? '', ...look(item, name, false), rule: name } };
}

/** One of several sorts of item; which one is written in the item itself. */
function typeOf(member: Shape, typeKey: string, path: string): DeskField {
  const name = String(literalOf(member, typeKey));
  const literal = member.def.shape?.[typeKey];
  const { label = name, hint } = literal ? shapeOf(literal).words : {};
  const fields = fieldsIn(member)
    .filter(([field]) => field !== typeKey)
    .map(([field, schema]) => fieldOf(field, schema, `${path}.${name}.${field}`, false));
  return { name, label, ...(hint && { hint }), widget: 'object', fields, summary: summaryOf(fields) };
}

/** What a folded item shows of itself: its first words. */
function summaryOf(fields: DeskField[]): string {
  const telling = ['prompt', 'text', 'title', 'name', 'document'].find((name) => fields.some((field) => field.name === name)) ?? fields.find((field) => field.widget === 'string' || field.widget === 'text')?.name;
  return telling ? `{{fields.${telling}}}` : '';
}
