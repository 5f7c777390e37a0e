import type { CodeData } from './code.ts';
import { ALL } from './csv.ts';
import { type Gain, gainOf } from './gain.ts';
import type { Score } from './record.ts';

/** A pair of scores that are compared. */
export interface Pair {
  before: Score;
  after: Score;
}

/** One session among many, from its code or from its table. */
export interface Entry extends Pair {
  module: string;
  day: string;
  commune: string;
  number: number;
  kind: CodeData['kind'];
  /** Lesson id → its pair. Only a table carries them. */
  lessons: Record<string, Pair>;
}

/** Name of a session: two entries of one name are the same session. */
export const keyOf = (entry: Entry): string => [entry.module, entry.day, entry.commune || '-', entry.number, entry.kind].join(' ');

/** A session from its code. */
export function fromCode(data: CodeData): Entry {
  const score = (right: number, people: number): Score => ({ right, of: people * data.items, items: data.items, people });
  return { module: data.module, day: data.day, commune: data.commune, number: data.number, kind: data.kind, before: score(data.rightBefore, data.peopleBefore), after: score(data.rightAfter, data.peopleAfter), lessons: {} };
}

/** The sessions of a table, also one that Excel has saved again (days turned round, zeros lost). Lines that are not of ours are passed over; nothing is found in another file. */
export function fromRows(rows: string[][]): Entry[] {
  const found: Record<string, Entry> = {};
  for (const row of rows) {
    const day = readDay(row[1] || '');
    const module = (row[2] || '').trim();
    const line = (row[5] || '').trim();
    if (!day || !/^[a-z0-9-]{1,40}$/.test(module) || !/^[a-z0-9-]{1,40}$/.test(line)) continue;
    const items = toCount(row[6]);
    for (const kind of ['after', 'later'] as const) {
      const at = kind === 'after' ? 9 : 11;
      const pair = readPair(items, [row[7], row[8], row[at], row[at + 1]].map(toCount));
      if (!pair) continue;
      const commune = (row[3] || '').trim();
      const entry: Entry = { module, day, commune: /^\d{1,5}$/.test(commune) ? `0000${commune}`.slice(-5) : '', number: toCount(row[4]) || 1, kind, before: pair.before, after: pair.after, lessons: {} };
      const known = found[keyOf(entry)];
      if (line === ALL) found[keyOf(entry)] = known ? Object.assign(entry, { lessons: known.lessons }) : entry;
      else if (known) known.lessons[line] = pair;
    }
  }
  return Object.keys(found).map((key) => found[key] as Entry);
}

/** What became of an entry that was added. */
export type Added = 'added' | 'double' | 'conflict';

/**
 * Adds a session to others (altered in place). The same session twice counts once; if its table comes after its code, the table stands in its place, because it knows more. Two
 * versions of one session with other figures are a conflict: the first stays and a person must ask.
 */
export function addEntry(entries: Entry[], entry: Entry): Added {
  const at = entries.map(keyOf).indexOf(keyOf(entry));
  const known = entries[at];
  if (!known) {
    entries.push(entry);
    return 'added';
  }
  const isSame = [known, entry].map((one) => [one.before.right, one.before.of, one.after.right, one.after.of].join()).every((text, _, all) => text === all[0]);
  if (!isSame) return 'conflict';
  if (Object.keys(entry.lessons).length > Object.keys(known.lessons).length) entries[at] = entry;
  return 'double';
}

/** A line of a summary. */
export interface Line {
  name: string;
  sessions: number;
  /** People who answered, each time counted once: the same person in two sessions is two. */
  people: number;
  gain: Gain;
}

/** Sums sessions up by anything that names them, in the order of the names. */
export function sumBy(entries: Entry[], name: (entry: Entry) => string): Line[] {
  return lines(entries.map((entry) => ({ name: name(entry), pair: entry })));
}

/** Sums up the lessons that tables have told. */
export function sumLessons(entries: Entry[]): Line[] {
  return lines(entries.reduce((all: Named[], entry) => all.concat(Object.keys(entry.lessons).map((lesson) => ({ name: lesson, pair: entry.lessons[lesson] as Pair }))), []));
}

interface Named {
  name: string;
  pair: Pair;
}

function lines(named: Named[]): Line[] {
  const names = named.map((one) => one.name).filter((name, index, all) => all.indexOf(name) === index);
  return names.sort().map((name) => {
    const pairs = named.filter((one) => one.name === name).map((one) => one.pair);
    const before = pairs.map((pair) => pair.before).reduce(add);
    const after = pairs.map((pair) => pair.after).reduce(add);
    return { name, sessions: pairs.length, people: Math.max(before.people, after.people), gain: gainOf(before, after) };
  });
}

const add = (a: Score, b: Score): Score => ({ right: a.right + b.right, of: a.of + b.of, items: Math.max(a.items, b.items), people: a.people + b.people });

function readPair(items: number, counts: number[]): Pair | undefined {
  const score = (people: number, right: number): Score => ({ right, of: people * items, items, people });
  const before = score(counts[0] as number, counts[1] as number);
  const after = score(counts[2] as number, counts[3] as number);
  return before.of > 0 && after.of > 0 && before.right <= before.of && after.right <= after.of ? { before, after } : undefined;
}

const toCount = (text: string | undefined) => (/^\s*\d{1,6}\s*$/.test(text || '') ? Number(text) : 0);

/** `2026-11-26`, or what Excel makes of it: `26/11/2026`. */
function readDay(text: string): string | undefined {
  const turned = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  const day = turned ? `${turned[3]}-${`0${turned[2]}`.slice(-2)}-${`0${turned[1]}`.slice(-2)}` : text.trim();
  return /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(day) ? day : undefined;
}
