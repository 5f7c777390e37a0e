import type { Changes } from './from-html.ts';
import type { OldEncoding } from './old-letters.ts';

const fonts: Record<OldEncoding, string> = { TCVN3: 'TCVN3 (phông .Vn…)', VNI: 'VNI' };

/** What was changed in a pasted or imported text, a sentence each; nothing when all of it came as it was. */
export function sayChanges({ tables, pictures }: Changes, found: OldEncoding[]): string[] {
  return [
    ...(found.length > 0 ? [`Đã đổi chữ viết bằng mã cũ ${found.map((one) => fonts[one]).join(', ')} sang Unicode. Hãy đọc lại, nhất là tên riêng.`] : []),
    ...(tables > 0 ? [`${tables > 1 ? `${tables} bảng` : 'Bảng'} đã thành danh sách, mỗi dòng của bảng một gạch đầu dòng: bảng không đọc được trên điện thoại nhỏ.`] : []),
    ...(pictures > 0 ? ['Hình không dán kèm được. Hãy đưa hình vào mục “Hình”, rồi thêm phần “Hình” vào bài.'] : []),
  ];
}
