/** What one member did at a meeting: shares bought, money borrowed, paid back, interest and contributions paid, in dong. */
export interface Entry {
  shares: number;
  loan: number;
  repaid: number;
  interest: number;
  fine: number;
}

/** One meeting. `counted` is what the three key holders have counted in the box at its end; nothing when they have not yet. */
export interface Meeting {
  day: string;
  entries: Entry[];
  counted?: number;
}

/** A group's book. Members are numbers from 1; nobody's name is in it. */
export interface Book {
  v: 1;
  members: number;
  /** Price of a share in dong. */
  share: number;
  /** Interest that the group has agreed on, percent a month. */
  rate: number;
  meetings: Meeting[];
}

export const MOST_MEMBERS = 40;
/** Beyond it a typed sum is a slip of the thumb. */
const MOST_MONEY = 10_000_000_000;

export const emptyEntry = (): Entry => ({ shares: 0, loan: 0, repaid: 0, interest: 0, fine: 0 });
export const newBook = (): Book => ({ v: 1, members: 20, share: 20_000, rate: 0.5, meetings: [] });
export const newMeeting = (book: Book, day: string): Meeting => ({ day, entries: Array.from({ length: book.members }, emptyEntry) });

/** How one member stands after a meeting. */
export interface Standing {
  shares: number;
  /** Still to be paid back. */
  owes: number;
  /** A month's interest on it, rounded to whole dong. */
  monthly: number;
  /** Has paid back more than was owed: a slip in a line of this meeting. */
  isOverpaid: boolean;
}

/** How the box stands after a meeting. */
export interface Sheet {
  members: Standing[];
  shares: number;
  owes: number;
  /** Money that must be in the box. */
  box: number;
  /** Lent out more than was there: how much is missing. */
  short: number;
  /** Counted minus what must be there; nothing while nobody has counted. */
  difference: number | undefined;
}

/** Works out every meeting in turn. Sums are whole dong, so nothing is lost by rounding. */
export function sheetsOf(book: Book): Sheet[] {
  const shares = Array.from({ length: book.members }, () => 0);
  const owes = Array.from({ length: book.members }, () => 0);
  let box = 0;
  return book.meetings.map((meeting) => {
    let lowest = 0;
    const overpaid: boolean[] = [];
    // Money comes in first, then loans go out: that is the order at the box.
    meeting.entries.slice(0, book.members).forEach((entry, index) => {
      shares[index] = (shares[index] as number) + entry.shares;
      overpaid[index] = entry.repaid > (owes[index] as number) + entry.loan;
      owes[index] = (owes[index] as number) + entry.loan - entry.repaid;
      box += entry.shares * book.share + entry.repaid + entry.interest + entry.fine;
    });
    for (const entry of meeting.entries.slice(0, book.members)) box -= entry.loan;
    lowest = Math.min(0, box);
    return {
      members: shares.map((count, index) => ({ shares: count, owes: owes[index] as number, monthly: Math.round(((owes[index] as number) * book.rate) / 100), isOverpaid: !!overpaid[index] })),
      shares: shares.reduce((sum, count) => sum + count, 0),
      owes: owes.reduce((sum, owed) => sum + owed, 0),
      box,
      short: -lowest,
      difference: meeting.counted === undefined ? undefined : meeting.counted - box,
    };
  });
}

/** The sharing out at the end of a cycle: everything in the box by shares, rounded down to whole hundreds of dong. */
export interface ShareOut {
  perShare: number;
  /** What each member gets. */
  gets: number[];
  /** Stays in the box. */
  remainder: number;
}

/** Shares the box out after the last meeting. What is still lent out is not there to be shared. */
export function shareOut(book: Book): ShareOut {
  const last = sheetsOf(book).pop();
  const box = last ? Math.max(0, last.box) : 0;
  const perShare = last && last.shares > 0 ? Math.floor(box / last.shares / 100) * 100 : 0;
  const gets = last ? last.members.map((member) => member.shares * perShare) : [];
  return { perShare, gets, remainder: box - gets.reduce((sum, part) => sum + part, 0) };
}

/** Changes the number of members. Lines of members who have done nothing are dropped; those of others never are. */
export function resize(book: Book, members: number): Book {
  const busy = book.meetings.reduce((most, meeting) => meeting.entries.reduce((last, entry, index) => (isEmpty(entry) ? last : Math.max(last, index + 1)), most), 0);
  const size = Math.max(1, busy, Math.min(MOST_MEMBERS, Math.floor(members) || 1));
  const meetings = book.meetings.map((meeting) => Object.assign({}, meeting, { entries: Array.from({ length: size }, (_, index) => meeting.entries[index] || emptyEntry()) }));
  return Object.assign({}, book, { members: size, meetings });
}

const isEmpty = (entry: Entry) => !entry.shares && !entry.loan && !entry.repaid && !entry.interest && !entry.fine;

/** Reads a kept book or a restored file, trusting none of it; nothing when it is not a whole book. */
export function parseBook(text: string | null): Book | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text || '');
  } catch (_) {
    return undefined;
  }
  if (
    !isRecord(raw) ||
    raw.v !== 1 ||
    !isMoney(raw.members) ||
    raw.members < 1 ||
    raw.members > MOST_MEMBERS ||
    !isMoney(raw.share) ||
    raw.share < 1 ||
    typeof raw.rate !== 'number' ||
    !(raw.rate >= 0 && raw.rate <= 100) ||
    !Array.isArray(raw.meetings)
  )
    return undefined;
  const book: Book = { v: 1, members: raw.members, share: raw.share, rate: raw.rate, meetings: [] };
  for (const meeting of raw.meetings as unknown[]) {
    if (!isRecord(meeting) || typeof meeting.day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(meeting.day) || !Array.isArray(meeting.entries)) return undefined;
    const entries = (meeting.entries as unknown[]).map(readEntry);
    if (entries.length !== book.members || entries.some((entry) => !entry)) return undefined;
    const read: Meeting = { day: meeting.day, entries: entries as Entry[] };
    if (isMoney(meeting.counted)) read.counted = meeting.counted;
    book.meetings.push(read);
  }
  return book;
}

function readEntry(raw: unknown): Entry | undefined {
  if (!isRecord(raw)) return undefined;
  const entry = emptyEntry();
  for (const key of Object.keys(entry) as (keyof Entry)[]) {
    const value = raw[key];
    if (!isMoney(value)) return undefined;
    entry[key] = value;
  }
  return entry;
}

/** What somebody typed as a sum: `1.200.000`, `1200000 đ`. Nothing below zero, nothing broken. */
export const readMoney = (text: string): number => Math.min(MOST_MONEY, Number(text.replace(/[^\d]/g, '').slice(0, 12)) || 0);

/** A sum as people write it: 1.200.000. */
export const writeMoney = (sum: number): string => `${sum < 0 ? '−' : ''}${String(Math.abs(Math.round(sum))).replace(/\B(?=(\d{3})+$)/g, '.')}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isMoney = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= MOST_MONEY && value % 1 === 0;
