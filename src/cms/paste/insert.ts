import { Editor, Node, Path, Element as SlateElement, Transforms } from 'slate';
import { type Block, isBlock } from './blocks.ts';

/**
 * Puts pasted blocks where the cursor is, as one step of the history, and the cursor behind them. Slate's own way of doing
 * it makes the first block words of the one it is in, and inside a list it loses some. Without a cursor they go to the end.
 */
export function insertBlocks(editor: Editor, blocks: Block[]): void {
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  const [first] = blocks;
  if (blocks.length === 1 && first?.type === 'paragraph') return Transforms.insertFragment(editor, blocks as Node[]);
  Editor.withoutNormalizing(editor, () => {
    Editor.deleteFragment(editor);
    const item = Editor.above(editor, { match: (node) => SlateElement.isElement(node) && (node as unknown as Block).type === 'list-item' });
    if (item) return insertAfter(editor, item[1], blocks.flatMap(asItems));
    const [, here] = Editor.above(editor, { match: (node) => SlateElement.isElement(node) && Editor.isBlock(editor, node) }) ?? [];
    if (here && isBlank(editor, here)) return insertAfter(editor, here, blocks);
    Transforms.insertNodes(editor, blocks as Node[], { select: true });
  });
}

/** Puts blocks behind a node, or in its place when it is blank. */
function insertAfter(editor: Editor, place: Path, blocks: Block[]): void {
  const behind = Path.next(place);
  Transforms.insertNodes(editor, blocks as Node[], { at: behind });
  Transforms.select(editor, Editor.end(editor, [...Path.parent(place), (behind.at(-1) ?? 0) + blocks.length - 1]));
  if (isBlank(editor, place)) Transforms.removeNodes(editor, { at: place });
}

/** Neither words nor a picture. */
function isBlank(editor: Editor, at: Path): boolean {
  const [picture] = Editor.nodes(editor, { at, match: (node) => SlateElement.isElement(node) && Editor.isVoid(editor, node) });
  return !picture && Node.string(Node.get(editor, at)) === '';
}

/** The items that a block is in a list. */
function asItems(block: Block): Block[] {
  if (block.type === 'bulleted-list' || block.type === 'numbered-list') return block.children.filter(isBlock);
  if (block.type === 'quote') return [{ type: 'list-item', children: block.children }];
  return [{ type: 'list-item', children: [{ type: 'paragraph', children: block.children }] }];
}
