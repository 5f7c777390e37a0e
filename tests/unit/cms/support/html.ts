import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { HtmlNode } from '../../../../src/cms/paste/html-node.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** The body of an HTML document, read as a browser reads it and shown with the names a browser gives its nodes. */
export function bodyOf(html: string): HtmlNode {
  const page = asDom(parse(html));
  const find = (node: HtmlNode): HtmlNode | undefined => (node.nodeName === 'BODY' ? node : Array.from(node.childNodes).map(find).find(Boolean));
  const body = find(page);
  if (!body) throw new Error('There is always a body.');
  return body;
}

function asDom(node: Node): HtmlNode {
  const isElement = 'tagName' in node;
  return {
    nodeType: isElement ? 1 : node.nodeName === '#text' ? 3 : 8,
    nodeName: isElement ? node.tagName.toUpperCase() : node.nodeName,
    nodeValue: 'value' in node ? node.value : null,
    childNodes: 'childNodes' in node ? node.childNodes.map(asDom) : [],
    getAttribute: (name) => (isElement ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? null) : null),
  };
}
