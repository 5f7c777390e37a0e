import { tell } from '../ui/side.ts';
import { mendText } from './mend-letters.ts';
import { tellOfPaste } from './tell.ts';

/** What is pasted into a field of one line or several is mended as well; the browser's own undo takes it back too. */
export function mendPastedFields(): void {
  document.addEventListener('paste', onPaste, true);
}

function onPaste(event: ClipboardEvent): void {
  const field = event.target;
  const given = event.clipboardData?.getData('text/plain') ?? '';
  const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && /^(?:text|search|)$/.test(field.type));
  if (!isText || field.readOnly) return;
  const { text, found } = mendText(given);
  if (text === given.replace(/\r\n?/g, '\n')) return;
  event.preventDefault();
  document.execCommand('insertText', false, text);
  const after = field.value;
  tellOfPaste({ tables: 0, pictures: 0 }, found, () => {
    field.focus();
    // Whatever was typed since is worth more than the old letters.
    if (field.value !== after) return tell('Ô này đã viết tiếp sau khi dán. Hãy sửa tay chỗ cần giữ chữ gốc.');
    document.execCommand('undo');
    document.execCommand('insertText', false, given);
  });
}
