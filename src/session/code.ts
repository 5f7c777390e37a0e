/**
 * A session in 21 letters and digits: `K7WM2-0A9QX-…`, to be dictated over the phone or sent as an SMS.
 *
 * 19 symbols carry 95 bits (module, kind, commune, day, number, people, items, right answers), two are checks: a Reed–Solomon code over GF(32). It notices every wrong symbol, every
 * pair of wrong symbols and every swap of any two symbols. The alphabet leaves out I, L, O and U, which are heard or read as something else; what people write instead of
 * 1 and 0 is understood.
 */
export interface CodeData {
  /** A letter and a number from 1 to 16: `a1`, `e2`. Only modules with such ids can have a code. */
  module: string;
  /** `later` stands for the third form, compared with what was known before the session. */
  kind: 'after' | 'later';
  /** Five digits, or empty. */
  commune: string;
  /** `YYYY-MM-DD`, from 2026 to 2070. */
  day: string;
  /** 1 to 8. */
  number: number;
  peopleBefore: number;
  peopleAfter: number;
  /** Items compared. */
  items: number;
  rightBefore: number;
  rightAfter: number;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 19;
/** Letters and digits of a code, without the hyphens. */
export const CODE_LENGTH = SYMBOLS + 2;
const NO_COMMUNE = 100_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** Fields in their order, each with its bits. Together 95. */
const fields = [
  ['version', 2],
  ['kind', 1],
  ['letter', 5],
  ['course', 4],
  ['commune', 17],
  ['day', 14],
  ['number', 3],
  ['peopleBefore', 8],
  ['peopleAfter', 8],
  ['items', 5],
  ['rightBefore', 13],
  ['rightAfter', 13],
  ['spare', 2],
] as const;
type Numbers = Record<(typeof fields)[number][0], number>;

/** Whether a module's sessions can be told by code. */
export const hasCode = (module: string): boolean => /^[a-z]([1-9]|1[0-6])$/.test(module);

/**
 * Writes a code, in groups with hyphens. Nothing when something does not fit: a module without a number, fewer than five people (too few to be told), counts that cannot be.
 */
export function writeCode(data: CodeData): string | undefined {
  if (!isSound(data)) return undefined;
  const numbers: Numbers = {
    version: 1,
    kind: data.kind === 'later' ? 1 : 0,
    letter: data.module.charCodeAt(0) - 97,
    course: Number(data.module.slice(1)) - 1,
    commune: data.commune ? Number(data.commune) : NO_COMMUNE,
    day: dayNumber(data.day),
    number: data.number - 1,
    peopleBefore: data.peopleBefore,
    peopleAfter: data.peopleAfter,
    items: data.items,
    rightBefore: data.rightBefore,
    rightAfter: data.rightAfter,
    spare: 0,
  };
  const bits = fields.reduce((text, field) => text + toBits(numbers[field[0]], field[1]), '');
  const symbols = Array.from({ length: SYMBOLS }, (_, index) => parseInt(bits.slice(index * 5, index * 5 + 5), 2));
  const text = symbols
    .concat(checksOf(symbols))
    .map((symbol) => ALPHABET[symbol])
    .join('');
  return (text.match(/.{1,5}/g) as string[]).join('-').replace(/-(.)$/, '$1');
}

/** Reads a code as people send it: any case, with spaces, dots or hyphens. Nothing when it is not one. */
export function readCode(text: string): CodeData | undefined {
  const symbols = tidy(text)
    .split('')
    .map((letter) => ALPHABET.indexOf(letter));
  if (symbols.length !== CODE_LENGTH || symbols.some((symbol) => symbol < 0)) return undefined;
  const body = symbols.slice(0, SYMBOLS);
  if (checksOf(body).some((check, index) => check !== symbols[SYMBOLS + index])) return undefined;
  const bits = body.map((symbol) => toBits(symbol, 5)).join('');
  const numbers = {} as Numbers;
  let at = 0;
  for (const field of fields) {
    numbers[field[0]] = parseInt(bits.slice(at, at + field[1]), 2);
    at += field[1];
  }
  if (numbers.version !== 1 || numbers.spare !== 0 || numbers.letter > 25 || numbers.commune > NO_COMMUNE) return undefined;
  const data: CodeData = {
    module: String.fromCharCode(97 + numbers.letter) + (numbers.course + 1),
    kind: numbers.kind ? 'later' : 'after',
    commune: numbers.commune === NO_COMMUNE ? '' : `0000${numbers.commune}`.slice(-5),
    day: new Date(FIRST_DAY + numbers.day * DAY_MS).toISOString().slice(0, 10),
    number: numbers.number + 1,
    peopleBefore: numbers.peopleBefore,
    peopleAfter: numbers.peopleAfter,
    items: numbers.items,
    rightBefore: numbers.rightBefore,
    rightAfter: numbers.rightAfter,
  };
  return isSound(data) ? data : undefined;
}

/** Finds everything in a text that is as long as a code: an SMS has greetings around it. Each with what it says, or nothing when its checks fail. */
export function findCodes(text: string): { text: string; data: CodeData | undefined }[] {
  // Words of a sentence have other lengths than the groups of a code, and a code holds a digit.
  const found = text.toUpperCase().match(/(?:^|[^0-9A-Z])((?:[0-9A-Z]{5}[-. ]){3}[0-9A-Z]{6}|[0-9A-Z]{21})(?![0-9A-Z])/g) || [];
  return found.map((match) => match.replace(/^[^0-9A-Z]/, '')).map((code) => ({ text: code, data: readCode(code) }));
}

const tidy = (text: string) =>
  text
    .toUpperCase()
    .replace(/[\s.\-–]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

const dayNumber = (day: string) => Math.round((Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS);

function isSound(data: CodeData): boolean {
  const day = dayNumber(data.day);
  const isIn = (value: number, least: number, most: number) => value % 1 === 0 && value >= least && value <= most;
  return (
    hasCode(data.module) &&
    /^(\d{5})?$/.test(data.commune) &&
    isIn(day, 0, 16_383) &&
    isIn(data.number, 1, 8) &&
    isIn(data.peopleBefore, 5, 255) &&
    isIn(data.peopleAfter, 5, 255) &&
    isIn(data.items, 1, 31) &&
    isIn(data.rightBefore, 0, data.peopleBefore * data.items) &&
    isIn(data.rightAfter, 0, data.peopleAfter * data.items)
  );
}

function toBits(value: number, length: number): string {
  let bits = '';
  for (let place = length - 1; place >= 0; place -= 1) bits += Math.floor(value / 2 ** place) % 2;
  return bits;
}

/** Powers of the generator of GF(32), x^5 + x^2 + 1, and the way back. */
const powers: number[] = [];
const logs: number[] = [];
for (let power = 0, value = 1; power < 31; power += 1) {
  powers.push(value);
  logs[value] = power;
  value <<= 1;
  if (value & 32) value ^= 37;
}
const times = (a: number, b: number) => (a && b ? (powers[((logs[a] as number) + (logs[b] as number)) % 31] as number) : 0);

/** The remainder of the symbols, as a polynomial, by (x + 1)(x + g). */
function checksOf(symbols: number[]): [number, number] {
  const generator = [3, 2]; // x² + 3x + 2 with g = 2
  let high = 0;
  let low = 0;
  for (const symbol of symbols) {
    const carry = symbol ^ high;
    high = low ^ times(carry, generator[0] as number);
    low = times(carry, generator[1] as number);
  }
  return [high, low];
}
