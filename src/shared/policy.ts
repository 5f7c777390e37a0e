/**
 * The Content-Security-Policy, from one source for the pages (a meta tag, so that it holds from a memory stick too)
 * and for the hosts (a header). Nothing inline but one stylesheet and one script, known by their hashes; nothing from
 * anywhere else. `data:` pictures are the tab's icon only: it saves a request.
 */
export function contentPolicy(hashes: { style: string; script: string }): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.script}`,
    `style-src ${hashes.style}`,
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
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
