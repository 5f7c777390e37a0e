import type { Entry, Reference } from '../entry.ts';
import { kinds } from '../kinds.ts';
import type { KnownIds } from '../known.ts';
import { nearest } from '../nearest.ts';
import { list, quote } from '../say.ts';
import { checkCitedContact } from './check-cited-contact.ts';
import { checkCitedFact } from './check-cited-fact.ts';
import { checkRoute } from './check-route.ts';
import { say } from './say.ts';

/**
 * Follows everything one entry points at: it must exist, not be a draft, and be fit to be pointed at in this way.
 * In a draft these are warnings: what it points at may be written later.
 */
export function checkReferences(entry: Entry, known: KnownIds): void {
  for (const reference of entry.references) {
    if (entry.report.isFull) return;
    follow(reference, entry, known);
  }
}

function follow(reference: Reference, entry: Entry, known: KnownIds): void {
  const { to, id, at } = reference;
  if (to === 'routes') return checkRoute(reference, entry, known);
  if (to === 'numbers') return checkNumber(reference, entry, known);
  if (to === 'media') {
    if (!known.media.has(id)) say(entry, at, 'missing-picture', `Không có tệp ${quote(id)} trong thư viện hình.`, guess(id, known.media, 'Đưa hình vào thư mục media, hoặc sửa tên tệp.'));
    return;
  }
  if (to === 'modules') {
    const module = known.modules.get(id);
    if (!module) say(entry, at, 'missing-reference', `Không có học phần nào mang mã ${quote(id)}.`, guess(id, known.modules.keys(), 'Sửa lại mã, hoặc thêm học phần vào một tệp trong courses.'));
    return;
  }
  const { noun } = kinds[to];
  const target = known.entries[to].get(id);
  if (!target) return say(entry, at, 'missing-reference', `Không có ${noun} nào mang mã ${quote(id)}.`, guess(id, known.entries[to].keys(), `Sửa lại mã, hoặc thêm tệp ${to}/${id}.${kinds[to].ending}.`));
  if (target.isDraft) say(entry, at, 'draft-reference', `Có dẫn tới ${noun} ${quote(id)}, mà ${noun} ấy còn là bản nháp.`, `Bỏ “draft: true” trong ${to}/${id}.${kinds[to].ending} nếu đã xong, hoặc đừng dẫn tới.`);
  if (to === 'facts') checkCitedFact(reference, entry, known);
  if (to === 'contacts') checkCitedContact(reference, entry, known);
}

/** A call number typed as such (110–119) must be one that somebody has confirmed. */
function checkNumber({ id, at }: Reference, entry: Entry, known: KnownIds): void {
  if (known.numbers.has(id)) return;
  say(
    entry,
    at,
    'unknown-call-number',
    `Số ${id} không phải số gọi đã xác nhận trong danh bạ.`,
    `Các số được viết thẳng: ${list([...known.numbers].filter((number) => number.length === 3).sort()) || 'chưa có số nào'}. Nếu đây là số đếm, viết kèm chữ ngay sau, ví dụ “${id} người”.`,
  );
}

function guess(id: string, names: Iterable<string>, otherwise: string): string {
  const name = nearest(id, names);
  return name === undefined ? otherwise : `Có phải là “${name}”? ${otherwise}`;
}
