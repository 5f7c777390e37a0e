import { createElement as h, type ReactNode } from 'react';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { DrawData } from './data.ts';
import { drawComponent } from './vocabulary.ts';

/** A node of a lesson's syntax tree. */
export interface TextNode {
  type: string;
  name?: string | null;
  value?: string;
  depth?: number;
  ordered?: boolean | null;
  /** The number of a list's first line. */
  start?: number | null;
  url?: string;
  alt?: string | null;
  attributes?: { name?: string; value?: unknown }[];
  children?: TextNode[];
}

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** A lesson's or page's text, drawn with the site's own markup. @throws when the text cannot be read */
export const drawText = (text: string, data: DrawData): ReactNode => h('article', { className: 'text' }, ...drawNodes(text, data));

/** The same without the frame of an article. @throws when the text cannot be read */
export const drawNodes = (text: string, data: DrawData): ReactNode[] => drawer(data)((reader.parse(text) as TextNode).children ?? []);

/** Draws a list of nodes; components get the same function for what is inside them. */
export type Draw = (nodes: TextNode[]) => ReactNode[];

const simple: Record<string, string> = { paragraph: 'p', strong: 'strong', emphasis: 'em', blockquote: 'blockquote', listItem: 'li' };

function drawer(data: DrawData): Draw {
  const draw: Draw = (nodes) => nodes.map(one);
  const one = (node: TextNode): ReactNode => {
    const inside = () => draw(node.children ?? []);
    const tag = simple[node.type];
    if (tag) return h(tag, null, ...(node.type === 'listItem' ? unwrap(node) : inside()));
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'heading':
        return h(`h${node.depth ?? 2}`, { id: slugOf(node) }, ...inside());
      case 'list':
        return node.ordered ? h('ol', (node.start ?? 1) === 1 ? null : { start: node.start }, ...inside()) : h('ul', null, ...inside());
      case 'thematicBreak':
        return h('hr');
      case 'break':
        return h('br');
      case 'link':
        return h('a', { href: node.url }, ...inside());
      case 'inlineCode':
        return h('code', null, node.value);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return drawComponent(node, draw, data);
      default:
        return null;
    }
  };
  /** The lines of a close list stand in it without paragraphs. */
  const unwrap = (item: TextNode): ReactNode[] => (item.children ?? []).flatMap((child) => (child.type === 'paragraph' ? draw(child.children ?? []) : [one(child)]));
  return draw;
}

const wordsOf = (node: TextNode): string => node.value ?? (node.children ?? []).map(wordsOf).join('');

/** An anchor as the site makes it. */
const slugOf = (node: TextNode): string =>
  wordsOf(node)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replace(/ /g, '-');
