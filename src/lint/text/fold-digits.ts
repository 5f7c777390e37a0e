/** A text in which every digit is an ASCII digit and every dash a hyphen, and where each of its letters came from. */
export interface Folded {
  text: string;
  /** `from[i]` is the index in the original text of `text[i]`. */
  from: number[];
}

/**
 * Makes numbers comparable however they were typed: fullwidth, superscript, circled or foreign digits, no-break spaces,
 * long dashes; invisible letters and combining marks (a keycap's frame) are left out.
 */
export function foldDigits(original: string): Folded {
  let text = '';
  const from: number[] = [];
  for (let index = 0; index < original.length; ) {
    const code = original.codePointAt(index) ?? 0;
    const letter = String.fromCodePoint(code);
    for (const plain of code < 0x80 ? (/\s/.test(letter) ? ' ' : letter) : unusual(letter, code)) {
      text += plain;
      for (let unit = 0; unit < plain.length; unit++) from.push(index);
    }
    index += letter.length;
  }
  return { text, from };
}

function unusual(letter: string, code: number): string {
  if (/\p{L}/u.test(letter)) return letter;
  if (/[\p{M}\p{Cf}]/u.test(letter)) return '';
  if (/\p{Pd}|\u2212/u.test(letter)) return '-';
  if (/\s/.test(letter)) return ' ';
  if (/\p{Nd}/u.test(letter)) return digitOf(code);
  return letter.normalize('NFKC').replace(/\p{Pd}|\u2212/gu, '-');
}

/** Unicode keeps the ten digits of a script side by side, zero first. */
function digitOf(code: number): string {
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
