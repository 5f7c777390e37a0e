import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { seasonsSchema } from '../../../src/schemas/season.ts';

const { months } = seasonsSchema.parse(parse(readFileSync('content/strings/nong-lich.yaml', 'utf8')));

test('every month has work for the lowlands and for the uplands', () => {
  for (const { month, work } of months) {
    for (const region of ['Miền xuôi: ', 'Vùng cao: '])
      expect(
        work.some((text) => text.startsWith(region)),
        `month ${month}`,
      ).toBe(true);
  }
});

test('nobody is given a dose or an exact day', () => {
  expect(months.flatMap(({ work }) => work).filter((text) => /\d/.test(text))).toEqual([]);
});

test('an editor who leaves out a month or writes one line too few is told so in words', () => {
  const short = months.slice(1);
  const thin = months.map((month, index) => (index === 0 ? { ...month, work: ['Cấy lúa.'] } : month));
  const words = (data: unknown) => seasonsSchema.safeParse({ months: data }).error?.issues.map(({ message }) => message);
  expect(words(short)).toContain('Cần đủ 12 tháng.');
  expect(words(thin)).toEqual(['Mỗi tháng cần ít nhất 2 dòng.']);
  expect(words([...months].reverse())).toEqual(['Viết theo thứ tự từ tháng 1 đến tháng 12.']);
});
