import Contact from './Contact.astro';
import ContactCard from './ContactCard.astro';
import DoNow from './DoNow.astro';
import Fact from './Fact.astro';
import KeyMessage from './KeyMessage.astro';
import Message from './Message.astro';
import Mistake from './Mistake.astro';
import Note from './Note.astro';
import Nothing from './Nothing.astro';
import Picture from './Picture.astro';
import Plain from './Plain.astro';
import Situation from './Situation.astro';
import Term from './Term.astro';

/** The authors' vocabulary as a wall shows it: the names are those of `src/schemas/components.ts`. Questions come from the module's forms instead. */
export const slideVocabulary = { Situation, KeyMessage, DoNow, Mistake, Note, Message, Picture, Quiz: Nothing, ContactCard, Contact, Fact, Term, a: Plain, img: Picture };
