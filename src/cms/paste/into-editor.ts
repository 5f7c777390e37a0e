import type { Editor } from 'slate';
import { tell } from '../ui/side.ts';
import { paragraph } from './blocks.ts';
import { fromHtml, isEmpty, type Reading } from './from-html.ts';
import { insertBlocks } from './insert.ts';
import { mendLetters, mendText } from './mend-letters.ts';
import { tellOfPaste } from './tell.ts';

/** What `slate-history` adds to an editor. */
interface Undoable {
  undo(): void;
  history: { undos: unknown[] };
}

/**
 * Takes what is on the clipboard into the rich text.
 *
 * @returns false for what the editor can take as it is: its own text, and plain text with nothing to mend
 */
export function pasteInto(editor: Editor & Undoable, data: DataTransfer): boolean {
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  if (html.includes('data-slate-fragment') || data.types.includes('application/x-slate-fragment')) return false;
  const mendedText = mendText(plain);
  let reading: Reading = { blocks: [], tables: 0, pictures: 0 };
  if (html !== '') reading = fromHtml(new DOMParser().parseFromString(html, 'text/html').body);
  // Words that HTML hides (or none at all) are better taken plainly; a picture alone is not taken.
  const isPlain = isEmpty(reading) && reading.pictures === 0;
  if (isPlain && plain === '') return html !== '';
  if (isPlain && mendedText.text === plain.replace(/\r\n?/g, '\n')) return false;
  if (isPlain) reading.blocks = plain.split(/[\r\n]+/).map((text) => paragraph([{ text }]));

  const mended = mendLetters(reading.blocks);
  if (mended.blocks.length > 0) insertBlocks(editor, mended.blocks);
  const step = editor.history.undos.at(-1);
  tellOfPaste(reading, mended.found, () => {
    if (editor.history.undos.at(-1) !== step) return tell('Bài đã viết tiếp sau khi dán. Hãy bấm Ctrl+Z cho tới khi phần dán mất đi, rồi dán lại.');
    editor.undo();
    insertBlocks(editor, mendLetters(reading.blocks, true).blocks);
  });
  return true;
}
