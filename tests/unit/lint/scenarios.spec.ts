import { expect, test } from '@playwright/test';
import { brief, problemsWith } from './world.ts';

const path = 'scenarios/t-1.yaml';

/** A good story: lines are counted from it, so each piece says where it stands. */
const story = `id: t-1
title: Lời mời
summary: Một bạn trẻ nhận tin nhắn.
objective: Dừng lại và hỏi.
icon: message
lessons:
  - a1-1
updated: 2026-11-24
scenes:
  - id: dau
    title: Ở nhà
    text:
      - Tin nhắn đến.
    choices:
      - text: Đi luôn.
        to: xe
        unsafe: true
        feedback: Sợ lỡ là chuyện thường.
      - text: Hỏi nhà.
        to: nha
  - id: xe
    title: Trên xe
    text:
      - Xe rẽ lên núi.
    choices:
      - text: Ngủ.
        to: nha-la
        unsafe: true
      - text: Xuống chỗ đông người.
        to: ket-xe
  - id: nha
    title: Bên bếp
    text:
      - Mẹ nghe.
    choices:
      - text: Chưa đi.
        to: ket-nha
      - text: Vẫn đi.
        to: xe
        unsafe: true
  - id: nha-la
    title: Nhà lạ
    text:
      - Cổng khóa.
    facts:
      - F7.1
    ending:
      kind: way-out
      advice:
        - Giữ bình tĩnh.
      contacts:
        - "111"
  - id: ket-xe
    title: Trạm xăng
    text:
      - Có người.
    facts:
      - F7.1
    ending:
      kind: way-out
      advice:
        - Nhờ người bán hàng.
      contacts:
        - "111"
  - id: ket-nha
    title: Sáng hôm sau
    text:
      - Nhẹ người.
    facts:
      - F7.1
    ending:
      kind: safe
      advice:
        - Hỏi nhà trước.
      contacts:
        - "111"
`;

function told(from: string, to: string, more: Record<string, string | undefined> = {}): string[] {
  if (!story.includes(from)) throw new Error(`the story has no ${JSON.stringify(from)}`);
  return brief(problemsWith({ ...more, [path]: story.replace(from, () => to) }));
}

test('a good story passes without a word', () => {
  expect(brief(problemsWith({ [path]: story }))).toEqual([]);
});

test('a choice that leads nowhere is told, with the nearest scene', () => {
  const problems = problemsWith({ [path]: story.replace('to: nha\n', 'to: nhaa\n') });
  expect(brief(problems)).toContain(`${path}:20 missing-scene`);
  expect(problems.find(({ rule }) => rule === 'missing-scene')?.mend).toContain('“nha”');
});

test('a choice may not lead to its own scene', () => {
  expect(told('to: ket-nha', 'to: nha')).toContain(`${path}:37 missing-scene`);
});

test('a scene that no choice leads to is told', () => {
  expect(told('to: ket-xe', 'to: nha-la')).toEqual([`${path}:53 unreachable-scene`]);
});

test('two scenes may not share a name', () => {
  expect(told('id: ket-xe', 'id: nha-la')).toContain(`${path}:53 double-scene`);
});

test('scenes that lead round in a circle without an ending are told', () => {
  const round = story.replace('      - text: Chưa đi.\n        to: ket-nha\n', '      - text: Chưa đi.\n        to: dau\n').replace('        to: ket-xe\n', '        to: nha\n').replace('        to: nha-la\n', '        to: dau\n');
  const rules = brief(problemsWith({ [path]: round })).filter((line) => line.endsWith('dead-end'));
  expect(rules).toEqual([`${path}:10 dead-end`, `${path}:21 dead-end`, `${path}:31 dead-end`]);
});

test('who chooses something unsafe must find a way out in the next scene', () => {
  // From the car only another scene without an ending can be reached.
  expect(told('to: ket-xe', 'to: nha')).toContain(`${path}:16 no-way-out`);
});

test('an unsafe way out is no way out', () => {
  expect(told('      - text: Xuống chỗ đông người.\n        to: ket-xe\n', '      - text: Xuống chỗ đông người.\n        to: ket-xe\n        unsafe: true\n')).toContain(`${path}:16 no-way-out`);
});

test('a story needs an ending of each kind, and something unsafe to learn from', () => {
  expect(told('kind: safe', 'kind: way-out')).toContain(`${path}:9 endings`);
  expect(brief(problemsWith({ [path]: story.replaceAll('        unsafe: true\n', '') }))).toContain(`${path}:9 endings`);
});

test('every ending rests on a fact, gives advice and somebody to call', () => {
  expect(told('      - Nhẹ người.\n    facts:\n      - F7.1\n', '      - Nhẹ người.\n')).toEqual([`${path}:69 ending-without-fact`]);
  expect(told('      advice:\n        - Hỏi nhà trước.\n', '')).toEqual([`${path}:71 missing-field`]);
  expect(told('        - Hỏi nhà trước.\n      contacts:\n        - "111"\n', '        - Hỏi nhà trước.\n')).toEqual([`${path}:71 missing-field`]);
});

test('a scene has choices or an ending, never both, never neither', () => {
  expect(told('    facts:\n      - F7.1\n    ending:\n      kind: safe\n      advice:\n        - Hỏi nhà trước.\n      contacts:\n        - "111"\n', '')).toEqual([`${path}:65 bad-field`]);
});

test('a story has six scenes at least', () => {
  const short = story.slice(0, story.indexOf('  - id: ket-nha')).replace('to: ket-nha', 'to: ket-xe');
  expect(brief(problemsWith({ [path]: short }))).toEqual([`${path}:9 bad-field`]);
});

for (const [what, from, to, expected] of [
  ['a fact that is not there', 'Cổng khóa.\n    facts:\n      - F7.1', 'Cổng khóa.\n    facts:\n      - F1.9', `${path}:46 missing-reference`],
  ['an uncertain law', 'Cổng khóa.\n    facts:\n      - F7.1', 'Cổng khóa.\n    facts:\n      - F9.9', `${path}:46 unsure-fact`],
  ['a contact that is not there', 'advice:\n        - Giữ bình tĩnh.\n      contacts:\n        - "111"', 'advice:\n        - Giữ bình tĩnh.\n      contacts:\n        - "999"', `${path}:52 missing-reference`],
  ['a contact that waits', 'advice:\n        - Giữ bình tĩnh.\n      contacts:\n        - "111"', 'advice:\n        - Giữ bình tĩnh.\n      contacts:\n        - cho', `${path}:52 unconfirmed-contact`],
  ['an old number to call', 'advice:\n        - Giữ bình tĩnh.\n      contacts:\n        - "111"', 'advice:\n        - Giữ bình tĩnh.\n      contacts:\n        - so-cu', `${path}:52 retired-contact`],
  ['a lesson that is not there', '  - a1-1\nupdated', '  - a1-7\nupdated', `${path}:7 missing-reference`],
  ['a typed number', 'Giữ bình tĩnh.', 'Gọi 0912 345 678.', `${path}:50 typed-phone`],
] as const) {
  test(`a story may not lean on ${what}`, () => {
    expect(told(from, to)).toEqual([expected]);
  });
}

test('a heavy story has a neutral title and a warning', () => {
  expect(told('updated: 2026-11-24', 'sensitive: true\nupdated: 2026-11-24')).toEqual([`${path}:8 bad-field`]);
});

test('a story that is still a draft only gets warnings for its graph', () => {
  const problems = problemsWith({ [path]: `${story.replace('to: ket-xe', 'to: nha-la')}draft: true\n` });
  expect(problems.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['unreachable-scene warning']);
});

test('what does not fit the schema never makes the graph check throw', () => {
  for (const broken of ['scenes: 5', 'scenes:\n  - 1', 'scenes:\n  - id: a\n    choices: [1, 2]']) {
    const rules = problemsWith({ [path]: `id: t-1\n${broken}\n` }).map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules).not.toContain('cannot-read');
  }
});
