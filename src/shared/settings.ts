/**
 * What may be set from outside, in one place. Read at build and in commands only: pages in a browser have no environment.
 */
type Env = Record<string, string | undefined>;
const env = (): Env => (globalThis as { process?: { env: Env } }).process?.env ?? {};

/** The folder that editors own (`CONTENT_DIR`, default `content`), as given: relative to the project. */
export const contentDir = (): string => env().CONTENT_DIR || 'content';

/** Where the site is written (`OUT_DIR`, default `dist`). */
export const outDir = (): string => env().OUT_DIR || 'dist';

/**
 * The day the site is built on, `YYYY-MM-DD` (`BUILD_DATE`, default today in Vietnam). Everything that depends on
 * a date asks here, so that the same input gives the same bytes.
 */
export function buildDate(): string {
  const given = env().BUILD_DATE;
  if (!given) return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(given))) throw new Error(`BUILD_DATE "${given}" không phải là ngày. Viết theo kiểu 2026-11-24.`);
  return given;
}

/** The public address (`SITE_URL`); its path is the base path of the site. */
export function siteUrl(): URL {
  const given = env().SITE_URL || 'http://localhost:4321';
  try {
    return new URL(given);
  } catch {
    throw new Error(`SITE_URL "${given}" không phải là địa chỉ web. Ví dụ: https://example.vn/thon-ban/`);
  }
}
