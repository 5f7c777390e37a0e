import { type Book, newBook, newMeeting, parseBook, resize } from '../../session/savings.ts';
import { eraseText, readText, writeText } from '../keep-text.ts';
import { today } from '../words.ts';

const KEY = 'sttb-so';

/** The book, which meeting is open, and what was last told. Written at every change. */
export class SavingsStore {
  book: Book;
  /** Index of the meeting on the screen. */
  at: number;
  said = '';
  isKept = true;
  isAsking = false;
  private readonly redraw: () => void;

  constructor(redraw: () => void) {
    this.redraw = redraw;
    this.book = parseBook(readText(KEY)) || newBook();
    this.at = this.book.meetings.length - 1;
  }

  setMembers(members: number): void {
    this.book = resize(this.book, members);
    this.save();
  }

  addMeeting(): void {
    this.book.meetings.push(newMeeting(this.book, today()));
    this.at = this.book.meetings.length - 1;
    this.save();
  }

  /** Puts a restored book in place of the present one; a file that is no book changes nothing. */
  restore(text: string): boolean {
    const book = parseBook(text);
    if (!book) return false;
    this.book = book;
    this.at = book.meetings.length - 1;
    this.save();
    return true;
  }

  clear(): void {
    this.book = newBook();
    this.at = -1;
    this.isAsking = false;
    eraseText(KEY);
    this.draw();
  }

  save(): void {
    this.isKept = writeText(KEY, JSON.stringify(this.book));
    this.draw();
  }

  draw(): void {
    this.redraw();
  }
}
