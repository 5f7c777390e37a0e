/** The editor's own shapes of text, as far as pasted and imported texts use them. */
export interface Leaf {
  text: string;
  bold?: true;
  italic?: true;
  /** Its font draws small letters as capitals; gone once the letters are mended. */
  isCapital?: true;
}
export interface Link {
  type: 'link';
  data: { url: string };
  children: Leaf[];
}
export type Inline = Leaf | Link;
/** A paragraph, a heading, a list, an item of one, a quotation, or a part of a lesson (`shortcode`). */
export interface Block {
  type: 'paragraph' | 'heading-two' | 'heading-three' | 'bulleted-list' | 'numbered-list' | 'list-item' | 'quote' | 'shortcode';
  data?: unknown;
  children: (Block | Inline)[];
}

export const isBlock = (node: Block | Inline): node is Block => 'type' in node && node.type !== 'link';
export const isLink = (node: Block | Inline): node is Link => 'type' in node && node.type === 'link';

export const paragraph = (children: Inline[]): Block => ({ type: 'paragraph', children });

/** The words of some text, without its marks. */
export const wordsOf = (nodes: (Block | Inline)[]): string => nodes.map((node) => ('text' in node ? node.text : wordsOf(node.children))).join('');

/** Every block that holds words itself, in the order of the text. */
export function textBlocks(blocks: (Block | Inline)[]): Block[] {
  return blocks.filter(isBlock).flatMap((block) => (block.children.some(isBlock) ? textBlocks(block.children) : [block]));
}
