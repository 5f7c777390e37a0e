import { z } from 'zod';
import { dayField, describe, draftField, idField, line, prose, sourceField, withdrawnShape } from './fields.ts';

/**
 * One number or place to turn to. The most dangerous thing an editor can get wrong, so a number lives
 * here once and everything else refers to it by id.
 */
export const contactSchema = z
  .strictObject({
    id: idField.meta(describe('Mã', 'Không bao giờ đổi. Phải trùng với tên tệp. Ví dụ "111".')),
    name: line(120).meta(describe('Tên', 'Ai nghe máy, ví dụ "Tổng đài quốc gia 111".')),
    use: line(160).meta(describe('Gọi khi nào', 'Một câu, bắt đầu bằng động từ hoặc "Khi…".')),
    kind: z
      .enum(['phone', 'place', 'app'], { error: 'Kiểu là một trong: phone (số gọi), place (nơi đến), app (ứng dụng).' })
      .meta(describe('Kiểu', 'Số điện thoại, nơi đến hay ứng dụng.', { options: { phone: 'Số gọi', place: 'Nơi đến', app: 'Ứng dụng' } })),
    local: z
      .string()
      .regex(/^[0-9 ]+$/, 'Số gọi trong nước chỉ gồm chữ số và dấu cách.')
      .optional()
      .meta(describe('Số gọi trong nước', 'Như người trong nước bấm máy, ví dụ "0981 84 84 84".')),
    international: z
      .string()
      .regex(/^\+[0-9 ]+$/, 'Số gọi từ nước ngoài bắt đầu bằng dấu +, ví dụ "+84 981 84 84 84".')
      .optional()
      .meta(describe('Số gọi từ nước ngoài', 'Có mã nước. Để trống nếu không gọi được từ nước ngoài.')),
    who: line(160).meta(describe('Ai trả lời', 'Cơ quan hoặc người trực.')),
    hours: line(80).meta(describe('Giờ', 'Ví dụ "Cả ngày đêm, mọi ngày".')),
    cost: z
      .enum(['free', 'paid', 'maybe', 'unknown'], { error: 'Cước là một trong: free, paid, maybe, unknown.' })
      .meta(describe('Cước', 'Miễn phí, mất cước, có thể mất cước hay chưa rõ.', { options: { free: 'Miễn phí', paid: 'Mất cước', maybe: 'Có thể mất cước', unknown: 'Chưa rõ' } })),
    recorded: z.enum(['yes', 'no', 'unknown'], { error: 'Ghi âm là một trong: yes, no, unknown.' }).meta(describe('Có ghi âm không', 'Người gọi có quyền biết.', { options: { yes: 'Có', no: 'Không', unknown: 'Chưa rõ' } })),
    fromAbroad: z
      .enum(['yes', 'no', 'unknown'], { error: 'Gọi từ nước ngoài là một trong: yes, no, unknown.' })
      .meta(describe('Gọi được từ nước ngoài', 'Chưa chắc thì chọn "Chưa rõ".', { options: { yes: 'Có', no: 'Không', unknown: 'Chưa rõ' } })),
    scope: z
      .enum(['national', 'local'], { error: 'Phạm vi là national (cả nước) hoặc local (địa phương).' })
      .meta(describe('Phạm vi', 'Số cả nước hay số của một xã, phường, đồn biên phòng, cơ quan trong tỉnh.', { options: { national: 'Cả nước', local: 'Địa phương' } })),
    commune: line(80).optional().meta(describe('Xã, phường', 'Bắt buộc với liên hệ địa phương. Ví dụ "xã Mường Lát".')),
    office: z
      .enum(['commune', 'police', 'border-post', 'health', 'women-union', 'legal-aid', 'jobs', 'other'])
      .optional()
      .meta(
        describe('Loại cơ quan', 'Để xếp nhóm trong danh bạ địa phương.', {
          options: { commune: 'UBND xã, phường', police: 'Công an', 'border-post': 'Đồn biên phòng', health: 'Y tế', 'women-union': 'Hội phụ nữ', 'legal-aid': 'Trợ giúp pháp lý', jobs: 'Việc làm', other: 'Khác' },
        }),
      ),
    address: line(160).optional().meta(describe('Địa chỉ', 'Nơi có thể đến.')),
    how: prose(400).optional().meta(describe('Cách dùng', 'Các bước, nếu là ứng dụng hoặc nơi đến.')),
    email: z.email('Địa chỉ thư chưa đúng dạng.').optional().meta(describe('Thư điện tử', 'Nếu có.')),
    status: z
      .enum(['confirmed', 'waiting', 'retired'], { error: 'Tình trạng là confirmed (đã xác nhận), waiting (chờ xác nhận) hoặc retired (số cũ, không dùng).' })
      .meta(describe('Tình trạng', 'Chỉ số đã xác nhận mới hiện ra để gọi. Số cũ chỉ được nhắc tới để bà con biết là không dùng nữa.', { options: { confirmed: 'Đã xác nhận', waiting: 'Chờ xác nhận', retired: 'Số cũ, không dùng' } })),
    confirmedBy: line(200).optional().meta(describe('Ai xác nhận', 'Cơ quan xác nhận, hoặc nguồn công khai đã đối chiếu.')),
    confirmedOn: dayField.optional().meta(describe('Ngày xác nhận', 'Ngày xác nhận gần nhất.')),
    checkAgainBy: dayField.optional().meta(describe('Kiểm tra lại trước', 'Quá ngày này trang không được xuất bản cho tới khi có người kiểm tra.')),
    fact: z
      .string()
      .optional()
      .meta(describe('Căn cứ', 'Mã căn cứ nói về số này, ví dụ "F4.1".', { refers: 'facts' })),
    sources: z
      .array(sourceField)
      .default([])
      .meta(describe('Nguồn', 'Nơi đã đọc được số này.', { singular: 'nguồn' })),
    order: z.int().default(100).meta(describe('Thứ tự', 'Số nhỏ đứng trước.')),
    withdrawn: z.strictObject(withdrawnShape).optional().meta(describe('Rút số', 'Chỉ ghi khi số sai hoặc nguy hiểm. Số biến khỏi trang và khỏi máy bà con ở lần có mạng kế tiếp, thay bằng lý do.')),
    draft: draftField,
  })
  .refine((c) => c.status !== 'confirmed' || (c.confirmedBy && c.confirmedOn && c.checkAgainBy), {
    path: ['confirmedBy'],
    error: 'Đã xác nhận thì phải ghi đủ: ai xác nhận, ngày xác nhận, ngày kiểm tra lại.',
  })
  .refine((c) => !c.withdrawn || c.status === 'retired', {
    path: ['withdrawn'],
    error: 'Số đã rút thì tình trạng phải là "retired" (số cũ, không dùng).',
  })
  .refine((c) => c.kind !== 'phone' || c.local || c.international, {
    path: ['local'],
    error: 'Kiểu số gọi thì phải có số gọi trong nước hoặc từ nước ngoài.',
  })
  .refine((c) => c.scope !== 'local' || c.commune, {
    path: ['commune'],
    error: 'Liên hệ địa phương phải ghi xã, phường.',
  });

/** A contact as its file holds it. */
export type Contact = z.infer<typeof contactSchema>;
