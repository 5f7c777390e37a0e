import type { Finding } from '../report.ts';

type Words = Pick<Finding, 'rule' | 'message' | 'mend'>;

const expression: Words = { rule: 'expression', message: 'Có phần nằm trong ngoặc nhọn { }: máy hiểu là lệnh.', mend: 'Dùng ngoặc tròn ( ). Nếu thật sự cần ngoặc nhọn, viết \\{ và \\}.' };
const footnote: Words = { rule: 'footnote', message: 'Chú thích cuối trang kiểu [^1] không dùng ở đây.', mend: 'Viết luôn vào câu, hoặc dẫn nguồn bằng <Fact id="F1.3" />.' };
const definition: Words = { rule: 'definition', message: 'Liên kết kiểu [chữ][tên] không dùng ở đây.', mend: 'Viết địa chỉ ngay sau chữ: [chữ để chạm](/duong-dan/).' };

/**
 * What the reader understands and the site does not use, each with what to do instead. This list only chooses the
 * words: a type of node that is neither here nor among the allowed ones is refused all the same.
 */
export const refusedNodes: Record<string, Words> = {
  mdxFlowExpression: expression,
  mdxTextExpression: expression,
  mdxjsEsm: { rule: 'import-export', message: 'Dòng import hoặc export: máy hiểu là lệnh.', mend: 'Bài học không cần dòng này. Xóa đi.' },
  html: { rule: 'html', message: 'HTML không dùng ở đây.', mend: 'Chỉ viết Markdown và các thẻ của bài học.' },
  code: { rule: 'code', message: 'Khối mã (``` hoặc ~~~) không dùng ở đây.', mend: 'Viết thành đoạn văn. Một tin nhắn mẫu thì dùng <Message from="…">.' },
  table: { rule: 'table', message: 'Bảng không đọc được trên điện thoại nhỏ.', mend: 'Viết lại thành danh sách: mỗi dòng một gạch đầu dòng.' },
  delete: { rule: 'strikethrough', message: 'Hai dấu ~ biến phần ở giữa thành chữ gạch ngang.', mend: 'Muốn nói “khoảng” thì viết chữ “khoảng”. Chữ không dùng nữa thì xóa.' },
  footnoteReference: footnote,
  footnoteDefinition: footnote,
  definition,
  linkReference: definition,
  imageReference: definition,
};
