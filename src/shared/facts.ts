import type { Fact } from '../schemas/fact.ts';

/** Sure enough to be shown: law, contacts and statistics must have been read in a source; practice may be general knowledge. */
export function isPublishable(fact: Pick<Fact, 'class' | 'confidence'>): boolean {
  return fact.confidence === 'verified' || (fact.class === 'practice' && fact.confidence === 'general');
}

/** Past its check-again date on the given day (both `YYYY-MM-DD`). */
export function isOverdue(entry: { checkAgainBy?: string | undefined }, day: string): boolean {
  return entry.checkAgainBy !== undefined && entry.checkAgainBy < day;
}

/** "Luật 53/2024/QH15, Điều 2 khoản 1": the small line a lesson prints for one legal basis. */
export function writeBasis(basis: Fact['basis'][number]): string {
  const place = [basis.article, basis.clause].filter(Boolean).join(' ');
  return [basis.short ?? basis.document, place].filter(Boolean).join(', ');
}
