import { writeDay } from '../../shared/days.ts';
import { isPublishable } from '../../shared/facts.ts';
import type { Entry, Reference } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

/** A fact that is cited must be sure enough for its class, and the law it rests on still in force. */
export function checkCitedFact({ id, at }: Reference, entry: Entry, known: KnownIds): void {
  const fact = known.entries.facts.get(id)?.data;
  // A contact's fact is a note for editors; nothing is claimed on a page.
  if (!fact || entry.kind === 'contacts') return;
  if (!isPublishable(fact)) {
    const need = fact.class === 'practice' ? '“verified” hoặc “general”' : '“verified” (đã đối chiếu)';
    say(entry, at, 'unsure-fact', `Căn cứ ${id} (${quote(fact.title)}) chưa đủ chắc để dẫn: đang là “${fact.confidence}”.`, `Đọc lại nguồn rồi đổi confidence trong facts/${id}.yaml thành ${need}. Chưa đọc được thì bỏ câu dẫn căn cứ này.`);
  }
  const expired = fact.basis.find((basis) => basis.inForceUntil !== undefined && basis.inForceUntil <= known.buildDate);
  if (expired?.inForceUntil)
    say(entry, at, 'expired-law', `Căn cứ ${id} dựa vào ${quote(expired.short ?? expired.document)} đã hết hiệu lực từ ${writeDay(expired.inForceUntil)}.`, `Tìm văn bản đang có hiệu lực, thêm căn cứ mới rồi dẫn mã mới.`);
}
