import { expectation } from '../../lint/yaml/describe-issue.ts';
import { ruleOf } from '../model/fields.ts';

/** A value of the form's own kind of data, or a plain one. */
interface FormField {
  get(name: string): unknown;
}

/** What a control says about its value: nothing, or one sentence. */
export type Verdict = boolean | { error: { type: 'CUSTOM'; message: string } };

/**
 * Judges the value of one field by the rule in the schema, in the schema's own words. An empty field is the form's
 * business: it knows which ones may stay empty.
 */
export function judge(field: FormField, value: unknown): Verdict {
  const rule = ruleOf(field.get('rule') as string | undefined);
  if (!rule || value === undefined || value === null || value === '') return true;
  const result = rule.safeParse(value, { error: () => '\u0000' });
  const [issue] = result.success ? [] : result.error.issues;
  if (!issue) return true;
  const own = issue.message === '\u0000' ? expectation(issue) : issue.message;
  const length = issue.code === 'too_big' && typeof value === 'string' ? ` Đang là ${[...value.trim()].length} ký tự.` : '';
  return { error: { type: 'CUSTOM', message: `${own}${length}` } };
}
