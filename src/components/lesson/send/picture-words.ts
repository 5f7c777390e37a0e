import type { ShareWords } from '../../../bundle/share-picture.ts';
import type { Lesson } from '../../../catalogue/index.ts';
import type { Contact } from '../../../schemas/contact.ts';
import { writeDay } from '../../../shared/days.ts';
import { writeNumber } from '../../../shared/telephone.ts';
import { t } from '../../../strings/index.ts';

/** What a picture of a key message says; nothing while the number to call is not confirmed. */
export function wordsOfPicture(lesson: Pick<Lesson, 'title' | 'updated'>, message: string, contacts: Contact[]): ShareWords | undefined {
  const hotline = contacts.find((contact) => contact.id === '111' && contact.status === 'confirmed');
  const number = hotline && writeNumber(hotline);
  return number ? { title: lesson.title, message, number, about: t('site.callFree'), foot: `${t('site.name')} · ${t('site.updated', { date: writeDay(lesson.updated) })}` } : undefined;
}
