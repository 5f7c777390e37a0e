import Link from '../ui/Link.astro';
import Contact from './Contact.astro';
import ContactCard from './ContactCard.astro';
import DoNow from './DoNow.astro';
import Fact from './Fact.astro';
import KeyMessage from './KeyMessage.astro';
import Message from './Message.astro';
import Mistake from './Mistake.astro';
import Note from './Note.astro';
import Picture from './Picture.astro';
import Quiz from './QuizInLesson.astro';
import Situation from './Situation.astro';
import Term from './Term.astro';

/** What authors may write, and what plain Markdown links and pictures become. The names are those of `src/schemas/components.ts`. */
export const vocabulary = { Situation, KeyMessage, DoNow, Mistake, Note, Message, Picture, Quiz, ContactCard, Contact, Fact, Term, a: Link, img: Picture };
