import { z } from 'zod';
import { describe, line } from './fields.ts';

/** What farmers of the province do, month by month. General knowledge: the page says so, and whom to ask. */
export const seasonsSchema = z.strictObject({
  months: z
    .array(
      z.strictObject({
        month: z.int('Tháng là một số từ 1 đến 12.').min(1, 'Tháng từ 1 đến 12.').max(12, 'Tháng từ 1 đến 12.').meta(describe('Tháng dương lịch', 'Từ 1 đến 12.')),
        work: z
          .array(line(120))
          .min(2, 'Mỗi tháng cần ít nhất 2 dòng.')
          .max(4, 'Mỗi tháng nhiều nhất 4 dòng.')
          .meta(describe('Việc nhà nông', 'Mỗi dòng một hai câu ngắn. Việc riêng của một vùng thì mở đầu bằng "Miền xuôi:" hoặc "Vùng cao:". Không ghi liều lượng hay ngày chính xác.', { singular: 'việc' })),
      }),
    )
    .length(12, 'Cần đủ 12 tháng.')
    .refine((months) => months.every(({ month }, index) => month === index + 1), 'Viết theo thứ tự từ tháng 1 đến tháng 12.')
    .meta(describe('Các tháng', 'Đủ 12 tháng, từ tháng 1 đến tháng 12.', { singular: 'tháng' })),
});

/** The farm work of the twelve months as its file holds it. */
export type Seasons = z.infer<typeof seasonsSchema>;
