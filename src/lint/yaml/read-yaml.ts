import { isMap, isPair, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import type { Finding, Report } from '../report.ts';
import { isPlainYaml } from './plain-yaml.ts';
import { mendYaml } from './yaml-messages.ts';

/** A YAML text that was read. */
export interface YamlText {
  /** The plain value, or undefined when it could not be read. */
  value: unknown;
  root: ParsedNode | null;
  /** Where the text lies in the file. */
  start: number;
  source: string;
}

/** After this many lines the rest are echoes of the first. */
const MOST_ERRORS = 3;

/**
 * Reads YAML 1.2 (core schema) without anything that makes one text mean another: no tags, anchors, aliases, merge
 * keys, directives, or two keys of one name. Every such thing is reported.
 *
 * @param source The YAML itself.
 * @param start Its offset in the file.
 */
export function readYaml(source: string, start: number, report: Report): YamlText {
  // Doubled keys are looked for below: the library compares each key with every other one, which takes seconds on a long file.
  const document = parseDocument(source, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, merge: false, logLevel: 'silent', stringKeys: false });
  const failures = [...document.errors, ...document.warnings];
  const lines = new Map<number, Finding>();
  for (const failure of failures.slice(0, 20)) {
    const finding = mendYaml(failure, source);
    const { line } = report.place(start + finding.at);
    if (!lines.has(line) && lines.size < MOST_ERRORS) lines.set(line, finding);
  }
  for (const finding of lines.values()) report.add({ ...finding, at: start + finding.at });
  const isPlain = failures.length === 0 && isPlainYaml(document, source, start, report);
  return { value: isPlain ? toPlain(document.contents) : undefined, root: document.errors.length === 0 ? document.contents : null, start, source };
}

/** Plain values from nodes, without the library's own conversion: it follows aliases and speaks to the console. */
function toPlain(node: unknown): unknown {
  if (isScalar(node)) return node.type === 'PLAIN' && typeof node.value === 'string' ? dayOrText(node.value) : node.value;
  if (isSeq(node)) return node.items.map(toPlain);
  if (!isMap(node)) return null;
  const plain: Record<string, unknown> = {};
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    Object.defineProperty(plain, String(pair.key.value), { value: toPlain(pair.value), enumerable: true, configurable: true, writable: true });
  }
  return plain;
}

/** The site's own reader takes an unquoted day for a date, so a title that is only a day must be quoted: seen here, not later in English. */
function dayOrText(text: string): unknown {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : text;
}
