import type { DeskKind } from '../model/kinds.ts';
import { readableLines } from '../model/plain-words.ts';
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
export function showConflict({ theirs, by, at }: Conflict, mine: string, kind: DeskKind): void {
  const who = by ? `${by} đã sửa bài này` : 'Có người đã sửa bài này';
  const when = at ? ` lúc ${writeMoment(at)}` : ' trong lúc anh chị đang viết';
  openDialog('Bài này vừa có người khác sửa', [
    el('p', {}, `${who}${when}. Bài của anh chị chưa được lưu đè lên, và vẫn còn nguyên trong “Bài chưa lưu trên máy này”.`),
    differenceOf(theirs, mine, kind),
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

/**
 * The lines that only one of two texts has, each with whose it is; when as many lines went as came, what is new in each
 * is marked.
 */
export function differenceOf(theirs: string, mine: string, kind: DeskKind, [first, second] = ['bản của người khác', 'bài của tôi']): HTMLElement {
  const readable = readableLines(kind);
  const [a, b] = [theirs.split('\n'), mine.split('\n')];
  const only = (lines: string[], others: string[]) =>
    lines
      .filter((line) => line.trim() !== '' && !others.includes(line))
      .map(readable)
      .filter((line) => line.trim() !== '');
  const [gone, come] = [only(a, b), only(b, a)];
  const isPaired = gone.length === come.length;
  const shown = (name: 'del' | 'ins', sign: string, whose: string | undefined, lines: string[], others: string[]) =>
    lines.map((line, index) => el(name, {}, el('b', {}, `${sign} ${whose}: `), ...(isPaired ? marked(line, others[index] ?? '') : [line])));
  return el('div', { className: 'desk-difference' }, ...shown('del', '−', first, gone, come), ...shown('ins', '+', second, come, gone));
}

/** A line with the words marked that the other does not have, from the first that differs to the last. */
function marked(line: string, other: string): (Node | string)[] {
  const [words, others] = [line.split(/(?<= )/), other.split(/(?<= )/)];
  const most = Math.min(words.length, others.length);
  let [start, end] = [0, 0];
  while (start < most && words[start] === others[start]) start += 1;
  while (end < most - start && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  const [before, changed, after] = [words.slice(0, start), words.slice(start, words.length - end), words.slice(words.length - end)].map((part) => part.join(''));
  return [before ?? '', ...(changed ? [el('mark', {}, changed)] : []), after ?? ''];
}
