import { readEntry } from '../model/format.ts';
import { button, el, openDialog, writeMoment } from '../ui/dom.ts';
import { differenceOf } from './conflict.ts';
import type { History, Version } from './history.ts';
import { type OpenEntry, putIntoEditor, textOf } from './store.ts';

/** The versions of the open entry: what differs from what is in the form now, and the way back to it as a draft. */
export async function showHistory(open: OpenEntry, history: History): Promise<void> {
  const versions = await history.versions(open.path);
  const place = el('div');
  const items = versions.map((version) => {
    const look = button('Xem chỗ khác', () => {
      place.replaceChildren('Đang tải…');
      history.textAt(open.path, version.commit).then(
        (text) => place.replaceChildren(...oneVersion(version, text)),
        (problem: Error) => place.replaceChildren(problem.message),
      );
    });
    return el('li', {}, `${writeMoment(version.at)}, ${version.by}: ${version.subject} `, look);
  });
  const close = openDialog('Các bản đã đăng của bài này', [items.length > 0 ? el('ol', { className: 'desk-drafts' }, ...items) : el('p', {}, 'Bài này chưa được đăng lần nào.'), place]);

  function oneVersion(version: Version, text: string): Node[] {
    const now = textOf(open);
    if (text === now) return [el('p', {}, 'Bản này giống hệt bài đang mở.')];
    const restore = button('Khôi phục thành bản nháp', () => {
      close();
      putIntoEditor(open, readEntry(text, open.kind.ending));
    });
    return [el('h3', {}, `Khác với bản ${writeMoment(version.at)}`), differenceOf(text, now, open.kind, ['bản cũ', 'bài đang mở']), el('p', {}, restore)];
  }
}
