import { foldDigits } from './fold-digits.ts';

/** A piece of a text: `text.slice(from, to)`. */
export interface Span {
  from: number;
  to: number;
}

const currency = String.raw`\s*(?:đồng|đ|vnđ|vnd|₫)(?![\p{L}])`;
const notPhones = [
  // Days: 01-07-2025, 1.7.2025, 2025-07-01.
  /(?<![\d+]|\d\d[-. ])(?:0?[1-9]|[12]\d|3[01])([-. ])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\1?\d)/g,
  /(?<![\d+])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  // Money that says it is money.
  new RegExp(String.raw`(?<![\d+.])[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3}){0,5}(?=${currency})`, 'giu'),
  new RegExp(String.raw`(?<![\d+.])[1-9]\d{3,17}(?=${currency})`, 'giu'),
  // Thousands with dots: 20.000.000. Eleven digits after 84 may be a number written like money.
  /(?<![\d+.])(?!84(?:\.\d{3}){3}(?!\.?\d))[1-9]\d{0,2}(?:\.\d{3}){1,5}(?!\.?\d)/g,
];

/** Digits with up to three of the marks people put between them. */
const digitRun = /\+?\(?\+?\d(?:[ .\-()]{0,3}\d)*/g;

/**
 * Finds what looks like a telephone number typed by hand: at least 8 digits, beginning with 0, 84, 1800 or 1900, or
 * after a plus sign, however they are grouped. Days and sums of money are not numbers to call.
 */
export function findPhones(text: string): Span[] {
  if ((text.match(/\p{N}/gu)?.length ?? 0) < 8) return [];
  const folded = foldDigits(text);
  let plain = folded.text;
  for (const pattern of notPhones) plain = plain.replace(pattern, (found) => '§'.repeat(found.length));
  const found: Span[] = [];
  for (const match of plain.matchAll(digitRun)) {
    const start = startOfPhone(match[0]);
    if (start === undefined) continue;
    const first = match.index + start;
    const last = match.index + match[0].length - 1;
    found.push({ from: folded.from[first] ?? 0, to: (folded.from[last] ?? 0) + 1 });
  }
  return found;
}

/** Eight digits with everything between them fit in here. */
const WINDOW = 40;

/** Where in a run of digits a number to call begins: at any group, because a house number may stand before it. */
function startOfPhone(run: string): number | undefined {
  for (const group of run.matchAll(/\+?\(?\+?\d+/g)) {
    const digits = run.slice(group.index, group.index + WINDOW).replace(/\D/g, '');
    if (digits.length < 8) return undefined;
    if (group[0].includes('+') || /^(?:0|84|1800|1900)/.test(digits)) return group.index;
  }
  return undefined;
}
