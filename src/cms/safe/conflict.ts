import { button, el, openDialog, writeMoment } from '../ui/dom.ts';
import { textInStore } from './store.ts';

/** Somebody else's text stands where ours would go. */
export interface Conflict {
  theirs: string;
  by?: string;
  at?: string;
}

/**
 * Whether an entry has changed under the editor's hands.
 *
 * @param base the file as it was when writing began @param mine the file as it would be saved
 */
export async function findConflict(collection: string, slug: string, path: string, base: string, mine: string): Promise<Conflict | undefined> {
  const now = await textInStore(collection, slug, path);
  if (!now || now.text === base || now.text === mine) return undefined;
  return { theirs: now.text, ...(now.by && { by: now.by }), ...(now.at && { at: now.at }) };
}

/** Tells the second of two people who and when, shows what differs and gives them their own text to keep. */
export function showConflict({ theirs, by, at }: Conflict, mine: string): void {
  const who = by ? `${by} đã sửa bài này` : 'Có người đã sửa bài này';
  const when = at ? ` lúc ${writeMoment(at)}` : ' trong lúc anh chị đang viết';
  openDialog('Bài này vừa có người khác sửa', [
    el('p', {}, `${who}${when}. Bài của anh chị chưa được lưu đè lên, và vẫn còn nguyên trong “Bài chưa lưu trên máy này”.`),
    differenceOf(theirs, mine),
    el(
      'p',
      {},
      copyButton(mine),
      ' ',
      button('Mở bản mới nhất', () => location.reload()),
    ),
  ]);
}

/** A button that copies a text, and says that it did. */
export function copyButton(text: string): HTMLButtonElement {
  const copy = button('Chép bài của tôi', () => {
    navigator.clipboard.writeText(text).then(
      () => (copy.textContent = 'Đã chép'),
      () => (copy.textContent = 'Máy không cho chép'),
    );
  });
  return copy;
}

/** The lines that only one of two texts has, each with whose it is. */
export function differenceOf(theirs: string, mine: string, [first, second] = ['bản của người khác', 'bài của tôi']): HTMLElement {
  const [a, b] = [theirs.split('\n'), mine.split('\n')];
  const only = (lines: string[], others: string[]) => lines.filter((line) => line.trim() !== '' && !others.includes(line));
  return el('div', { className: 'desk-difference' }, ...only(a, b).map((line) => el('del', {}, el('b', {}, `− ${first}: `), line)), ...only(b, a).map((line) => el('ins', {}, el('b', {}, `+ ${second}: `), line)));
}
