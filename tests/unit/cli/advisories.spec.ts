import { expect, test } from '@playwright/test';
import { readAdvisories } from '../../../src/cli/advisories.ts';

const cause = { source: 1, name: 'trim', title: 'Slow on long runs of blanks', url: 'https://github.com/advisories/GHSA-w5p7-h5w8-2hfq', severity: 'high', range: '<0.0.3' };
const answer = JSON.stringify({ auditReportVersion: 2, vulnerabilities: { trim: { name: 'trim', via: [cause] }, 'remark-parse': { name: 'remark-parse', via: ['trim', cause] } } });

test('a weakness is named once, however many packages it reaches', () => {
  expect(readAdvisories(answer, {})).toEqual([{ id: 'GHSA-w5p7-h5w8-2hfq', package: 'trim', title: 'Slow on long runs of blanks' }]);
});

test('one that is explained is let through, and no other', () => {
  expect(readAdvisories(answer, { 'GHSA-w5p7-h5w8-2hfq': 'no blanks here' })).toEqual([]);
  expect(readAdvisories(answer, { 'GHSA-0000-0000-0000': 'another' })).toHaveLength(1);
});

test('no answer is not taken for a clean one', () => {
  expect(readAdvisories(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }))).toBeUndefined();
  expect(readAdvisories('')).toBeUndefined();
  expect(readAdvisories(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }))).toEqual([]);
});
