import { contentPathOf, loadChecker } from '../check/load-checker.ts';
import { showFindings } from '../check/show-findings.ts';
import { listDrafts } from '../safe/drafts.ts';
import type { History } from '../safe/history.ts';
import { showDrafts } from '../safe/show-drafts.ts';
import { showHistory } from '../safe/show-history.ts';
import { openEntry, store } from '../safe/store.ts';
import { button, el } from './dom.ts';

let history: History | undefined;
const drafts = button('', () => showDrafts(refreshSide));
const versions = button('Các bản trước', () => void versionsNow());
const check = button('Kiểm tra bài', () => void checkNow());
const news = el('p', { className: 'desk-news', hidden: true, 'aria-live': 'polite' });
news.setAttribute('role', 'status');

/** The desk's own corner: what is being built, what is not saved, earlier versions and the check on demand. */
export function openSide(from: History | undefined): void {
  history = from;
  document.body.append(el('div', { className: 'desk-side' }, news, drafts, versions, check));
  store.subscribe(refreshSide);
  refreshSide();
}

/** Shows the corner as things are now. */
export function refreshSide(): void {
  const count = listDrafts().length;
  const label = `Bài chưa lưu trên máy này: ${count}`;
  if (drafts.textContent !== label) drafts.textContent = label;
  drafts.hidden = count === 0;
  const open = openEntry();
  check.hidden = open === undefined;
  versions.hidden = !history || !open || open.isNew;
}

/** Says something in the corner, aloud too; nothing takes it away. */
export function tell(words: string): void {
  news.hidden = words === '';
  news.textContent = words;
}

async function versionsNow(): Promise<void> {
  const open = openEntry();
  if (!open || !history) return;
  try {
    await showHistory(open, history);
  } catch {
    tell('Chưa tải được các bản trước. Hãy thử lại.');
  }
}

async function checkNow(): Promise<void> {
  const open = openEntry();
  if (!open) return;
  try {
    const { checkEntry } = await loadChecker();
    showFindings(await checkEntry(open, contentPathOf(open)));
  } catch {
    tell('Chưa kiểm tra được: không tải được danh mục của trang. Hãy thử lại.');
  }
}
