import type { Entry, Reference } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

/** A contact that is named must be confirmed; a retired one may only be named inside a sentence, never offered to be called. */
export function checkCitedContact({ id, at, form }: Reference, entry: Entry, known: KnownIds): void {
  const contact = known.entries.contacts.get(id)?.data;
  if (!contact || contact.status === 'confirmed') return;
  if (contact.status === 'waiting')
    say(
      entry,
      at,
      'unconfirmed-contact',
      `Liên hệ ${quote(id)} (${quote(contact.name)}) chưa được xác nhận.`,
      `Gọi xác nhận rồi ghi vào contacts/${id}.yaml: status: confirmed, confirmedBy, confirmedOn, checkAgainBy. Chưa xác nhận được thì dùng số khác.`,
    );
  else if (form === 'card') say(entry, at, 'retired-contact', `Số ${quote(id)} là số cũ, không được mời bà con gọi.`, `Dùng số đang hoạt động trong <ContactCard>. Chỉ nhắc tới số cũ trong câu bằng <Contact id="${id}" />.`);
}
