import { z } from 'zod';
import { dayField, describe, draftField, factIdField, idField, line, prose } from './fields.ts';

/** Who sits in the room. */
export const planAudiences = ['villagers', 'youth', 'group', 'officials'] as const;
/** What is there to show things with. Paper is what is left when the power is cut. */
export const equipments = ['projector', 'phone', 'paper'] as const;
/** What a step is, for its picture and for the slides. */
export const stepKinds = ['open', 'quiz', 'lesson', 'game', 'talk', 'practice', 'close'] as const;

const minutesOf = (least: number, most: number) => z.int('Số phút là một số nguyên.').min(least, `Ít nhất ${least} phút.`).max(most, `Nhiều nhất ${most} phút.`);

const step = z
  .strictObject({
    title: line(60).meta(describe('Tên bước', 'Ngắn, để tập huấn viên liếc là thấy.')),
    kind: z.enum(stepKinds, { error: `Loại bước là một trong: ${stepKinds.join(', ')}.` }).meta(
      describe('Loại bước', 'Để chọn hình và tờ chiếu.', {
        options: { open: 'Mở đầu', quiz: 'Hỏi cả nhóm', lesson: 'Học một bài', game: 'Trò chơi', talk: 'Nói chuyện', practice: 'Làm thử', close: 'Kết thúc' },
      }),
    ),
    minutes: minutesOf(1, 60).meta(describe('Số phút', 'Các bước cộng lại phải bằng số phút của cả buổi.')),
    least: minutesOf(0, 60).meta(describe('Số phút khi thiếu giờ', '0 nghĩa là bỏ được cả bước.')),
    short: line(160).optional().meta(describe('Thiếu giờ thì làm gì', 'Bắt buộc khi bước rút ngắn được: bớt phần nào, giữ phần nào.')),
    lesson: idField.optional().meta(describe('Bài học', 'Mã bài dạy trong bước này. Máy chiếu lấy chữ từ bài ấy.', { refers: 'lessons' })),
    quiz: z
      .enum(['before', 'after'], { error: 'Hỏi cả nhóm vào lúc before (trước) hoặc after (sau).' })
      .optional()
      .meta(describe('Hỏi cả nhóm', 'Trước buổi hỏi bộ A, sau buổi hỏi bộ B.', { options: { before: 'Trước buổi, bộ A', after: 'Sau buổi, bộ B' } })),
    say: prose(700).optional().meta(describe('Lời nói', 'Đọc lên được ngay.')),
    ask: z
      .array(line(160))
      .max(5, 'Nhiều nhất 5 câu.')
      .default([])
      .meta(describe('Hỏi bà con', 'Câu hỏi mở, không hỏi ai đã từng bị hay chưa.', { singular: 'câu hỏi' })),
    do: z
      .array(line(200))
      .max(8, 'Nhiều nhất 8 việc.')
      .default([])
      .meta(describe('Cách làm', 'Từng việc một.', { singular: 'việc' })),
    materials: z
      .array(line(80))
      .max(6, 'Nhiều nhất 6 thứ.')
      .default([])
      .meta(describe('Đồ dùng', 'Có sẵn trong bộ in hoặc ở bản.', { singular: 'đồ dùng' })),
  })
  .refine((s) => s.least <= s.minutes, { path: ['least'], error: 'Số phút khi thiếu giờ không được nhiều hơn số phút của bước.' })
  .refine((s) => s.least === s.minutes || s.short, { path: ['short'], error: 'Bước này rút ngắn được, hãy ghi thiếu giờ thì làm gì.' })
  .refine((s) => s.kind !== 'quiz' || s.quiz, { path: ['quiz'], error: 'Bước hỏi cả nhóm phải ghi before hoặc after.' });

const play = z.strictObject({
  title: line(60).meta(describe('Tên trò', '')),
  scene: prose(400).meta(describe('Cảnh', 'Ở đâu, chuyện gì. Người không đọc được nghe là hiểu.')),
  cards: z
    .array(z.strictObject({ role: line(40).meta(describe('Vai', 'Chỉ gọi theo vai, không đặt tên.')), text: prose(320).meta(describe('Lời dặn cho vai', 'Đọc nhỏ cho người đóng vai nghe.')) }))
    .min(2, 'Cần ít nhất 2 vai.')
    .max(6, 'Nhiều nhất 6 vai.')
    .meta(describe('Các vai', 'Mỗi vai một thẻ in ra.', { singular: 'vai' })),
});

const sum = (steps: { minutes: number }[]) => steps.reduce((total, { minutes }) => total + minutes, 0);

/** A timed plan of one session. Its text under the front matter holds words for the trainer alone. */
export const planSchema = z
  .strictObject({
    title: line(70).meta(describe('Tên buổi', 'Nói được bằng miệng.')),
    summary: line(160).meta(describe('Tóm tắt', 'Một câu: buổi này cho ai, được gì.')),
    audience: z.enum(planAudiences, { error: `Người dự là một trong: ${planAudiences.join(', ')}.` }).meta(
      describe('Người dự', 'Buổi này dành cho ai.', {
        options: { villagers: 'Bà con', youth: 'Học sinh 11–15 tuổi', group: 'Nhóm tự lực', officials: 'Cán bộ cơ sở' },
      }),
    ),
    people: line(40).meta(describe('Số người', 'Ví dụ "15–30 người".')),
    minutes: minutesOf(20, 120).meta(describe('Cả buổi mấy phút', 'Bằng tổng các bước.')),
    equipment: z
      .array(z.enum(equipments, { error: `Thiết bị là một trong: ${equipments.join(', ')}.` }).meta({ options: { projector: 'Máy chiếu', phone: 'Chỉ một điện thoại', paper: 'Chỉ giấy' } }))
      .min(1, 'Chọn ít nhất một cách dạy.')
      .meta(describe('Dạy được bằng gì', 'Nhà văn hóa có gì thì chọn nấy, chọn được nhiều.', { singular: 'thiết bị' })),
    module: idField.optional().meta(describe('Học phần', 'Mã học phần của buổi này. Bộ câu hỏi A, B, C lấy từ đây.')),
    lessons: z
      .array(idField.meta({ refers: 'lessons' }))
      .max(8, 'Nhiều nhất 8 bài.')
      .default([])
      .meta(describe('Các bài', 'Mã các bài được dùng: in vào tờ phát và bộ lật.', { singular: 'bài' })),
    aims: z
      .array(line(140))
      .min(1, 'Cần ít nhất 1 điều.')
      .max(4, 'Nhiều nhất 4 điều.')
      .meta(describe('Cuối buổi bà con làm được gì', 'Bắt đầu bằng động từ.', { singular: 'điều' })),
    prepare: z
      .array(line(160))
      .max(6, 'Nhiều nhất 6 việc.')
      .default([])
      .meta(describe('Chuẩn bị riêng cho buổi này', 'Thêm vào danh sách chung của ngày hôm trước.', { singular: 'việc' })),
    flips: z
      .array(line(64))
      .min(1, 'Cần ít nhất 1 tờ lật.')
      .max(4, 'Nhiều nhất 4 tờ lật.')
      .meta(describe('Tờ lật', 'Mỗi tờ một câu, chữ rất to, đọc được từ cuối phòng.', { singular: 'tờ' })),
    plays: z
      .array(play)
      .max(2, 'Nhiều nhất 2 trò đóng vai.')
      .default([])
      .meta(describe('Đóng vai', 'Cho người không đọc được cũng tham gia.', { singular: 'trò' })),
    steps: z
      .array(step)
      .min(3, 'Buổi cần ít nhất 3 bước.')
      .max(12, 'Nhiều nhất 12 bước.')
      .meta(describe('Các bước', 'Theo thứ tự.', { singular: 'bước' })),
    facts: z
      .array(factIdField.meta({ refers: 'facts' }))
      .default([])
      .meta(describe('Căn cứ', 'Mã các căn cứ mà lời nói trong kế hoạch dựa vào.', { singular: 'căn cứ' })),
    updated: dayField.meta(describe('Cập nhật ngày', 'Ngày sửa gần nhất.')),
    draft: draftField,
  })
  .superRefine((plan, context) => {
    const total = sum(plan.steps);
    if (total !== plan.minutes) context.addIssue({ code: 'custom', path: ['minutes'], message: `Cả buổi ghi ${plan.minutes} phút mà các bước cộng lại là ${total} phút.` });
  })
  .refine((plan) => plan.steps.every((s) => !s.lesson || plan.lessons.includes(s.lesson)), { path: ['lessons'], error: 'Có bước dạy một bài không nằm trong ô lessons.' })
  .refine((plan) => plan.steps.every((s) => !s.quiz) || plan.module, { path: ['module'], error: 'Buổi có bước hỏi cả nhóm thì phải ghi học phần.' });

/** A session plan's front matter. */
export type PlanHead = z.infer<typeof planSchema>;
/** One timed step of a plan. */
export type PlanStep = PlanHead['steps'][number];
