import { expect, test } from '@playwright/test';
import type { z } from 'zod';
import { readContent } from '../../../src/build/read-content.ts';
import { editorComponents } from '../../../src/cms/body/components.ts';
import { deskConfig, formOf } from '../../../src/cms/model/config.ts';
import { type DeskField, ruleOf } from '../../../src/cms/model/fields.ts';
import { readEntry, type Values } from '../../../src/cms/model/format.ts';
import { deskKinds, kindOfPath } from '../../../src/cms/model/kinds.ts';
import { judge } from '../../../src/cms/ui/judge.ts';
import { kinds } from '../../../src/lint/kinds.ts';

/** A field and everything inside it. */
const flat = (field: DeskField): DeskField[] => [field, ...[...(field.fields ?? []), ...(field.types ?? []), ...(field.field ? [field.field] : [])].flatMap(flat)];
const allFields = () => deskKinds().flatMap((kind) => formOf(kind).flatMap(flat));

test('every kind of content that has a schema has a form', () => {
  const withSchema = Object.entries(kinds).flatMap(([name, { schema }]) => (schema ? [name] : []));
  expect(deskKinds().map(({ name }) => name)).toEqual(expect.arrayContaining([...withSchema, 'strings', 'trainer', 'seasons']));
});

test('every field has a Vietnamese name, and every choice words of its own', () => {
  const unnamed = allFields().filter(({ label, name }) => !label || label === name);
  // A new group of interface words is named in src/cms/model/names.ts, any other field in its schema.
  expect(unnamed.map(({ name, rule }) => rule ?? name)).toEqual([]);
  const speechless = allFields().flatMap(({ name, options = [] }) => (name === 'form' ? [] : options.filter(({ label, value }) => label === value).map(({ value }) => `${name}: ${value}`)));
  expect(speechless).toEqual([]);
});

test('every list says what one of it is called, and offers what there is when it holds ids', () => {
  const lists = allFields().filter(({ widget }) => widget === 'list');
  expect(lists.length).toBeGreaterThan(30);
  expect(lists.filter((list) => !list.label_singular).map(({ rule }) => rule)).toEqual([]);
  const ids = lists.filter(({ name }) => ['lessons', 'facts', 'contacts'].includes(name));
  expect(ids.filter(({ field }) => field?.widget !== 'pick').map(({ rule }) => rule)).toEqual([]);
});

test('the form asks for exactly the fields of the schema, in the order in which they are written', () => {
  for (const kind of deskKinds()) {
    const asked = formOf(kind).map(({ name }) => name);
    const shape = Object.keys((kind.schema as z.ZodObject).shape);
    expect(asked).toEqual(kind.ending === 'mdx' ? ['id', ...shape, 'body'] : shape);
  }
});

/** Values a rule may refuse: nothing, too much, the wrong signs. */
const spoiled = (value: unknown): unknown[] => (typeof value === 'string' ? ['x'.repeat(5000), 'Chữ "lạ" <b>', '2026-13-45', `${value} `, 'hai\ndòng'] : typeof value === 'number' ? [-1, 1.5, 999_999] : []);

/** Every single value of an entry with the field that edits it and its place. */
function* leaves(fields: DeskField[], values: Values, path: (string | number)[] = []): Generator<{ field: DeskField; value: unknown; path: (string | number)[] }> {
  for (const field of fields) {
    const value = values[field.name];
    const here = [...path, field.name];
    if (value === undefined || field.name === 'body') continue;
    if (field.widget === 'object') yield* leaves(field.fields ?? [], value as Values, here);
    else if (field.widget === 'list') {
      for (const [index, item] of (value as unknown[]).entries()) {
        const type = field.types?.find(({ name }) => name === (item as Values)[field.typeKey ?? '']);
        if (field.field) yield { field: field.field, value: item, path: [...here, index] };
        else yield* leaves(type?.fields ?? field.fields ?? [], item as Values, [...here, index]);
      }
    } else yield { field, value, path: here };
  }
}

const put = (values: unknown, [step, ...rest]: (string | number)[], value: unknown): unknown => {
  const copy = (Array.isArray(values) ? [...values] : { ...(values as object) }) as Record<string | number, unknown>;
  copy[step as string] = rest.length === 0 ? value : put(copy[step as string], rest, value);
  return copy;
};

test('a field of the form refuses exactly what the schema refuses there', () => {
  const samples = new Map<string, { path: string; text: string }>();
  for (const file of readContent('content').files) {
    const kind = kindOfPath(file.path);
    if (kind && !samples.has(kind.name)) samples.set(kind.name, file);
  }
  const unlike: unknown[] = [];
  let [compared, refusals] = [0, 0];
  for (const { path, text } of samples.values()) {
    const kind = kindOfPath(path);
    if (!kind) continue;
    const { body: _, ...values } = readEntry(text, kind.ending);
    for (const leaf of leaves(formOf(kind), values)) {
      if (leaf.field.name === 'id' && leaf.path.length === 1) continue; // an id is asked for once, then only shown
      for (const value of [leaf.value, ...spoiled(leaf.value)]) {
        const whole = kind.schema.safeParse(put(values, leaf.path, value));
        const refused = !whole.success && whole.error.issues.some((issue) => issue.code !== 'custom' && issue.path.join('.') === leaf.path.join('.'));
        const own = ruleOf(leaf.field.rule)?.safeParse(value);
        const verdict = judge({ get: (name) => leaf.field[name] }, value);
        // Rules about several fields together are the whole entry's business.
        if ((refused && verdict === true) || (own?.success && verdict !== true)) unlike.push({ at: `${path} ${leaf.path.join('.')}`, value, verdict });
        if (refused) refusals += 1;
        compared += 1;
      }
    }
  }
  expect(unlike).toEqual([]);
  expect(compared).toBeGreaterThan(2000);
  expect(refusals).toBeGreaterThan(500);
});

test('a refusal is in the words of the schema, with the length somebody wrote', () => {
  const title = formOf(deskKinds().find(({ name }) => name === 'lessons') as never).find(({ name }) => name === 'title') as DeskField;
  expect(judge({ get: (name) => title[name] }, 'a'.repeat(83))).toEqual({ error: { type: 'CUSTOM', message: 'Dài quá 70 ký tự. Hãy viết ngắn lại. Đang là 83 ký tự.' } });
});

test('every component that authors may write can be inserted, and keeps what it does not know', () => {
  for (const component of editorComponents()) {
    const tag = component.type === 'inline' ? `<${component.id} la="x &quot;y&quot;">chữ</${component.id}>` : `<${component.id} la="x &quot;y&quot;">\n\nchữ\n\n</${component.id}>`;
    const empty = `<${component.id} la="x &quot;y&quot;" />`;
    const source = component.pattern.test(tag) ? tag : empty;
    const match = component.pattern.exec(source);
    expect({ id: component.id, again: match && component.toBlock(component.fromBlock(match)) }).toEqual({ id: component.id, again: source });
  }
});

test('the configuration is plain data: it survives being written down', () => {
  const config = deskConfig({ backend: { name: 'proxy' }, contentDir: 'content', siteUrl: 'https://example.vn/' });
  expect(JSON.parse(JSON.stringify(config))).toEqual(config);
});
