import type { Progress, Status } from '../sw/messages.ts';
import { fill, show } from './words.ts';
import { ask } from './worker.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/**
 * Fills and follows the rows of modules inside `root`. Each `[data-module]` is one module: a line to fill and a button; a
 * button outside of all rows means all of these rows, not everything there is.
 *
 * @param onChange is told whenever what is kept may have changed
 */
export function drawRows(root: HTMLElement, first: Status, onChange: (status: Status) => void = () => {}): void {
  let status = first;
  const rows = Array.from(root.querySelectorAll<HTMLElement>('[data-module]'));
  const all = Array.from(root.querySelectorAll('button')).filter((button) => !button.closest('[data-module]'))[0];
  const doing: Record<string, Progress> = {};

  const draw = () => {
    rows.forEach((row) => drawRow(row, status, doing[row.dataset.module || '']));
    if (all) all.hidden = rows.every((row) => row.querySelector('[data-act=remove]'));
    onChange(status);
  };
  const renew = async (reply: Promise<Status | undefined>) => {
    status = (await reply) || status;
    draw();
  };

  navigator.serviceWorker.addEventListener('message', (event: MessageEvent) => {
    const progress = event.data as Progress;
    if (!progress || !progress.module) return;
    doing[progress.module] = progress;
    draw();
    if (progress.stopped || progress.done === progress.total) renew(ask({ ask: 'status' }));
    // Only now is there something worth sparing, and the browser more willing to spare it.
    if (progress.done === progress.total && navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
  });
  root.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest('button');
    const row = button && button.closest<HTMLElement>('[data-module]');
    if (!button || !button.dataset.act) return;
    const module = row ? row.dataset.module || '' : '';
    const act = button.dataset.act;
    Object.keys(doing).forEach((id) => delete doing[id]);
    if (act === 'pause') renew(ask({ ask: 'pause' }));
    else if (act === 'remove') renew(ask({ ask: 'remove', module }));
    else {
      const modules = module ? [module] : rows.map(({ dataset }) => dataset.module || '');
      status = { ...status, wanted: status.wanted.concat(modules) };
      draw();
      renew(ask({ ask: 'download', modules }));
    }
  });
  draw();
}

/** What one row says and offers: the price before a tap, how far it is, or that it is kept. */
function drawRow(row: HTMLElement, status: Status, progress: Progress | undefined): void {
  const id = row.dataset.module || '';
  const price = status.list && status.list[id];
  const isLost = status.lost.indexOf(id) >= 0;
  const isKept = status.kept.indexOf(id) >= 0 && !isLost;
  const isWanted = status.wanted.indexOf(id) >= 0 && !(progress && progress.stopped);
  const kilobytes = price ? Math.max(1, Math.round(price.bytes / 1000)) : 0;
  // 3G as people have it here: 400 kbps and 400 ms; four round trips before the first byte of the pack.
  const seconds = price ? Math.ceil(1.6 + price.bytes / 50_000) : 0;
  const state = isKept
    ? __WORDS__.kept
    : progress && progress.stopped
      ? __WORDS__[progress.stopped]
      : isWanted
        ? fill(__WORDS__.doing, { done: progress ? progress.done : 0, total: progress ? progress.total : 1 })
        : isLost
          ? __WORDS__.lost
          : price
            ? fill(__WORDS__.price, { kilobytes, seconds })
            : __WORDS__.unknown;
  show(row.querySelector('p'), state || '');
  const button = row.querySelector('button');
  if (!button) return;
  button.dataset.act = isKept ? 'remove' : isWanted ? 'pause' : 'download';
  button.textContent = (isKept ? __WORDS__.remove : isWanted ? __WORDS__.pause : __WORDS__.download) || '';
}
