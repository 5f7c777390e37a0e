import type { Entry } from '../entry.ts';

/** Adds a finding about what an entry points at: in a draft, which may point at what is not written yet, only a warning. */
export function say(entry: Entry, at: number, rule: string, message: string, mend: string): void {
  entry.report.add({ at, rule, message, mend, severity: entry.isDraft ? 'warning' : 'error' });
}
