import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { titlesFile } from '../../../src/build/desk/titles.ts';
import { loadReader, readAs } from '../../../src/cms/lists/reader.ts';
import { stubOf } from '../../../src/cms/lists/stub.ts';
import { BROKEN } from '../../../src/cms/model/broken.ts';
import { writeEntry } from '../../../src/cms/model/format.ts';
import { deskKinds } from '../../../src/cms/model/kinds.ts';

const hashOf = (file: string) => execFileSync('git', ['hash-object', '--no-filters', file], { encoding: 'utf8' }).trim();

test('the desk is told the title of what is published by the hash that git gives to its file', () => {
  const titles = titlesFile('content');
  expect(titles[hashOf('content/lessons/a1-1.mdx')]).toBe('Mua bán người là gì?');
  expect(titles[hashOf('content/contacts/111.yaml')]).toBe(/^name: (.+)$/m.exec(readFileSync('content/contacts/111.yaml', 'utf8'))?.[1]);
});

test('of what is not sure nothing is told: the file is as public as the site', () => {
  const unsure = execFileSync('grep', ['-lrE', '^(confidence: unverified|status: waiting|draft: true)$', 'content'], { encoding: 'utf8' }).trim().split('\n');
  expect(unsure.length).toBeGreaterThan(0);
  const titles = titlesFile('content');
  expect(unsure.filter((file) => titles[hashOf(file)] !== undefined)).toEqual([]);
});

test('what stands for an entry in a list has its title and can never be written over the file', async () => {
  await loadReader();
  for (const kind of deskKinds()) {
    const values = readAs(stubOf('Việc nhẹ, lương cao'), kind.ending, kind.title);
    expect(values[kind.title]).toBe('Việc nhẹ, lương cao');
    expect(BROKEN in values).toBe(true);
    expect(writeEntry(values, kind.schema, kind.ending)).toBe(stubOf('Việc nhẹ, lương cao'));
  }
});
