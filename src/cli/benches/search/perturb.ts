/**
 * The ways in which one and the same query arrives: what a keyboard, a hurry or a missing keyboard makes of it.
 * Each is a pure function of the query, so every run and every system gets the same.
 */
export const manners = {
  asTyped: (query: string) => query,
  nfd: (query: string) => query.normalize('NFD'),
  noTones: (query: string) => bare(query),
  halfTones: (query: string) => eachWord(query, (word, index) => (index % 2 === 0 ? bare(word) : word)),
  telex: (query: string) => eachWord(query, telex),
  vni: (query: string) => eachWord(query, vni),
  slip: (query: string) => slip(query),
} as const;

/** Name of a {@link manners manner}. */
export type Manner = keyof typeof manners;

/** Words are what stands between spaces; punctuation at their ends stays where it is. */
const eachWord = (text: string, change: (word: string, index: number) => string): string => {
  let index = -1;
  return text.normalize('NFC').replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    index += 1;
    return change(word, index);
  });
};

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');

const TELEX: Record<string, string> = { '\u0300': 'f', '\u0301': 's', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j', '\u0302': '^', '\u0306': 'w', '\u031b': 'w' };
const VNI: Record<string, string> = { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5', '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const TONES = '\u0300\u0301\u0309\u0303\u0323';

/** The keys a Telex writer presses, when nothing turns them into letters; the tone comes last, as most people type. */
const telex = (word: string): string => keys(word, TELEX, (letter) => letter + letter);

/** The same on a VNI keyboard. */
const vni = (word: string): string => keys(word, VNI, (letter) => `${letter}9`);

function keys(word: string, map: Record<string, string>, stroke: (letter: string) => string): string {
  let tone = '';
  let out = '';
  for (const letter of word) {
    const [base = '', ...marks] = letter.normalize('NFD');
    out += base === 'đ' ? stroke('d') : base === 'Đ' ? stroke('D') : base;
    for (const mark of marks) {
      const key = map[mark] ?? '';
      if (TONES.includes(mark)) tone = key;
      else out += key === '^' ? base.toLowerCase() : key;
    }
  }
  return out + tone;
}

/** One wrong touch in the longest word of four letters or more: two letters swapped, one lost, one doubled or a neighbour hit, by turns. */
function slip(query: string): string {
  const words = query.normalize('NFC').match(/[\p{L}]{4,}/gu) ?? [];
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  if (!longest) return query;
  const turn = [...query].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const at = 1 + (turn % (longest.length - 2));
  const letter = longest[at] ?? '';
  const start = longest.slice(0, at);
  const wrong = [`${start}${longest[at + 1]}${letter}${longest.slice(at + 2)}`, `${start}${longest.slice(at + 1)}`, `${start}${letter}${longest.slice(at)}`, `${start}${neighbour(letter)}${longest.slice(at + 1)}`];
  return query.normalize('NFC').replace(longest, wrong[turn % wrong.length] ?? longest);
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

function neighbour(letter: string): string {
  const plain = bare(letter).toLowerCase();
  const row = ROWS.find((keys) => keys.includes(plain)) ?? 'nm';
  const at = row.indexOf(plain);
  return row[at + 1] ?? row[at - 1] ?? letter;
}
