import { listDrafts } from '../safe/drafts.ts';
import type { History } from '../safe/history.ts';
import { isFormOpen, isSignedIn, store } from '../safe/state.ts';
import { button, el } from './dom.ts';
import { showHealth } from './health.ts';
import { showTour, tourIfNew } from './tour.ts';

const DEAD_LINE = 'Chưa tải được phần này. Chưa mất chữ nào. Kiểm tra mạng rồi bấm lại.';

let history: History | undefined;
let folder = '';
const drafts = button('', () => void import('../safe/show-drafts.ts').then(({ showDrafts }) => showDrafts(refreshSide), sayDeadLine));
const health = button('Sức khỏe nội dung', () => void showHealth(history, folder).catch(() => tell('Chưa xem được sức khỏe nội dung. Hãy thử lại.')));
const word = button('Đưa tệp Word vào', () => void import('../word/take-in.ts').then(({ chooseWord }) => chooseWord(), sayDeadLine));
const guide = button('Hướng dẫn', () => showTour());
const news = el('p', { className: 'desk-news', hidden: true, 'aria-live': 'polite' });
news.setAttribute('role', 'status');
/** The buttons of an open form, which come with it. */
const ofForm = el('span', { className: 'desk-of-form', hidden: true });
let refreshForm = (): void => undefined;

/** The desk's own corner: what is being built, what is not saved, and what can be done where one is. */
export function openSide(from: History | undefined, contentDir: string): void {
  history = from;
  folder = contentDir;
  const side = el('div', { className: 'desk-side' }, news, drafts, ofForm, word, health, guide);
  document.body.append(side);
  new ResizeObserver(() => document.documentElement.style.setProperty('--desk-side', `${side.offsetHeight}px`)).observe(side);
  store.subscribe(refreshSide);
  addEventListener('hashchange', refreshSide);
  refreshSide();
}

/** Adds the buttons of an open form. @param refresh shows them as things are now */
export function addToSide(buttons: HTMLButtonElement[], refresh: (history: History | undefined) => void): void {
  ofForm.append(...buttons);
  refreshForm = () => refresh(history);
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
  const isOpen = isFormOpen();
  word.hidden = health.hidden = guide.hidden = isOpen || !isSignedIn();
  ofForm.hidden = !isOpen;
  if (isOpen) refreshForm();
}

/** Says something in the corner, aloud too; it stays until something else is said. @param more what can be done about it */
export function tell(words: string, ...more: Node[]): void {
  news.hidden = words === '';
  news.replaceChildren(words, ...more.flatMap((one) => [' ', one]));
}

const sayDeadLine = (): void => tell(DEAD_LINE);
