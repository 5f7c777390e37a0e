import { expect, test } from '@playwright/test';
import { readCode, writeCode } from '../../../src/session/code.ts';
import { parseCsv, sessionRows, toCsv } from '../../../src/session/csv.ts';
import { addEntry, type Entry, fromCode, fromRows, sumBy, sumLessons } from '../../../src/session/merge.ts';
import type { Item, SessionRecord } from '../../../src/session/record.ts';

const items: Item[] = ['q1', 'q2', 'q3'].map((id, index) => ({ id, lesson: index < 2 ? 'a1-1' : 'a1-2', isMultiple: false, isRight: [true, false] }));
const session: SessionRecord = {
  v: 1,
  module: 'a1',
  day: '2026-11-26',
  commune: '14842',
  number: 1,
  heads: { 'nu-1': 3, 'nu-2': 9, 'nam-1': 8 },
  rounds: { before: { form: 'A', people: 20, hands: { q1: [5, 15], q2: [10, 10], q3: [4, 16] } }, after: { form: 'B', people: 20, hands: { q1: [18, 2], q2: [19, 1], q3: [8, 12] } } },
};
const heading = ['Mã buổi', 'Ngày', 'Học phần', 'Xã', 'Buổi', 'Dòng', 'Câu', 'Người trước', 'Đúng', 'Người sau', 'Đúng', 'Người lại', 'Đúng', 'Tăng'];

test('a table opens in Excel with its Vietnamese letters', () => {
  const text = toCsv([['Đường NGHIÊNG', 'a;b', 'nói "có"', 0.25, '=1+1']], ';');
  expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(text.slice(1)).toBe('Đường NGHIÊNG;"a;b";"nói ""có""";0,25;\'=1+1\r\n');
  expect(toCsv([['a', 0.25]], ',').slice(1)).toBe('a,0.25\r\n');
});

test('what was written is read back, whatever separates the columns', () => {
  const rows = [
    ['Đường', 'a;b', 'nói "có"', 'hai\ndòng', 'x,y'],
    ['1', '', '2', '3', '4'],
  ];
  for (const separator of [';', ','] as const) expect(parseCsv(toCsv(rows, separator))).toEqual(rows);
  expect(parseCsv('a\tb\n1\t2\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a session’s table says each lesson, and hides small groups', () => {
  const rows = sessionRows(session, items, 'CODE', heading, 'dưới 5');
  expect(rows.slice(1)).toEqual([
    ['CODE', '2026-11-26', 'a1', '14842', 1, 'tat-ca', 3, 20, 19, 20, 45, '', '', 0.63],
    ['CODE', '2026-11-26', 'a1', '14842', 1, 'a1-1', 2, 20, 15, 20, 37, '', '', 0.88],
    ['CODE', '2026-11-26', 'a1', '14842', 1, 'a1-2', 1, 20, 4, 20, 8, '', '', 0.25],
    ['CODE', '2026-11-26', 'a1', '14842', 1, 'nu-1', '', 'dưới 5'],
    ['CODE', '2026-11-26', 'a1', '14842', 1, 'nu-2', '', 9],
    ['CODE', '2026-11-26', 'a1', '14842', 1, 'nam-1', '', 'dưới 5'],
  ]);
});

test('a session of four people leaves no figures', () => {
  const few = { ...session, rounds: { before: { form: 'A' as const, people: 4, hands: { q1: [1, 3] } }, after: { form: 'B' as const, people: 4, hands: { q1: [4, 0] } } } };
  expect(sessionRows(few, items, '', heading, '')[1]?.slice(7)).toEqual(['', '', '', '', '', '', '']);
});

const fromTable = (change: (text: string) => string = (text) => text) => fromRows(parseCsv(change(toCsv(sessionRows(session, items, '', heading, 'dưới 5'), ';'))));

test('a table is read back as the session it was, also after Excel has saved it again', () => {
  const [entry] = fromTable();
  expect(entry).toMatchObject({ module: 'a1', day: '2026-11-26', commune: '14842', number: 1, kind: 'after', before: { right: 19, of: 60, people: 20 }, after: { right: 45, of: 60 } });
  expect(Object.keys(entry?.lessons ?? {})).toEqual(['a1-1', 'a1-2']);
  expect(fromTable((text) => text.replace(/2026-11-26/g, '26/11/2026').replace(/;/g, '\t'))).toEqual([entry]);
});

test('another file has no sessions in it', () => {
  for (const text of ['', 'a,b\n1,2', '<html></html>', 'Họ tên;Ngày;x\nA;2026-11-26;Lớp 1;;1;tat-ca;1;1;1;1;1']) expect(fromRows(parseCsv(text))).toEqual([]);
});

test('a session counts once: its table after its code, its code twice', () => {
  const code = writeCode({ module: 'a1', kind: 'after', commune: '14842', day: '2026-11-26', number: 1, peopleBefore: 20, peopleAfter: 20, items: 3, rightBefore: 19, rightAfter: 45 }) ?? '';
  const data = readCode(code);
  if (!data) throw new Error('the code cannot be read');
  const entries: Entry[] = [];
  expect([addEntry(entries, fromCode(data)), addEntry(entries, fromCode(data)), addEntry(entries, fromTable()[0] as Entry), addEntry(entries, fromCode(data))]).toEqual(['added', 'double', 'double', 'double']);
  expect(entries).toHaveLength(1);
  expect(Object.keys(entries[0]?.lessons ?? {})).toHaveLength(2);
  expect(addEntry(entries, fromCode({ ...data, rightAfter: 46 }))).toBe('conflict');
  expect(addEntry(entries, fromCode({ ...data, number: 2 }))).toBe('added');
});

test('many sessions are summed up by module, by month and by lesson', () => {
  const one = fromTable()[0] as Entry;
  const entries = [one, { ...one, module: 'a2', day: '2026-12-02', lessons: {} }, { ...one, day: '2026-12-03', number: 2 }];
  expect(sumBy(entries, (entry) => entry.module).map(({ name, sessions, people, gain }) => [name, sessions, people, gain.before, gain.after])).toEqual([
    ['a1', 2, 40, 38 / 120, 90 / 120],
    ['a2', 1, 20, 19 / 60, 45 / 60],
  ]);
  expect(sumBy(entries, (entry) => entry.day.slice(0, 7)).map(({ name, sessions }) => [name, sessions])).toEqual([
    ['2026-11', 1],
    ['2026-12', 2],
  ]);
  expect(sumLessons(entries).map(({ name, sessions }) => [name, sessions])).toEqual([
    ['a1-1', 2],
    ['a1-2', 2],
  ]);
});
