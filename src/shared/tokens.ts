import type { Contact } from '../schemas/contact.ts';
import { writeNumber } from './telephone.ts';

/**
 * Plain text fields name a contact as `[[id]]`. Returns the function that puts the number (or, for a place, its name)
 * in its stead. Throws for an unknown id: a reader must never see the brackets.
 */
export function contactTokens(contacts: Pick<Contact, 'id' | 'name' | 'local' | 'international' | 'withdrawn'>[]): (text: string) => string {
  return (text) =>
    text.replace(/\[\[([^\]]*)\]\]/g, (_, id: string) => {
      const contact = contacts.find((contact) => contact.id === id);
      if (!contact) throw new Error(`Không có liên hệ "${id}" trong danh bạ.`);
      return writeNumber(contact) ?? contact.name;
    });
}
