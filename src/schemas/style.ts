import { z } from 'zod';
import { describe, factIdField, idField, line } from './fields.ts';

const words = z
  .array(line(60))
  .min(1, 'Cần ít nhất 1 từ.')
  .meta(describe('Các từ', 'Viết thường, có dấu. Máy tìm cả chữ hoa.', { singular: 'từ' }));
const number = (least: number, most: number) => z.int('Ghi một số nguyên.').min(least, `Từ ${least} trở lên.`).max(most, `Nhiều nhất ${most}.`);

/** The sorts of warnings about wording that have a budget, in the order they are counted. */
export const wordingRules = ['long-sentence', 'many-long-sentences', 'law-term', 'unexplained-term', 'avoid-word', 'promise', 'outdated-name', 'number-without-year', 'personal-name'] as const;
export type WordingRule = (typeof wordingRules)[number];

/** How the portal speaks: what the machine can check of it. Judgement stays with people: most of this only warns. */
export const styleSchema = z.strictObject({
  id: idField.meta(describe('Mã', 'Phải trùng với tên tệp.')),
  sentence: z
    .strictObject({
      good: number(8, 40).meta(describe('Câu nên dưới', 'Số chữ (tiếng) của một câu dễ đọc.')),
      longest: number(10, 60).meta(describe('Câu dài nhất', 'Quá số chữ này thì nhắc từng câu.')),
      share: number(0, 100).meta(describe('Phần câu hơi dài', 'Một tệp có nhiều câu hơi dài hơn ngần này phần trăm thì nhắc.')),
    })
    .meta(describe('Độ dài câu', '')),
  avoid: z
    .array(
      z.strictObject({
        words,
        kind: z
          .enum(['blame', 'sensational', 'label'], { error: 'Loại là blame (đổ lỗi), sensational (giật gân) hoặc label (gán nhãn).' })
          .meta(describe('Loại', 'Lời ấy sai ở đâu.', { options: { blame: 'Đổ lỗi', sensational: 'Giật gân', label: 'Gán nhãn' } })),
        instead: line(160).meta(describe('Nên viết', 'Từ hoặc cách nói thay vào.')),
        fact: factIdField.optional().meta(describe('Căn cứ', '', { refers: 'facts' })),
      }),
    )
    .meta(describe('Từ nên tránh', 'Từ đổ lỗi, giật gân, gán nhãn.', { singular: 'từ' })),
  promises: z
    .array(
      z.strictObject({
        words,
        unless: z
          .array(line(40))
          .default([])
          .meta(describe('Trừ khi câu có', 'Những chữ làm câu không còn là lời hứa, ví dụ “có thể”.', { singular: 'chữ' })),
      }),
    )
    .meta(describe('Lời hứa thay Nhà nước', '', { singular: 'lời hứa' })),
  lawTerms: z.array(line(60)).meta(describe('Từ luật cần giải nghĩa', 'Mỗi từ phải có trong danh sách từ khó.', { singular: 'từ' })),
  outdated: z
    .array(z.strictObject({ words, now: line(120).meta(describe('Nay là', '')), fact: factIdField.optional().meta(describe('Căn cứ', '', { refers: 'facts' })) }))
    .meta(describe('Tên cơ quan cũ', 'Chỉ dùng khi nói rõ là cũ.', { singular: 'tên cũ' })),
  outdatedMarks: z
    .array(line(40))
    .min(1, 'Cần ít nhất 1 chữ.')
    .meta(describe('Chữ nói là cũ', 'Đoạn có một chữ này thì tên cũ, số cũ được nhắc tới.', { singular: 'chữ' })),
  budget: z
    .strictObject(Object.fromEntries(wordingRules.map((rule) => [rule, number(0, 9999)])) as Record<WordingRule, ReturnType<typeof number>>)
    .meta(describe('Hạn mức', 'Số lời nhắc mỗi loại hiện có. Sửa bớt thì hạ số xuống; không nâng lên.')),
});

/** The rules of wording as their file holds them. */
export type Style = z.infer<typeof styleSchema>;
