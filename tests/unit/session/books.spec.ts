import { expect, test } from '@playwright/test';
import { type Book, emptyEntry, newBook, newMeeting, parseBook, readMoney, resize, shareOut, sheetsOf, writeMoney } from '../../../src/session/savings.ts';
import { workOut } from '../../../src/session/trade.ts';
import { seeded } from './random.ts';

/** Three members, shares of 20.000: two meetings, one loan with interest. */
function smallBook(): Book {
  const book = { ...newBook(), members: 3 };
  const first = newMeeting(book, '2026-11-01');
  first.entries = [
    { ...emptyEntry(), shares: 2 },
    { ...emptyEntry(), shares: 5 },
    { ...emptyEntry(), shares: 1, loan: 100_000 },
  ];
  const second = newMeeting(book, '2026-12-01');
  second.entries = [{ ...emptyEntry(), shares: 2, fine: 5000 }, emptyEntry(), { ...emptyEntry(), repaid: 60_000, interest: 500 }];
  return { ...book, meetings: [first, second] };
}

test('twenty members with two shares of 20.000 save 800.000 a month', () => {
  const book = newBook();
  const meeting = newMeeting(book, '2026-11-01');
  meeting.entries = meeting.entries.map((entry) => ({ ...entry, shares: 2 }));
  expect(sheetsOf({ ...book, meetings: [meeting] })[0]?.box).toBe(800_000);
});

test('the box, the debts and the interest add up after every meeting', () => {
  const [first, second] = sheetsOf(smallBook());
  expect([first?.box, first?.owes, first?.members[2]]).toEqual([60_000, 100_000, { shares: 1, owes: 100_000, monthly: 500, isOverpaid: false }]);
  expect([second?.box, second?.owes, second?.shares]).toEqual([60_000 + 40_000 + 5000 + 60_500, 40_000, 10]);
});

test('money that three people count and the book are compared', () => {
  const book = smallBook();
  const [first, second] = book.meetings;
  if (first && second) [first.counted, second.counted] = [60_000, 165_000];
  expect(sheetsOf(book).map(({ difference }) => difference)).toEqual([0, -500]);
});

test('a loan larger than the box, and more paid back than owed, are noticed', () => {
  const book = { ...newBook(), members: 2 };
  const meeting = newMeeting(book, '2026-11-01');
  meeting.entries = [
    { ...emptyEntry(), shares: 1, loan: 50_000 },
    { ...emptyEntry(), repaid: 10_000 },
  ];
  const [sheet] = sheetsOf({ ...book, meetings: [meeting] });
  expect([sheet?.short, sheet?.members.map(({ isOverpaid }) => isOverpaid)]).toEqual([20_000, [false, true]]);
});

test('sharing out gives every dong of the box to the members or leaves it in the box', () => {
  const random = seeded(11);
  for (let trial = 0; trial < 500; trial += 1) {
    const book = { ...newBook(), members: 1 + Math.floor(random() * 25), share: 1000 * (20 + Math.floor(random() * 31)) };
    const meetings = Array.from({ length: 1 + Math.floor(random() * 12) }, () => {
      const meeting = newMeeting(book, '2026-11-01');
      meeting.entries = meeting.entries.map(() => ({ shares: Math.floor(random() * 6), loan: 0, repaid: 0, interest: Math.floor(random() * 9000), fine: Math.floor(random() * 2) * 5000 }));
      return meeting;
    });
    const full = { ...book, meetings };
    const { gets, remainder, perShare } = shareOut(full);
    const box = sheetsOf(full).at(-1)?.box ?? 0;
    expect(gets.reduce((sum, part) => sum + part, 0) + remainder).toBe(box);
    expect(remainder).toBeGreaterThanOrEqual(0);
    expect(perShare % 100).toBe(0);
  }
});

test('a book comes back whole from its file, and anything else is refused', () => {
  const book = smallBook();
  expect(parseBook(JSON.stringify(book))).toEqual(book);
  for (const bad of [null, '', '{}', 'x', JSON.stringify({ ...book, v: 2 }), JSON.stringify({ ...book, share: -1 }), JSON.stringify({ ...book, members: 4 }), JSON.stringify({ ...book, meetings: [{ day: 'mai', entries: [] }] })])
    expect(parseBook(bad)).toBeUndefined();
});

test('nobody’s line is lost when the group grows or shrinks', () => {
  const book = smallBook();
  expect(resize(book, 1).members).toBe(3);
  expect(sheetsOf(resize(book, 5)).at(-1)?.box).toBe(sheetsOf(book).at(-1)?.box);
  expect(resize(newBook(), 99).members).toBe(40);
});

test('sums are read and written as people write them', () => {
  expect(['1.200.000', '1200000 đ', '', 'abc', '-5'].map(readMoney)).toEqual([1_200_000, 1_200_000, 0, 0, 5]);
  expect([0, 999, 1000, 1_234_567, -20_500].map(writeMoney)).toEqual(['0', '999', '1.000', '1.234.567', '−20.500']);
});

const chickens = {
  costs: [
    { amount: 900_000, batches: 1 },
    { amount: 2_600_000, batches: 1 },
    { amount: 1_500_000, batches: 5 },
  ],
  start: 60,
  loss: 10,
  sell: 2,
  price: 60_000,
  months: 4,
  loan: 3_000_000,
  rate: 1,
};

test('sixty chickens are worked out before the loan', () => {
  expect(workOut(chickens)).toEqual({ sold: 108, income: 6_480_000, spent: 3_800_000, interest: 120_000, profit: 2_560_000, breakEven: Math.ceil(3_920_000 / 108), capital: 5_000_000, payback: 1, worst: 1_264_000 });
});

test('what never comes back is said, and what wears out is bought again', () => {
  expect(workOut({ ...chickens, price: 20_000 }).payback).toBeUndefined();
  expect(workOut({ ...chickens, price: 42_000 })).toMatchObject({ payback: 2 });
  expect(workOut({ ...chickens, start: 0 }).breakEven).toBeUndefined();
});
