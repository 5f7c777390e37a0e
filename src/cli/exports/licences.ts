import { readFileSync } from 'node:fs';
import type { Export } from './export.ts';

/** Licences under which what we use may be used and passed on by anybody. */
const fine = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'MPL-1.1',
  'MPL-2.0',
  'OFL-1.1',
  'WTFPL',
  'Zlib',
  'LGPL-3.0-or-later',
]);

/** Of several joined by OR one may be chosen; all that are joined by AND hold. */
const isFine = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((all) => all.split(' OR ').some((one) => fine.has(one)));

/** Packages that say it in their README only. */
const inItsReadme: Record<string, string> = { format: 'MIT', fuzzy: 'MIT', semaphore: 'MIT', trim: 'MIT' };

/** One package of the lock file. */
export interface Licensed {
  name: string;
  version: string;
  licence: string;
  /** Known, and good for a free handbook. */
  isFine: boolean;
}

/** Every package that an install brings, with its licence as the lock file has it. */
export function licences(lockFile = 'package-lock.json'): Licensed[] {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as { packages: Record<string, { version?: string; license?: string }> };
  const named = Object.entries(packages).flatMap(([path, { version = '', license }]) => (path ? [{ name: path.replace(/^.*node_modules\//, ''), version, license }] : []));
  const ofScope = (name: string) => named.find((other) => other.license && name.startsWith('@') && other.name.split('/')[0] === name.split('/')[0])?.license;
  // The same program for another machine is in the lock file too, but what is not installed has no licence there: it has its siblings'.
  const found = named.map(({ name, version, license }) => {
    const licence = license ?? ofScope(name) ?? inItsReadme[name] ?? 'không ghi';
    return { name, version, licence, isFine: isFine(licence) };
  });
  return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The report: how many of each licence, then each package. */
export const licenceReport: Export = {
  about: 'giấy phép của mọi gói phần mềm được dùng (ra màn hình)',
  run: () => {
    const all = licences();
    const counts = Map.groupBy(all, ({ licence }) => licence);
    const sums = [...counts].sort((a, b) => b[1].length - a[1].length).map(([licence, list]) => `${String(list.length).padStart(4)}  ${licence}`);
    const rows = all.map(({ name, version, licence, isFine }) => `${isFine ? ' ' : '!'} ${name}@${version}  ${licence}`);
    return `${sums.join('\n')}\n\n${rows.join('\n')}\n`;
  },
};
