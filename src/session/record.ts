/** Which of the equivalent forms was asked. */
export type FormName = 'A' | 'B' | 'C';
/** When it was asked: at the beginning, at the end, or months later. */
export type Moment = 'before' | 'after' | 'later';
export const moments: Moment[] = ['before', 'after', 'later'];

/** What an item is, as far as counting goes. `isRight` has one entry for each choice. */
export interface Item {
  id: string;
  /** Id of the lesson whose objective it measures. */
  lesson: string;
  /** Several choices may be right: each person raises a hand at each choice. */
  isMultiple: boolean;
  isRight: boolean[];
}

/** One asking of one form. Counts of hands only. */
export interface Round {
  form: FormName;
  /** How many people answered. */
  people: number;
  /** Item id → hands for each of its choices. An item that was not asked is absent. */
  hands: Record<string, number[]>;
}

/** Head count by sex and age: `nu-1` women under 18, `nam-3` men over 35… Keys are free, values are people. */
export type Heads = Record<string, number>;

/** A session. No name, no place finer than the commune, no time finer than the day. */
export interface SessionRecord {
  v: 1;
  /** Module id, such as `a1`. */
  module: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** The commune's number of the state's list, five digits, or empty. */
  commune: string;
  /** Tells apart sessions of one day in one commune, from 1 to 8. */
  number: number;
  rounds: Partial<Record<Moment, Round>>;
  heads: Heads;
}

export const MOST_PEOPLE = 255;

/** A new session. */
export const newSession = (module: string, day: string): SessionRecord => ({ v: 1, module, day, commune: '', number: 1, rounds: {}, heads: {} });

/**
 * How many people (or their equivalent) answered an item rightly. Of a choice question: the hands at the right choice. Where several are right, each
 * choice is a decision of its own, and the result is the mean number of right decisions, rounded down. Never more than `people`.
 */
export function rightOf(item: Item, hands: number[], people: number): number {
  const counted = item.isRight.map((_, index) => Math.min(people, hands[index] || 0));
  if (!item.isMultiple) {
    const right = counted.filter((_, index) => item.isRight[index])[0] || 0;
    return Math.min(people, right);
  }
  const decisions = counted.reduce((sum, count, index) => sum + (item.isRight[index] ? count : people - count), 0);
  return Math.floor(decisions / item.isRight.length);
}

/** Right answers of a round, and out of how many. */
export interface Score {
  right: number;
  /** People times items asked. */
  of: number;
  /** Items asked. */
  items: number;
  people: number;
}

/** Sums a round over some of its items (all when `ids` is absent). Items that were not asked do not count. */
export function scoreOf(round: Round, items: Item[], ids?: string[]): Score {
  const asked = items.filter((item) => round.hands[item.id] && (!ids || ids.indexOf(item.id) >= 0));
  const right = asked.reduce((sum, item) => sum + rightOf(item, round.hands[item.id] as number[], round.people), 0);
  return { right, of: round.people * asked.length, items: asked.length, people: round.people };
}

/** Items that every one of these rounds has asked: only they can be compared. */
export function commonItems(rounds: Round[]): string[] {
  const first = rounds[0];
  return first ? Object.keys(first.hands).filter((id) => rounds.every((round) => !!round.hands[id])) : [];
}

/** Reads a stored session, trusting none of it: nothing when it is damaged or of a newer version. */
export function parseSession(text: string | null): SessionRecord | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text || '');
  } catch (_) {
    return undefined;
  }
  if (!isRecord(raw) || raw.v !== 1 || !isId(raw.module) || !isDay(raw.day)) return undefined;
  const session = newSession(raw.module, raw.day);
  if (typeof raw.commune === 'string' && /^\d{5}$/.test(raw.commune)) session.commune = raw.commune;
  if (isCount(raw.number) && raw.number >= 1 && raw.number <= 8) session.number = raw.number;
  for (const moment of moments) {
    const round = isRecord(raw.rounds) && readRound(raw.rounds[moment]);
    if (round) session.rounds[moment] = round;
  }
  if (isRecord(raw.heads)) for (const key of Object.keys(raw.heads)) if (/^[a-z]+-\d$/.test(key) && isCount(raw.heads[key])) session.heads[key] = raw.heads[key];
  return session;
}

function readRound(raw: unknown): Round | undefined {
  if (!isRecord(raw) || (raw.form !== 'A' && raw.form !== 'B' && raw.form !== 'C') || !isCount(raw.people) || raw.people < 1) return undefined;
  const round: Round = { form: raw.form, people: raw.people, hands: {} };
  if (isRecord(raw.hands))
    for (const id of Object.keys(raw.hands)) {
      const hands = raw.hands[id];
      if (isId(id) && Array.isArray(hands) && hands.length <= 12 && hands.every(isCount)) round.hands[id] = hands;
    }
  return round;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= MOST_PEOPLE && value % 1 === 0;
