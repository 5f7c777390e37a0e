import { Workbox } from 'workbox-window';

/** Put in when it is bundled: the site's base path without a slash at its end. */
declare const __BASE__: string;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * Brings the worker in, after the page has been read and when the line is quiet, and names the manifest, which browsers
 * would otherwise fetch while the page is still loading. A browser without workers, or a reader who saves data, keeps
 * reading online; nothing is said about it here.
 */
export function start(): void {
  const url = `${__BASE__}/sw.js`;
  const policies = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  const trusted = policies ? policies.createPolicy('sttb', { createScriptURL: (given) => (given === url ? given : '') }).createScriptURL(url) : url;
  new Workbox(trusted, { scope: `${__BASE__}/`, updateViaCache: 'none' }).register().catch(() => {});
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `${__BASE__}/so-tay.webmanifest`;
  document.head.appendChild(link);
}
