import type { Status } from '../sw/messages.ts';
import { drawRows } from './keep-rows.ts';
import { start as bringWorker, nameManifest } from './offline.ts';
import { fill, show } from './words.ts';
import { ask } from './worker.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/** Chrome's offer to put the site on the home screen. */
interface InstallOffer extends Event {
  prompt(): void;
}

/**
 * The shelf on "Của tôi": every module with its price, what is new, how much room there is, and how to put the handbook on the
 * home screen. Where nothing can be kept it says why, once, and what to do. `root` is hidden in the HTML; its parts are
 * `data-part`.
 */
export async function start(root: HTMLElement): Promise<void> {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part=${name}]`);
  root.hidden = false;
  // After a wipe nothing of what it says is true any more, and nothing it offers would be done in this tab.
  document.addEventListener('wiped', () => {
    root.hidden = true;
  });
  offerInstall(root);
  if (!navigator.serviceWorker) return show(part('cannot'), __WORDS__.cannot || '');
  const list = part('list') as HTMLElement;
  const status = await ask({ ask: 'status' });
  if (status && status.build) return fillShelf(list, status);

  // No worker yet: a first visit, a reader who saves data, or a phone that had no room for it.
  const begin = part('begin') as HTMLElement;
  show(part('cannot'), __WORDS__.notYet || '');
  begin.hidden = false;
  begin.addEventListener('click', async () => {
    begin.hidden = true;
    show(part('cannot'), __WORDS__.beginning || '');
    const isHere = await bringWorker();
    const now = isHere ? await ask({ ask: 'status' }) : undefined;
    show(part('cannot'), now ? '' : __WORDS__.cannotNow || '');
    if (now) fillShelf(list, now);
    else begin.hidden = false;
  });
}

function fillShelf(list: HTMLElement, status: Status): void {
  list.hidden = false;
  const part = (name: string) => list.querySelector<HTMLElement>(`[data-part=${name}]`);
  drawRows(list, status, (now) => {
    drawSpace(part('space'));
    drawNews(part('news'), now);
  });
}

function drawSpace(place: HTMLElement | null): void {
  if (!navigator.storage || !navigator.storage.estimate) return;
  navigator.storage.estimate().then(
    (room) => {
      const megabytes = Math.round(((room.quota || 0) - (room.usage || 0)) / 1_000_000);
      const free = megabytes < 1000 ? `${megabytes} MB` : `${Math.floor(megabytes / 1000)} GB`;
      show(place, fill(__WORDS__.space, { used: Math.round((room.usage || 0) / 1000), free }));
    },
    () => {},
  );
}

/** Names of the lessons that have changed, as this page writes them: it never shows what a heavy lesson is about. */
function drawNews(place: HTMLElement | null, status: Status): void {
  const names = status.news.map((path) => document.querySelector(`main a[href$="${path}"] b`)).map((name) => (name ? name.textContent : ''));
  const found = names.filter(Boolean).slice(0, 5).join(' · ');
  show(place, found && fill(__WORDS__.news, { lessons: found }));
}

/** Which way of putting the site on the home screen fits this browser; a button where the browser has one to offer. */
function offerInstall(root: HTMLElement): void {
  const ways = Array.from(root.querySelectorAll<HTMLElement>('[data-way]'));
  const agent = navigator.userAgent;
  const isApp = matchMedia('(display-mode: standalone)').matches;
  const way = /Zalo|FBAN|FBAV|FB_IAB|Instagram|Line\/|; wv\)/i.test(agent) ? 'app' : /iPhone|iPad|iPod/.test(agent) ? 'ios' : 'menu';
  const box = root.querySelector<HTMLElement>('[data-part=install]');
  if (box && isApp) box.hidden = true;
  for (const other of ways) other.hidden = other.dataset.way !== way;
  nameManifest();
  addEventListener('beforeinstallprompt', (event) => {
    const button = root.querySelector<HTMLButtonElement>('[data-part=put]');
    if (!button) return;
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      button.hidden = true;
      (event as InstallOffer).prompt();
    };
  });
}
