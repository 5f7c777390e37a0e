import { readFileSync } from 'node:fs';
import type { Export } from './export.ts';

/** Licences under which what we use may be used and passed on by anybody. */
const fine =
  /^\(?(?:MIT(?:-0)?|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|CC-BY-4\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|MPL-2\.0|WTFPL|LGPL-3\.0-or-later|Apache-2\.0 AND LGPL-3\.0-or-later(?: AND MIT)?|(?:MIT|Apache-2\.0|BSD-2-Clause|CC0-1\.0|WTFPL)(?: (?:OR|AND) (?:MIT|Apache-2\.0|BSD-2-Clause|CC0-1\.0|WTFPL))+)\)?$/;

/** Packages that say it in their README only. */
const inItsReadme: Record<string, string> = { format: 'MIT' };

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
    return { name, version, licence, isFine: fine.test(licence) };
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
