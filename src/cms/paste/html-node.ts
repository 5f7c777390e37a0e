/** The parts of a parsed HTML document that are read here; the browser's own nodes fit, and so does a parser's in Node. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<HtmlNode>;
  getAttribute?(name: string): string | null;
}

const TEXT = 3;
const ELEMENT = 1;
export const isText = (node: HtmlNode): boolean => node.nodeType === TEXT;
export const isElement = (node: HtmlNode): boolean => node.nodeType === ELEMENT;
export const childrenOf = (node: HtmlNode): HtmlNode[] => Array.from(node.childNodes);
export const attributeOf = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? '';

/** One property of an element's own style, in small letters; empty when it has none. */
export function styleOf(node: HtmlNode, property: string): string {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(attributeOf(node, 'style'));
  return (found?.[1] ?? '').trim().toLowerCase();
}

export const textOfNode = (node: HtmlNode): string => (isText(node) ? (node.nodeValue ?? '') : childrenOf(node).map(textOfNode).join(''));
