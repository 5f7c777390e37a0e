import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { wordsOf } from '../../../src/search/words.ts';

/** Text, folded words, marked words: the same file is run in a browser (`tests/site/search.spec.ts`). */
const golden: [text: string, folded: string[], marked: string[]][] = JSON.parse(readFileSync('tests/search/words.json', 'utf8'));

const folded = (text: string) => wordsOf(text).map((word) => word.folded);
const marked = (text: string) => wordsOf(text).map((word) => word.marked);

for (const [text, plain, withMarks] of golden) {
  test(`“${text}” is read as it always was`, () => {
    expect(folded(text)).toEqual(plain);
    expect(marked(text)).toEqual(withMarks);
  });
}

/** Every rhyme with two or more vowels that the tone can stand on, in the old place and in the new. */
const placements = ['òa hoà óa hoá ỏa hoả õa hoã ọa hoạ', 'òe hoè óe hoé ỏe hoẻ õe hoẽ ọe hoẹ', 'ùy uỳ úy uý ủy uỷ ũy uỹ ụy uỵ'].map((line) => line.split(' '));
const vowels = [...'aăâeêioôơuưy'];
const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const onsets = ['', 'b', 'ch', 'đ', 'ngh', 'Tr', 'QU', 'x'];
const codas = ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't', 'i', 'u'];
const syllables = onsets.flatMap((onset) => vowels.flatMap((vowel) => tones.flatMap((tone) => codas.map((coda) => onset + vowel + tone + coda))));

test('a syllable is the same composed or not, in capitals or small', () => {
  const isSame = (syllable: string) => {
    const expected = wordsOf(syllable.normalize('NFC'));
    const forms = [syllable.normalize('NFD'), syllable.normalize('NFKD'), syllable.toUpperCase(), syllable.normalize('NFD').toUpperCase()];
    return expected.length === 1 && forms.every((form) => isDeepStrictEqual(wordsOf(form), expected));
  };
  expect(syllables.length).toBeGreaterThan(6000);
  expect(syllables.filter((syllable) => !isSame(syllable))).toEqual([]);
});

test('a folded word stays as it is when it is read again', () => {
  expect(syllables.flatMap(folded).filter((word) => folded(word).join() !== word)).toEqual([]);
});

test('different marks never make the same marked word, and always the same folded one', () => {
  for (const vowel of vowels) {
    const forms = tones.map((tone) => `m${vowel}${tone}n`);
    expect(new Set(forms.flatMap(marked)).size, vowel).toBe(tones.length);
    expect(new Set(forms.flatMap(folded)).size, vowel).toBe(1);
  }
  expect(new Set(vowels.map((vowel) => marked(`m${vowel}`)[0])).size).toBe(vowels.length - 1); // mi and my are one
});

test('the tone may stand where the old or the new way puts it', () => {
  for (const forms of placements) {
    for (let at = 0; at < forms.length; at += 2) {
      const [old = '', young = ''] = [`t${forms[at]}`, forms[at + 1]?.replace(/^h?/, 't')];
      expect(marked(old), `${old} ${young}`).toEqual(marked(young));
    }
  }
});

test('no text makes it stumble', () => {
  let seed = 1;
  const next = () => (seed = (seed * 48_271) % 2_147_483_647);
  for (let round = 0; round < 3000; round++) {
    const text = String.fromCharCode(...Array.from({ length: 12 }, () => next() % 0xffff));
    for (const word of wordsOf(text)) expect(word.folded.length).toBeGreaterThan(0);
  }
});
