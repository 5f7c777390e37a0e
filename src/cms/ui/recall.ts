import { knownIds } from '../check/known.ts';
import type { Values } from '../model/format.ts';
import { type OpenEntry, putIntoEditor } from '../safe/store.ts';
import { button, el, openDialog } from './dom.ts';

/** Kinds that can be withdrawn, and how the button says it. */
const words: Record<string, { button: string; title: string; instead?: string }> = {
  lessons: { button: 'Rút bài này', title: 'Rút bài khỏi trang và khỏi máy bà con', instead: 'Mã bài nên đọc thay (có thể để trống)' },
  contacts: { button: 'Rút số này', title: 'Rút số khỏi trang và khỏi máy bà con' },
};
const MOST = 160;

/** What the button for withdrawing says; undefined for what cannot be withdrawn, or is already. */
export const recallLabel = (open: OpenEntry | undefined): string | undefined => (!open || open.isNew || open.values['withdrawn'] ? undefined : words[open.kind.name]?.button);

/**
 * The values of an entry that is taken back from today on.
 *
 * @param reason one sentence for readers @param instead the id of a lesson to read instead, or nothing
 */
export function withdrawnValues(kind: string, values: Values, on: string, reason: string, instead = ''): Values {
  // A number that nobody may call any more is an old number; the page tells so in its place.
  const state = kind === 'contacts' ? { status: 'retired' } : {};
  return { ...values, ...state, withdrawn: { on, reason: reason.trim(), ...(instead.trim() && { instead: instead.trim() }) } };
}

/** Asks why, and lays the withdrawal into the form: saved, approved and published like any change, so that nobody does it alone. */
export function showRecall(open: OpenEntry): void {
  const said = words[open.kind.name];
  if (!said) return;
  const reason = el('textarea', { id: 'desk-reason', rows: 3, maxLength: MOST });
  const instead = el('input', { id: 'desk-instead', type: 'text', autocomplete: 'off' });
  instead.setAttribute('list', 'desk-instead-list');
  const list = el('datalist', { id: 'desk-instead-list' });
  const wrong = el('p', { className: 'desk-wrong' });
  wrong.setAttribute('role', 'alert');
  if (said.instead) void knownIds('lessons').then((all) => list.append(...all.map(({ id, name }) => el('option', { value: id }, name))));
  const go = button('Ghi việc rút vào bài', () => {
    if (reason.value.trim() === '') {
      wrong.textContent = 'Hãy viết vì sao rút. Bà con mở lại bài sẽ đọc câu này.';
      reason.focus();
      return;
    }
    close();
    putIntoEditor(open, withdrawnValues(open.kind.name, open.values, today(), reason.value, instead.value));
  });
  const close = openDialog(
    said.title,
    [
      el('p', {}, 'Dùng khi đã đăng mà thấy sai hoặc nguy hiểm. Từ lần có mạng kế tiếp, máy bà con bỏ phần này và hiện lý do thay vào.'),
      el('p', {}, el('label', { htmlFor: 'desk-reason' }, `Vì sao rút, nay làm thế nào (một câu, tối đa ${MOST} ký tự, không nhắc lại điều sai)`), reason, wrong),
      ...(said.instead ? [el('p', {}, el('label', { htmlFor: 'desk-instead' }, said.instead), instead, list)] : []),
      el('p', {}, go),
      el('p', {}, 'Sau đó bấm “Lưu”, đổi bước và đăng như thường. Muốn rút gấp thì gọi ngay cho người duyệt.'),
    ],
    'Thôi',
  );
  reason.focus();
}

/** Today as the editor's own clock and calendar have it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
