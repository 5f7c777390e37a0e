import type { Style } from '../../schemas/style.ts';
import type { Entry } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import type { Words } from '../text/check-text.ts';
import { isSaidOutdated } from './check-wording.ts';

/** What says that a number is no longer in use, where no list of wording says it better. */
const marks = ['cũ', 'không còn', 'không dùng', 'nay là', 'đã đổi', 'ngừng'];

/** A number that nobody answers any more may only be named where it is said to be old: somebody in need would call it. */
export function checkOldNumbers(entry: Entry, words: Words[], known: KnownIds, style: Style | undefined): void {
  const retired = [...known.entries.contacts.values()].filter(({ data }) => data?.status === 'retired');
  const say = (at: number, name: string) => entry.report.add({ at, rule: 'old-number', message: `${quote(name)} là số cũ, không còn ai trực.`, mend: 'Dùng số đang trực. Cần nhắc số cũ thì nói rõ trong cùng đoạn: “số cũ, nay gọi 111”.' });
  const isOld = (text: Words | undefined) => text !== undefined && isSaidOutdated(text, words, style?.outdatedMarks ?? marks);
  for (const { data } of retired) {
    const digits = (data?.local ?? '').replace(/\D/g, '');
    if (digits.length < 6) continue;
    const typed = new RegExp([...digits].join('[ .\\-–]?'), 'g');
    for (const text of words) for (const match of text.run.text.matchAll(typed)) if (!entry.report.isFull && !isOld(text)) say(text.run.offsets[match.index] ?? 0, match[0]);
  }
  for (const { to, id, form, at } of entry.references) {
    if (to !== 'contacts' || (form !== 'token' && form !== 'component') || !retired.some((contact) => contact.id === id) || entry.report.isFull) continue;
    // A component stands inside the words of its paragraph, a token inside those of its field.
    const text = words.find(({ run }) => (run.offsets[0] ?? 0) <= at && at <= (run.offsets.at(-1) ?? 0));
    if (!isOld(text)) say(at, id);
  }
}
