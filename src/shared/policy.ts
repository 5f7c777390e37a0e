/**
 * The Content-Security-Policy of the pages: a meta tag, the first thing in them that could matter, so that it holds from a memory
 * stick, from any host and from the worker's cache alike. It is not said again in a header: that was 430 bytes of every page. Nothing inline but the layout's styles and script, known by their hashes; nothing from
 * anywhere else. Workers are governed by `child-src`, which older Safari knows and newer browsers fall back to. `data:` pictures are the tab's icon only: it saves a request.
 */
export function contentPolicy(hashes: { styles: string[]; script: string }): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.script}`,
    `style-src 'self' ${hashes.styles.join(' ')}`,
    "img-src 'self' data:",
    ...['media', 'connect', 'manifest', 'child'].map((kind) => `${kind}-src 'self'`),
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ].join(';');
}

/** What only a header can say; hosts send it with every page. */
export const headerOnlyPolicy = "frame-ancestors 'none'";

/** The policies of what has no meta tag of its own: a picture opened by itself, which may be a drawing with code in it, and the worker. */
export const pagelessPolicies: Record<string, string> = {
  '/anh/*': `default-src 'none';${headerOnlyPolicy}`,
  '/sw.js': "default-src 'none';script-src 'self';connect-src 'self'",
};

/** The other headers of every answer: nothing sniffed, framed, referred or switched on. */
export const securityHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // What could tell where somebody is and what is said around them.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  // Browsers obey it over https only, so a server in a culture house that speaks plain http is not hurt.
  'Strict-Transport-Security': 'max-age=31536000',
};

/** Those of them that mean something only where a page is opened: scripts, styles and pictures go without. */
export const forPagesOnly = ['Cross-Origin-Opener-Policy', 'Permissions-Policy', 'Strict-Transport-Security'];

/** How long an answer may be kept: asked for afresh every time, or, where the name changes with the bytes, for good. */
export const caching = { afresh: 'no-cache', forGood: 'public, max-age=31536000, immutable' };

/**
 * What the answer to the file for clearing carries: the one thing that only a host can ask of a browser. Pages are not shown that
 * header, so `X-Cleared` goes with it and tells them that this host sends it.
 */
export const clearSiteData = '"cache", "cookies", "storage"';
