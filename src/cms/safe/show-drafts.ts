import { button, el, openDialog, writeMoment } from '../ui/dom.ts';
import { copyButton } from './conflict.ts';
import { type Draft, dropDraft, listDrafts } from './drafts.ts';
import { dropPictures } from './pictures.ts';
import type { OpenEntry } from './store.ts';
import { layIn, wantDraft } from './watch.ts';

/** The list "Bài chưa lưu trên máy này". */
export function showDrafts(refresh: () => void): void {
  const drafts = listDrafts();
  const items = drafts.map(({ key, draft }) => {
    const item = el('li', {}, el('strong', {}, draft.title), ` (${writeMoment(draft.at)}) `);
    item.append(
      button('Viết tiếp', () => {
        close();
        location.hash = `#/collections/${draft.collection}/${draft.slug === undefined ? 'new' : `entries/${draft.slug}`}`;
        wantDraft(key, draft);
      }),
      ' ',
      copyButton(draft.text),
      ' ',
      button('Bỏ hẳn', () => {
        if (!confirm(`Bỏ hẳn bản chưa lưu của “${draft.title}”?`)) return;
        dropDraft(key);
        void dropPictures();
        item.remove();
        refresh();
      }),
    );
    return item;
  });
  const close = openDialog('Bài chưa lưu trên máy này', [
    items.length > 0 ? el('ul', { className: 'desk-drafts' }, ...items) : el('p', {}, 'Không có bài nào. Mọi chữ đã gõ đều đã lưu.'),
    el('p', {}, 'Các bài này chỉ nằm trong trình duyệt của máy này, chưa ai khác thấy.'),
  ]);
}

/** Asks, when an entry is opened, what to do with its unsaved text. */
export function offerDraft({ key, draft, open }: { key: string; draft: Draft; open: OpenEntry }): void {
  const close = openDialog(
    'Máy này còn giữ một bản chưa lưu',
    [
      el('p', {}, `“${draft.title}”, viết lúc ${writeMoment(draft.at)}.`),
      el(
        'p',
        {},
        button('Viết tiếp bản ấy', () => {
          close();
          layIn(key, draft, open);
        }),
        ' ',
        copyButton(draft.text),
      ),
    ],
    'Để sau',
  );
}
