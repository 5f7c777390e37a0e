import type { Contact } from '../schemas/contact.ts';

type Numbers = Pick<Contact, 'local' | 'international' | 'withdrawn'>;

/** The number as it is read aloud and printed: the in-country form where there is one. A withdrawn number is not written. */
export const writeNumber = (contact: Numbers): string | undefined => (contact.withdrawn ? undefined : (contact.local ?? contact.international));

/** The number as a phone dials it from anywhere (RFC 3966, without visual separators): the international form where there is one. */
export const telephone = (contact: Numbers): string => (contact.international ?? contact.local ?? '').replace(/ /g, '');
