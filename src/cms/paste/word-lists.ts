import { type Block, isBlock } from './blocks.ts';
import { childrenOf, type HtmlNode, isElement, styleOf, textOfNode } from './html-node.ts';

/** How Word writes an item of a list: a paragraph that says at which level it is, beginning with its marker. */
interface WordItem {
  level: number;
  isNumbered: boolean;
}

/** The item of a list that a paragraph of Word's is; undefined for any other element. */
export function wordItem(node: HtmlNode): WordItem | undefined {
  const level = /\blevel(\d)/.exec(styleOf(node, 'mso-list'))?.[1];
  if (level === undefined) return undefined;
  const marker = markerOf(node) ?? '';
  return { level: Number(level), isNumbered: /^\s*\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(marker) };
}

function markerOf(node: HtmlNode): string | undefined {
  for (const child of childrenOf(node).filter(isElement)) {
    const found = styleOf(child, 'mso-list') === 'ignore' ? textOfNode(child) : markerOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Puts loose items that follow each other into lists, inner levels into the item above. */
export function gatherLists(blocks: Block[]): Block[] {
  const result: Block[] = [];
  let open: { level: number; list: Block }[] = [];
  for (const block of blocks) {
    const item = block.type === 'list-item' ? (block.data as WordItem | undefined) : undefined;
    if (!item) {
      open = [];
      result.push(block);
      continue;
    }
    const type = item.isNumbered ? 'numbered-list' : 'bulleted-list';
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    let here = open.at(-1);
    if (here?.level === item.level && here.list.type !== type) {
      open.pop();
      here = open.at(-1);
    }
    if (here?.level !== item.level) {
      const list: Block = { type, children: [] };
      const above = here?.list.children.filter(isBlock).at(-1);
      (above ? above.children : result).push(list);
      open.push({ level: item.level, list });
      here = open.at(-1);
    }
    here?.list.children.push({ type: 'list-item', children: block.children });
  }
  return result;
}
