import { contentPathOf, loadChecker } from '../check/load-checker.ts';
import { showFindings } from '../check/show-findings.ts';
import type { History } from '../safe/history.ts';
import { showHistory } from '../safe/show-history.ts';
import { openEntry } from '../safe/store.ts';
import { button } from './dom.ts';
import { recallLabel, showRecall } from './recall.ts';
import { addToSide, tell } from './side.ts';

let history: History | undefined;
const versions = button('Các bản trước', () => void versionsNow());
const check = button('Kiểm tra bài', () => void checkNow());
const recall = button('', () => {
  const open = openEntry();
  if (open) showRecall(open);
});

/** The buttons of an open form: earlier versions, the check on demand, and withdrawing. */
export function openFormSide(): void {
  addToSide([versions, check, recall], (from) => {
    history = from;
    const open = openEntry();
    const withdraw = recallLabel(open);
    recall.hidden = withdraw === undefined;
    if (withdraw && recall.textContent !== withdraw) recall.textContent = withdraw;
    versions.hidden = !history || !open || open.isNew;
  });
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
