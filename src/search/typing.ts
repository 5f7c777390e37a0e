import { likeI, type Word } from './words.ts';

/**
 * What a keyboard leaves behind when nothing turns its keys into letters: Telex (`nguwowif`, `bans`) and VNI (`nguo7i2`, `ba1n`).
 * The tone key may stand after the vowel or at the end of the syllable, a key that changes a vowel behind it or at the end.
 */
const VOWELS = 'aeiouy';
/** Tone keys in the order of the tones in {@link Word.marked}: grave, acute, hook, tilde, dot. */
const TELEX = 'fsrxj';
const VNI = '21345';
/** The vowel that a changed vowel becomes. */
const HATS: Record<string, string> = { a: 'â', e: 'ê', o: 'ô' };
const HORNS: Record<string, string> = { a: 'ă', o: 'ơ', u: 'ư' };

/** What these keys spell, or nothing when there is nothing to undo. Whether that is a word is for the caller to judge. */
export function undoKeys(typed: string): Word | undefined {
  return /\d/.test(typed) ? undo(typed, vniKey) : undo(typed, telexKey);
}

interface Syllable {
  /** Letters so far, with hats and horns. */
  letters: string[];
  tone: string;
  /** Whether any key was taken for more than its letter. */
  isChanged: boolean;
}

function undo(typed: string, press: (syllable: Syllable, key: string) => void): Word | undefined {
  const syllable: Syllable = { letters: [], tone: '', isChanged: false };
  for (const key of typed) press(syllable, key);
  if (!syllable.isChanged) return undefined;
  const { letters, tone } = syllable;
  // Some keyboards put both horns on with one key before the end of the syllable is there.
  const marked = likeI(letters.join('').replace(/uơ(?=.)/, 'ươ'));
  const folded = marked
    .replace(/đ/g, 'd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return { folded, marked: marked + tone };
}

function telexKey(syllable: Syllable, key: string): void {
  const { letters } = syllable;
  const hasVowel = letters.some(isVowel);
  const tone = TELEX.indexOf(key) + 1;
  if (hasVowel && tone) setTone(syllable, tone);
  else if (hasVowel && key === 'z') setTone(syllable, 0);
  else if (key === 'w') horn(syllable, true);
  else if (key === 'd' && letters[0] === 'd') stroke(syllable);
  else if (HATS[key] && hat(syllable, key)) return;
  else letters.push(key);
}

function vniKey(syllable: Syllable, key: string): void {
  const tone = VNI.indexOf(key) + 1;
  if (tone) setTone(syllable, tone);
  else if (key === '6') 'aeo'.split('').some((vowel) => hat(syllable, vowel));
  else if (key === '7') horn(syllable, false, 'ou');
  else if (key === '8') horn(syllable, false, 'a');
  else if (key === '9' && syllable.letters[0] === 'd') stroke(syllable);
  else if (key === '0') setTone(syllable, 0);
  else syllable.letters.push(key);
}

const isVowel = (letter: string): boolean => VOWELS.includes(letter.normalize('NFD').charAt(0));

function setTone(syllable: Syllable, tone: number): void {
  syllable.tone = tone ? String(tone) : '';
  syllable.isChanged = true;
}

function stroke(syllable: Syllable): void {
  syllable.letters[0] = 'đ';
  syllable.isChanged = true;
}

function hat(syllable: Syllable, vowel: string): boolean {
  const at = syllable.letters.lastIndexOf(vowel);
  if (at < 0) return false;
  syllable.letters[at] = HATS[vowel] ?? vowel;
  syllable.isChanged = true;
  return true;
}

/** “uo” takes both horns at once, as keyboards do it; a lone `w` on Telex is “ư”. */
function horn(syllable: Syllable, isTelex: boolean, among = 'aou'): void {
  const { letters } = syllable;
  syllable.isChanged = true;
  for (let at = letters.length - 1; at >= 0; at--) {
    const letter = letters[at] ?? '';
    if (!HORNS[letter] || !among.includes(letter)) continue;
    letters[at] = HORNS[letter];
    if (letter === 'o' && letters[at - 1] === 'u' && letters.length > at + 1) letters[at - 1] = 'ư';
    return;
  }
  if (isTelex) letters.push('ư');
}
