import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { pagesOf } from './site.ts';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** A finished page, read as a browser reads it. */
export interface PageFile {
  /** Root-relative, without a base: `/bai-hoc/a1-1/`. */
  path: string;
  html: string;
  /** Every element, in the order of the page. */
  elements: Element[];
}

/** All pages of a finished site. */
export function readPages(dir: string): PageFile[] {
  return pagesOf(dir).map((path) => {
    const html = readFileSync(join(dir, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    return { path, html, elements: elementsOf(html) };
  });
}

/** Every element of a page, in order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) visit(node.content);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

/** The value of an attribute; nothing when the element does not have it. */
export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((attr) => attr.name === name)?.value;

/** The words in an element. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
