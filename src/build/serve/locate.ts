import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a request's path leads to. */
export type Place =
  /** `path`, here and below: as asked for, decoded, with the base. `file`: on disk. */
  | { kind: 'file'; path: string; file: string }
  /** `to`: root-relative, with the base. */
  | { kind: 'moved'; path: string; to: string }
  | { kind: 'missing'; path: string }
  /** Not a path a browser would ever send: somebody is trying doors. */
  | { kind: 'refused' };

const refused: Place = { kind: 'refused' };

/**
 * Finds the file behind a request.
 *
 * @param url the request's target as it came: a path, perhaps with a query
 * @param dir the folder of the finished site
 * @param base the path the site lives under, with or without slashes at its ends
 */
export async function locate(url: string, dir: string, base: string): Promise<Place> {
  const [rawPath = '', query] = split(url);
  const path = readPath(rawPath);
  if (path === undefined) return refused;
  const inSite = withoutBase(path, base);
  if (inSite === undefined || isHidden(inSite)) return { kind: 'missing', path };
  const moved: Place = { kind: 'moved', path, to: `${rawPath}/${query}` };
  if (inSite === '') return moved;

  const wantsFolder = inSite.endsWith('/');
  const file = join(dir, inSite, wantsFolder ? 'index.html' : '');
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() && !wantsFolder && (await isFile(join(file, 'index.html')))) return moved;
  if (!found?.isFile() || !(await isInside(file, dir))) return { kind: 'missing', path };
  return { kind: 'file', path, file };
}

/** The path and the query (with its question mark) of a request's target. */
function split(url: string): [string, string] {
  const end = url.search(/[?#]/);
  return end < 0 ? [url, ''] : [url.slice(0, end), url[end] === '?' ? url.slice(end) : ''];
}

/** The decoded path; undefined for anything that could mean another path than it seems to. */
function readPath(rawPath: string): string | undefined {
  if (!rawPath.startsWith('/') || /%2f|%5c|%00|[\\\0]/i.test(rawPath)) return undefined;
  try {
    const segments = rawPath.slice(1).split('/').map(decodeURIComponent);
    const isOdd = segments.some((segment, i) => segment === '.' || segment === '..' || (segment === '' && i < segments.length - 1));
    return isOdd ? undefined : `/${segments.join('/')}`;
  } catch {
    return undefined;
  }
}

/** The path inside the site; '' for the base itself without its slash; undefined outside the base. */
function withoutBase(path: string, base: string): string | undefined {
  const prefix = `/${base}/`.replace(/\/+/g, '/').slice(0, -1);
  return path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}

/** Files that are there for the server, or by accident. */
function isHidden(path: string): boolean {
  const [, first, ...rest] = path.split('/');
  if (path === '/_headers' || path === '/_redirects') return true;
  return (first?.startsWith('.') && first !== '.well-known') || rest.some((segment) => segment.startsWith('.'));
}

const isFile = (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );

/** A link inside the site must not lead out of it. */
async function isInside(file: string, dir: string): Promise<boolean> {
  const [real, home] = await Promise.all([realpath(file), realpath(dir)]);
  return real.startsWith(home + sep);
}
