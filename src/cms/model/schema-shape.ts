import type { z } from 'zod';
import type { FieldWords } from '../../schemas/fields.ts';
import { type Def, defOf } from '../../schemas/zod-def.ts';

/** A schema without its wrappers, and what the wrappers said. */
export interface Shape {
  /** `string`, `number`, `boolean`, `enum`, `array`, `object`, `union` or `day`. */
  type: string;
  def: Def;
  words: Partial<FieldWords>;
  isOptional: boolean;
  /** What stands for an absent value. */
  fallback?: unknown;
}

/** Reads a schema as a form sees it: through "optional", "default" and "turn a date into text". */
export function shapeOf(schema: z.core.$ZodType): Shape {
  const def = defOf(schema);
  const own = ((schema as z.ZodType).meta?.() ?? {}) as Partial<FieldWords>;
  const inner = def.type === 'pipe' ? def.out : def.innerType;
  if (!inner) return { type: def.format === 'date' ? 'day' : def.type, def, words: own, isOptional: false };
  const below = shapeOf(inner);
  const words = { ...below.words, ...own };
  if (def.type === 'optional') return { ...below, words, isOptional: true };
  if (def.type === 'default') return { ...below, words, isOptional: true, fallback: def.defaultValue };
  if (def.type === 'pipe') return { ...below, words };
  throw new Error(`A form cannot show a "${def.type}" schema.`);
}

/** The fields of a group, by name, in the order in which they are written. */
export const fieldsIn = (shape: Shape): [string, z.core.$ZodType][] => Object.entries(shape.def.shape ?? {});

/** The shape of a union's member that a value belongs to. */
export function memberOf(shape: Shape, value: unknown): Shape | undefined {
  const { discriminator = '', options = [] } = shape.def;
  const kind = (value as Record<string, unknown> | undefined)?.[discriminator];
  return options.map(shapeOf).find((option) => literalOf(option, discriminator) === kind);
}

/** The literal by which a member of a union is known. */
export function literalOf(member: Shape, discriminator: string): unknown {
  const literal = member.def.shape?.[discriminator];
  return literal && shapeOf(literal).def.values?.[0];
}
