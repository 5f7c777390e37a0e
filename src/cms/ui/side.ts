import { contentPathOf, loadChecker } from '../check/load-checker.ts';
import { showFindings } from '../check/show-findings.ts';
import { listDrafts } from '../safe/drafts.ts';
import { showDrafts } from '../safe/show-drafts.ts';
import { openEntry, store } from '../safe/store.ts';
import { button, el } from './dom.ts';

const drafts = button('', () => showDrafts(refreshSide));
const check = button('Kiểm tra bài', () => void checkNow());
const news = el('p', { className: 'desk-news', hidden: true, 'aria-live': 'polite' });
news.setAttribute('role', 'status');

/** The desk's own corner: what is being built, what is not saved, and the check on demand. */
export function openSide(): void {
  document.body.append(el('div', { className: 'desk-side' }, news, drafts, check));
  store.subscribe(refreshSide);
  refreshSide();
}

/** Shows the corner as things are now. */
export function refreshSide(): void {
  const count = listDrafts().length;
  const label = `Bài chưa lưu trên máy này: ${count}`;
  if (drafts.textContent !== label) drafts.textContent = label;
  drafts.hidden = count === 0;
  check.hidden = openEntry() === undefined;
}

/** Says something in the corner, aloud too; nothing takes it away. */
export function tell(words: string): void {
  news.hidden = words === '';
  news.textContent = words;
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
