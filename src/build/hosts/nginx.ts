import { knownTypes } from '../serve/content-type.ts';
import { type HostRule, hostRules } from './rules.ts';

/** Settings for nginx, to be included in a `server` block whose `root` is the folder of the finished site. */
export function nginxSettings(dir: string): string {
  const { base, rules } = hostRules(dir);
  const [all, ...others] = rules as [HostRule, ...HostRule[]];
  const types = knownTypes();
  const plain = ({ type }: { type: string }) => type.replace(/;.*/, '');
  const texts = [...new Set(types.filter(({ isText }) => isText).map(plain))].filter((type) => type !== 'text/html').sort();
  return `${[
    '# Made by "npm run export -- nginx" from the finished site: make it anew after every build, the hashes change.',
    'index index.html;',
    `error_page 404 ${base}/404.html;`,
    'absolute_redirect off;',
    'default_type application/octet-stream;',
    `types {\n${types.map((type) => `  ${plain(type)} ${type.ending};`).join('\n')}\n}`,
    'charset utf-8;',
    `charset_types text/html ${texts.join(' ')};`,
    'gzip on;',
    'gzip_vary on;',
    'gzip_min_length 256;',
    `gzip_types ${texts.join(' ')};`,
    `location = ${base}/_headers {\n  return 404;\n}`,
    'location ~ /\\.(?!well-known/) {\n  return 404;\n}',
    `location ${base}/ {\n  if (-f $request_filename/index.html) {\n    rewrite ^(.*[^/])$ $1/ permanent;\n  }\n  try_files $uri $uri/index.html =404;\n${headers(all)}}`,
    ...others.map(location),
  ].join('\n')}\n`;
}

const location = (rule: HostRule): string => `location ${rule.pattern.endsWith('*') ? `^~ ${rule.pattern.slice(0, -1)}` : `= ${rule.pattern}`} {\n  try_files $uri =404;\n${headers(rule)}}`;

/** A block that adds one header inherits none, so each block says all of them; `always`: with an error's answer too. */
const headers = (rule: HostRule): string => rule.headers.map(([name, value]) => `  add_header ${name} "${value.replace(/["\\]/g, '\\$&')}" always;\n`).join('');
