import { parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { BROKEN } from './broken.ts';
import { fieldsIn, memberOf, type Shape, shapeOf } from './schema-shape.ts';

/** The values of one entry, as a form holds them. The text of a lesson is `body`. */
export type Values = Record<string, unknown>;

/**
 * Reads a file into the values of a form.
 *
 * YAML 1.2 without tags, aliases or doubled keys: a file can bring no code and mean one thing only. What cannot be read
 * comes back whole under {@link BROKEN}.
 */
export function readEntry(text: string, ending: 'yaml' | 'mdx'): Values {
  if (ending === 'yaml') return readYaml(text) ?? { [BROKEN]: text };
  const parts = /^---\n([\s\S]*?)(?<=\n)---(?:\n|$)([\s\S]*)$/.exec(text);
  const head = parts && readYaml(parts[1] ?? '');
  return head ? { ...head, body: (parts[2] ?? '').trim() } : { [BROKEN]: text };
}

function readYaml(text: string): Values | undefined {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, merge: false, logLevel: 'silent', prettyErrors: false, resolveKnownTags: false });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the values of a form as a file, in the one form every file has: fields in the order of the schema, nothing
 * that is empty or goes without saying, each text on one line.
 */
export function writeEntry(values: Values, schema: z.ZodType, ending: 'yaml' | 'mdx'): string {
  if (typeof values[BROKEN] === 'string') return values[BROKEN];
  // The id of a lesson is the name of its file; the form carries it along.
  const { body, id: _, ...rest } = values;
  const fields = tidy(ending === 'mdx' ? rest : values, shapeOf(schema)) as Values | undefined;
  const head = stringify(fields ?? {}, { version: '1.2', schema: 'core', lineWidth: 0, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' }).normalize('NFC');
  if (ending === 'yaml') return head;
  const text = typeof body === 'string' ? body.normalize('NFC').trim() : '';
  return `---\n${head}---\n${text && `\n${text}\n`}`;
}

/** A value without what need not be written, its fields in order; undefined when nothing is left. */
function tidy(value: unknown, shape: Shape | undefined): unknown {
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') return shape?.words.isLong ? value.replace(/\r\n?/g, '\n').trim() : value.trim();
  if (Array.isArray(value)) {
    const item = shape?.def.element && shapeOf(shape.def.element);
    const items = value.map((one) => tidy(one, item?.type === 'union' ? memberOf(item, one) : item)).filter((one) => one !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const known = shape ? fieldsIn(shape) : [];
  const names = new Set([...known.map(([name]) => name), ...Object.keys(value)]);
  const fields = [...names].flatMap((name): [string, unknown][] => {
    const field = known.find(([key]) => key === name)?.[1];
    const inner = field && shapeOf(field);
    const kept = tidy((value as Values)[name], inner);
    return kept === undefined || (inner?.fallback !== undefined && kept === inner.fallback) ? [] : [[name, kept]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
