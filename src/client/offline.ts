import { Workbox } from 'workbox-window';
import { KEPT } from '../shared/offline.ts';

/** Put in when it is bundled: the site's base path without a slash at its end. */
declare const __BASE__: string;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * Brings the worker in, after the page has been read and when the line is quiet. A browser without workers, or a reader
 * who saves data, keeps reading online; nothing is said about it here.
 *
 * @returns whether a worker is in charge of this page, as soon as that is known
 */
export function start(): Promise<boolean> {
  const url = `${__BASE__}/sw.js`;
  const policies = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  const trusted = policies ? policies.createPolicy('sttb', { createScriptURL: (given) => (given === url ? given : '') }).createScriptURL(url) : url;
  nameManifest();
  const workbox = new Workbox(trusted, { scope: `${__BASE__}/`, updateViaCache: 'none' });
  // A first install that does not go through leaves a worker that is of no more use.
  const isInCharge = new Promise<boolean>((resolve) => {
    workbox.addEventListener('redundant', () => resolve(false));
    workbox.controlling.then(() => resolve(true));
  });
  const place = 'caches' in window ? caches.open(KEPT).catch(() => {}) : Promise.resolve();
  return place
    .then(() => workbox.register())
    .then(
      () => isInCharge,
      () => {
        // A copy that was spoilt on the way may lie in the browser under the right mark, and would be found good for ever: it is fetched afresh for the next time.
        fetch(url, { cache: 'reload' }).catch(() => {});
        return false;
      },
    );
}

/** Names the manifest, which browsers would otherwise fetch while a page is still loading. */
export function nameManifest(): void {
  if (document.querySelector('link[rel=manifest]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `${__BASE__}/so-tay.webmanifest`;
  document.head.appendChild(link);
}
