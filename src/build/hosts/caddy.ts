import { knownTypes } from '../serve/content-type.ts';
import { type HostRule, hostRules } from './rules.ts';

/** Settings for Caddy, to be imported into a site block that names the `root`, the folder of the finished site. */
export function caddySettings(dir: string): string {
  const { base, rules } = hostRules(dir);
  const [all, ...others] = rules as [HostRule, ...HostRule[]];
  const texts = [...new Set(knownTypes().flatMap(({ type, isText }) => (isText ? [type.replace(/;.*/, '*')] : [])))];
  const encode = `encode {\n    gzip\n    minimum_length 256\n    match {\n${texts.map((type) => `      header Content-Type ${type}\n`).join('')}    }\n  }`;
  return `${[
    '# Made by "npm run export -- caddy" from the finished site: make it anew after every build, the hashes change.',
    `@hidden {\n  path ${base}/_headers */.*\n  not path /.well-known/*\n}`,
    ...others.map(({ pattern }, index) => `@rule${index} {\n  path ${pattern}\n${later(others, index)}}`),
    ...knownTypes().map(({ ending }) => `@type-${ending} path *.${ending}`),
    '@writing not method GET HEAD',
    '@folder {\n  file {path}/index.html\n  not path */\n}',
    // Inside a route things happen in the order they are written; outside, Caddy has an order of its own.
    'route {',
    `  ${encode}`,
    '  error @hidden 404',
    '  error @writing 405',
    `  header {\n${lines(all, '    ')}  }`,
    ...others.map((rule, index) => `  header @rule${index} {\n${without(rule, all)}${lines(rule, '    ')}  }`),
    ...knownTypes().map(({ ending, type }) => `  header @type-${ending} Content-Type "${type}"`),
    '  redir @folder {path}/ permanent',
    '  file_server',
    '}',
    `handle_errors {\n  ${encode}\n  header {\n${lines(all, '    ')}    Content-Type "text/html; charset=utf-8"\n  }\n  rewrite * ${base}/404.html\n  file_server {\n    status {err.status_code}\n  }\n}`,
  ].join('\n')}\n`;
}

/** What a later rule says holds instead of this one: where a rule takes a header away, Caddy would let the earlier of two win. */
const later = (rules: HostRule[], index: number): string => {
  const patterns = rules.slice(index + 1).map(({ pattern }) => pattern);
  return patterns.length > 0 ? `  not path ${patterns.join(' ')}\n` : '';
};

/** Takes away the headers that all answers have and these have not. */
const without = (rule: HostRule, all: HostRule): string =>
  all.headers
    .filter(([name]) => !rule.headers.some(([other]) => other === name))
    .map(([name]) => `    -${name}\n`)
    .join('');

const lines = (rule: HostRule, indent: string): string => rule.headers.map(([name, value]) => `${indent}${name} \`${value}\`\n`).join('');
