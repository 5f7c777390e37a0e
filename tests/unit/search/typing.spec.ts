import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { manners } from '../../../src/cli/benches/search/perturb.ts';
import { undoKeys } from '../../../src/search/typing.ts';
import { isMarked, isSyllable, wordsOf } from '../../../src/search/words.ts';

/** Every syllable with marks that the lessons use. */
const syllables = [
  ...new Set(
    readdirSync('content/lessons')
      .flatMap((name) => readFileSync(`content/lessons/${name}`, 'utf8').match(/[\p{L}\p{M}]+/gu) ?? [])
      .filter((word) => wordsOf(word).every((read) => isMarked(read) && isSyllable(read.folded))),
  ),
];

for (const keyboard of ['telex', 'vni'] as const) {
  test(`all that the lessons say can be read back from the keys of ${keyboard}`, () => {
    expect(syllables.length).toBeGreaterThan(500);
    const wrong = syllables.filter((word) => {
      const [expected] = wordsOf(word);
      const [typed] = wordsOf(manners[keyboard](word));
      const read = typed && undoKeys(typed.folded);
      return read?.folded !== expected?.folded || read?.marked !== expected?.marked;
    });
    expect(wrong).toEqual([]);
  });
}

const spelled: [keys: string, syllable: string][] = [
  ['nguwowif', 'người'],
  ['ngwowif', 'người'],
  ['nguowif', 'người'],
  ['bans', 'bán'],
  ['basn', 'bán'],
  ['ba1n', 'bán'],
  ['ban1', 'bán'],
  ['d9i', 'đi'],
  ['did', 'đi'],
  ['ddi', 'đi'],
  ['nguoi72', 'người'],
  ['ngu7o7i2', 'người'],
  ['tieengs', 'tiếng'],
  ['tiengse', 'tiếng'],
  ['tie6ng1', 'tiếng'],
  ['dduwowcj', 'được'],
  ['d9uo7c5', 'được'],
  ['duocj', 'duọc'],
  ['giuwx', 'giữ'],
  ['truwowngf', 'trường'],
  ['lys', 'lý'],
];
for (const [keys, syllable] of spelled) {
  test(`“${keys}” spells “${syllable}”`, () => {
    expect(undoKeys(keys)).toEqual(wordsOf(syllable)[0]);
  });
}

test('what needs no undoing is left alone', () => {
  for (const word of ['mua', 'nguoi', 'thoi', 'xinh', 'tran', 'thanh']) expect(undoKeys(word), word).toBeUndefined();
});
