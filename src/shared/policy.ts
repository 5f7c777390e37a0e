/**
 * The Content-Security-Policy, from one source for the pages (a meta tag, so that it holds from a memory stick too)
 * and for the hosts (a header). Nothing inline but the layout's styles and script, known by their hashes; nothing from
 * anywhere else. `data:` pictures are the tab's icon only: it saves a request.
 */
export function contentPolicy(hashes: { styles: string[]; script: string }): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${hashes.script}`,
    `style-src ${hashes.styles.join(' ')}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ].join(';');
}

/** What only a header can say; hosts send it beside the policy above. */
export const headerOnlyPolicy = "frame-ancestors 'none'";

/** The other headers of every answer: nothing sniffed, framed, referred or switched on. */
export const securityHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
};
