import { siteUrl } from '../shared/settings.ts';

/** What may be set from outside for the commands only; the rest is in `shared/settings.ts`. */
const defaultPort = 4321;

/**
 * The port to serve on (`PORT`, default 4321; 0 lets the system choose).
 *
 * @throws {Error} when it is not a port
 */
export function port(): number {
  const given = process.env.PORT || String(defaultPort);
  const number = Number(given);
  if (/^\d+$/.test(given) && number <= 65_535) return number;
  throw new Error(`PORT "${given}" không phải là số cổng từ 1 đến 65535.\nPORT "${given}" is not a port number from 1 to 65535.`);
}

/** The path the site lives under, with slashes at both ends: `/` or `/thon-ban/`. */
export const basePath = (): string => siteUrl().pathname.replace(/\/*$/, '/');
