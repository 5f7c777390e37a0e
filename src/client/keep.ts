import type { Progress, Status } from '../sw/messages.ts';
import { fill, show } from './words.ts';
import { ask } from './worker.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/**
 * "Keep this module on the phone": one button on the pages of a module and its lessons, and a row for each module on
 * "Của tôi". `root` is hidden in the HTML and shown only where a worker is in charge, because nothing else could keep it.
 * Each `[data-module]` inside is one module: a line to fill and a button.
 */
export async function start(root: HTMLElement): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  let status = await ask({ ask: 'status' });
  if (!status) return;
  root.hidden = false;
  const rows = Array.from(root.querySelectorAll<HTMLElement>('[data-module]'));
  const doing: Record<string, Progress> = {};

  const draw = () => rows.forEach((row) => drawRow(row, status as Status, doing[row.dataset.module || '']));
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
  });
  root.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest('button');
    const row = button && button.closest<HTMLElement>('[data-module]');
    if (!button || !status) return;
    const module = row ? row.dataset.module || '' : '';
    const act = button.dataset.act;
    Object.keys(doing).forEach((id) => delete doing[id]);
    if (act === 'pause') renew(ask({ ask: 'pause' }));
    else if (act === 'remove') renew(ask({ ask: 'remove', module }));
    else {
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
      const modules = module ? [module] : rows.map((row) => row.dataset.module || '');
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
  const isKept = status.kept.indexOf(id) >= 0;
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
        : price
          ? fill(__WORDS__.price, { kilobytes, seconds })
          : __WORDS__.unknown;
  show(row.querySelector('p'), state || '');
  const button = row.querySelector('button');
  if (!button) return;
  button.dataset.act = isKept ? 'remove' : isWanted ? 'pause' : 'download';
  button.textContent = (isKept ? __WORDS__.remove : isWanted ? __WORDS__.pause : __WORDS__.download) || '';
}
