import { expect, test } from '@playwright/test';
import { CODE_LENGTH, type CodeData, findCodes, readCode, writeCode } from '../../../src/session/code.ts';
import { seeded } from './random.ts';

const sample: CodeData = { module: 'a1', kind: 'after', commune: '14842', day: '2026-11-26', number: 1, peopleBefore: 28, peopleAfter: 27, items: 10, rightBefore: 131, rightAfter: 204 };
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A session as it could be anywhere in the province. */
function randomSession(random: () => number): CodeData {
  const int = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const peopleBefore = int(5, 255);
  const peopleAfter = int(5, 255);
  const items = int(1, 31);
  return {
    module: String.fromCharCode(97 + int(0, 25)) + int(1, 16),
    kind: random() < 0.2 ? 'later' : 'after',
    commune: random() < 0.2 ? '' : String(int(0, 99_999)).padStart(5, '0'),
    day: new Date(Date.UTC(2026, 0, 1) + int(0, 16_383) * 86_400_000).toISOString().slice(0, 10),
    number: int(1, 8),
    peopleBefore,
    peopleAfter,
    items,
    rightBefore: int(0, peopleBefore * items),
    rightAfter: int(0, peopleAfter * items),
  };
}

test('a session comes back from its code, a thousand times', () => {
  const random = seeded(1);
  for (let trial = 0; trial < 1000; trial += 1) {
    const session = randomSession(random);
    expect(readCode(writeCode(session) ?? '')).toEqual(session);
  }
});

test('a code is no longer than 25 letters and digits, and has no letter that is heard as another', () => {
  const random = seeded(2);
  for (let trial = 0; trial < 1000; trial += 1) {
    const code = (writeCode(randomSession(random)) ?? '').replace(/-/g, '');
    expect(code).toHaveLength(CODE_LENGTH);
    expect(code.length).toBeLessThanOrEqual(25);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/);
  }
});

test('every single wrong letter or digit is noticed, in a thousand codes', () => {
  const random = seeded(3);
  for (let trial = 0; trial < 1000; trial += 1) {
    const code = (writeCode(randomSession(random)) ?? '').replace(/-/g, '');
    for (let place = 0; place < code.length; place += 1)
      for (const letter of alphabet) {
        if (letter === code[place]) continue;
        if (readCode(code.slice(0, place) + letter + code.slice(place + 1))) throw new Error(`${code}: ${letter} at ${place} passes`);
      }
  }
});

test('every swap of two neighbours is noticed, in a thousand codes', () => {
  const random = seeded(4);
  let swaps = 0;
  for (let trial = 0; trial < 1000; trial += 1) {
    const code = (writeCode(randomSession(random)) ?? '').replace(/-/g, '');
    for (let place = 0; place + 1 < code.length; place += 1) {
      if (code[place] === code[place + 1]) continue;
      swaps += 1;
      if (readCode(code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2))) throw new Error(`${code}: the swap at ${place} passes`);
    }
  }
  expect(swaps).toBeGreaterThan(10_000);
});

test('two wrong letters are noticed too', () => {
  const random = seeded(5);
  const code = (writeCode(sample) ?? '').replace(/-/g, '').split('');
  for (let trial = 0; trial < 20_000; trial += 1) {
    const wrong = [...code];
    const [one, two] = [Math.floor(random() * code.length), Math.floor(random() * code.length)];
    wrong[one] = alphabet[Math.floor(random() * 32)] as string;
    wrong[two] = alphabet[Math.floor(random() * 32)] as string;
    if (wrong.join('') !== code.join('') && readCode(wrong.join(''))) throw new Error(`${wrong.join('')} passes`);
  }
});

test('a code is read however it is written down', () => {
  const code = writeCode(sample) ?? '';
  expect(code).toMatch(/^\w{5}-\w{5}-\w{5}-\w{6}$/);
  for (const way of [code.toLowerCase(), code.replace(/-/g, ' '), code.replace(/-/g, ''), ` ${code.replace(/-/g, ' - ')} `, code.replace(/0/g, 'O').replace(/1/g, 'l')]) expect(readCode(way), way).toEqual(sample);
});

test('a code is found in a message with greetings around it', () => {
  const code = writeCode(sample) ?? '';
  const broken = code.replace(/.$/, (last) => (last === '0' ? '2' : '0'));
  expect(findCodes(`Em gui chi ket qua: ${code}. Cam on chi`)).toEqual([{ text: code, data: sample }]);
  expect(findCodes(`${code}\n${code.toLowerCase().replace(/-/g, '')}\n${broken}`).map(({ data }) => data)).toEqual([sample, sample, undefined]);
  expect(findCodes('Chao chi, hom nay chung em tap huan xong roi')).toEqual([]);
});

for (const [what, change] of [
  ['a group too small to be told', { peopleAfter: 4 }],
  ['more right answers than answers', { rightAfter: 271 }],
  ['a module whose name has no number', { module: 'sp' }],
  ['a commune that is not five digits', { commune: '123' }],
  ['a day before there were codes', { day: '2025-12-31' }],
] as const) {
  test(`${what} gets no code`, () => {
    expect(writeCode({ ...sample, ...change })).toBeUndefined();
  });
}
