import type { z } from 'zod';
import { defOf } from '../../schemas/zod-def.ts';

/** What a form says about one field. */
export interface Field {
  /** Its Vietnamese name and the sentence under it, when the schema has them. */
  label?: string;
  hint?: string;
  /** Names of the fields inside it, when it is a group. */
  inside: string[];
}

/**
 * Finds a field by its path.
 *
 * @param schema Schema of the whole file.
 * @param path Names and numbers down to the field, as zod gives them.
 * @param value The whole value: says which of several shapes is meant.
 */
export function fieldAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): Field {
  let here: z.core.$ZodType | undefined = schema;
  let found: unknown = value;
  let names = metaOf(schema);
  for (const step of path) {
    here = here && stepInto(shapeOf(here, found), step);
    found = valueAt(found, step);
    names = here ? metaOf(here) : {};
  }
  const inner = here && shapeOf(here, found);
  return { ...names, inside: inner ? Object.keys(defOf(inner).shape ?? {}) : [] };
}

/** The value one step down, or undefined. */
export function valueAt(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<PropertyKey, unknown>)[step] : undefined;
}

function stepInto(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | undefined {
  const { shape, element, valueType } = defOf(schema);
  if (shape) return Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
  return element ?? valueType;
}

/** Takes off "optional", "default" and the like, and chooses among shapes by the field that tells them apart. */
function shapeOf(schema: z.core.$ZodType, value: unknown): z.core.$ZodType {
  const def = defOf(schema);
  if (def.innerType) return shapeOf(def.innerType, value);
  if (def.type === 'pipe' && def.in && def.out) return shapeOf(defOf(def.in).type === 'transform' ? def.out : def.in, value);
  const { discriminator, options } = def;
  if (discriminator === undefined || !options) return schema;
  const kind = valueAt(value, discriminator);
  return (
    options.find((option) => {
      const literal = defOf(option).shape?.[discriminator];
      return literal && defOf(literal).values?.includes(kind);
    }) ?? schema
  );
}

function metaOf(schema: z.core.$ZodType): { label?: string; hint?: string } {
  const meta = (schema as z.ZodType).meta?.() ?? {};
  const label = meta['label'];
  const hint = meta['hint'];
  if (typeof label === 'string') return { label, ...(typeof hint === 'string' && hint ? { hint } : {}) };
  const inner = defOf(schema).innerType;
  return inner ? metaOf(inner) : {};
}
