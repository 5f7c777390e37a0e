import { button } from '../ui/dom.ts';
import { tell } from '../ui/side.ts';
import type { Changes } from './from-html.ts';
import type { OldEncoding } from './old-letters.ts';
import { sayChanges } from './say-changes.ts';

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
