import { button } from '../ui/dom.ts';
import { tell } from '../ui/side.ts';
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

/** Says in the corner what a paste has changed. @param takeBack puts the letters as they were in place of the mended ones */
export function tellOfPaste(changes: Changes, found: OldEncoding[], takeBack: () => void): void {
  const words = sayChanges(changes, found);
  if (words.length === 0) return;
  const back = button('Dùng lại chữ gốc', () => {
    tell('Đã đặt lại chữ gốc như khi chép.');
    takeBack();
  });
  tell(
    words.join(' '),
    ...(found.length > 0 ? [back] : []),
    button('Đã đọc', () => tell('')),
  );
}
