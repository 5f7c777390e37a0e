import { isDiscreet } from './inline/memory.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/**
 * What discreet mode does besides the links, which the script in the page sees to: the tab shows the site's name alone, the
 * worker does not keep this page for having been read, a form adds no place to the history, and the page is blank while
 * another app or tab is in front (a phone's overview may show a picture of it; browsers promise nothing).
 */
export function start(): void {
  if (!isDiscreet()) return;
  const rename = () => {
    document.title = __WORDS__.title || '';
  };
  rename();
  addEventListener('DOMContentLoaded', rename);
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  if (worker) worker.postMessage({ ask: 'quiet', url: location.href });
  document.addEventListener('click', replaceLink);
  document.addEventListener('submit', replaceForm);
  document.addEventListener('visibilitychange', () => {
    document.documentElement.style.opacity = document.hidden ? '0' : '';
  });
}

/** A link inside the site is followed without a new place in the history. One that opens elsewhere or saves a file is left alone. */
function replaceLink(event: MouseEvent): void {
  const link = (event.target as Element).closest('a');
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.hasAttribute('download')) return;
  if (link.origin !== location.origin || link.className === 'exit') return;
  event.preventDefault();
  location.replace(link.href);
}

/** A form that only asks (a search) is followed like a link. One that a script has taken over is left to it. */
function replaceForm(event: Event): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || form.method !== 'get') return;
  event.preventDefault();
  const query = new URLSearchParams();
  new FormData(form).forEach((value, name) => query.append(name, String(value)));
  const target = new URL(form.action);
  target.search = query.toString();
  location.replace(target.href);
}
