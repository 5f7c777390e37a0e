import { contentPathOf, loadChecker } from '../check/load-checker.ts';
import { showFindings } from '../check/show-findings.ts';
import { listDrafts } from '../safe/drafts.ts';
import type { History } from '../safe/history.ts';
import { showDrafts } from '../safe/show-drafts.ts';
import { showHistory } from '../safe/show-history.ts';
import { isSignedIn, openEntry, store } from '../safe/store.ts';
import { chooseWord } from '../word/take-in.ts';
import { button, el } from './dom.ts';
import { showHealth } from './health.ts';
import { recallLabel, showRecall } from './recall.ts';
import { showTour, tourIfNew } from './tour.ts';

let history: History | undefined;
const drafts = button('', () => showDrafts(refreshSide));
const versions = button('Các bản trước', () => void versionsNow());
const recall = button('', () => {
  const open = openEntry();
  if (open) showRecall(open);
});
const health = button('Sức khỏe nội dung', () => void showHealth(history, folder).catch(() => tell('Chưa xem được sức khỏe nội dung. Hãy thử lại.')));
const word = button('Đưa tệp Word vào', () => chooseWord());
const guide = button('Hướng dẫn', () => showTour());
let folder = '';
const check = button('Kiểm tra bài', () => void checkNow());
const news = el('p', { className: 'desk-news', hidden: true, 'aria-live': 'polite' });
news.setAttribute('role', 'status');

/** The desk's own corner: what is being built, what is not saved, earlier versions and the check on demand. */
export function openSide(from: History | undefined, contentDir: string): void {
  history = from;
  folder = contentDir;
  document.body.append(el('div', { className: 'desk-side' }, news, drafts, versions, check, recall, word, health, guide));
  store.subscribe(refreshSide);
  addEventListener('hashchange', refreshSide);
  refreshSide();
}

let wasSignedIn = false;

/** Shows the corner as things are now. */
export function refreshSide(): void {
  if (!wasSignedIn && isSignedIn()) {
    wasSignedIn = true;
    setTimeout(tourIfNew);
  }
  const count = listDrafts().length;
  const label = `Bài chưa lưu trên máy này: ${count}`;
  if (drafts.textContent !== label) drafts.textContent = label;
  drafts.hidden = count === 0;
  // An entry that was left while it was being loaded arrives after all.
  const open = /\/(?:new|entries\/.+)$/.test(location.hash) ? openEntry() : undefined;
  check.hidden = open === undefined;
  word.hidden = health.hidden = guide.hidden = open !== undefined || !isSignedIn();
  const withdraw = recallLabel(open);
  recall.hidden = withdraw === undefined;
  if (withdraw && recall.textContent !== withdraw) recall.textContent = withdraw;
  versions.hidden = !history || !open || open.isNew;
}

/** Says something in the corner, aloud too; it stays until something else is said. @param more what can be done about it */
export function tell(words: string, ...more: Node[]): void {
  news.hidden = words === '';
  news.replaceChildren(words, ...more.flatMap((one) => [' ', one]));
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
