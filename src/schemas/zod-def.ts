import type { z } from 'zod';

/** The parts of zod's inner description that are read by whoever walks a schema: the checker for its words, the desk for its forms. */
export interface Def {
  type: string;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  out?: z.core.$ZodType;
  element?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
  options?: z.core.$ZodType[];
  discriminator?: string;
  valueType?: z.core.$ZodType;
  values?: unknown[];
  entries?: Record<string, string>;
  defaultValue?: unknown;
  format?: string;
}

/** A schema's inner description: the one place that knows where zod keeps it. */
export const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def;
