import { type Block, type Inline, isBlock, paragraph, textBlocks, wordsOf } from './blocks.ts';
import { attributeOf, childrenOf, type HtmlNode, isElement } from './html-node.ts';
import { bold, tidyInline, unmarked } from './inline.ts';

/**
 * A table as what a page of 240 pixels shows well: a list, an item a row, its first cell bold. In a table with a head every
 * cell says which column it is of. One column or one row is no table but words in a frame, and becomes paragraphs.
 *
 * @param inside reads the content of a cell
 */
export function fromTable(table: HtmlNode, inside: (node: HtmlNode) => Block[]): { blocks: Block[]; isTable: boolean } {
  const rows = rowsOf(table).map((row) => childrenOf(row).filter((cell) => /^T[DH]$/i.test(cell.nodeName)));
  const cells = rows.map((row) => row.map(inside));
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (cells.length < 2 || width < 2) return { blocks: cells.flat(2), isTable: false };

  const words = cells.map((row) => row.map(inOneLine)).filter((row) => row.some((cell) => cell.length > 0));
  const parts = cells.flat(2).filter(({ type }) => type === 'shortcode');
  const head = isHead(rows[0] ?? [], words[0] ?? []) && words.every((row) => row.length === width) ? (words[0] ?? []) : undefined;
  const items = (head ? words.slice(1) : words).map((row): Block => ({ type: 'list-item', children: [paragraph(itemOf(row, head))] }));
  const title = head?.length === 2 ? [paragraph(bold(together(head, ': ')))] : [];
  return { blocks: [...title, { type: 'bulleted-list', children: items }, ...parts], isTable: true };
}

/** The rows of a table itself, not those of a table in one of its cells. */
const rowsOf = (node: HtmlNode): HtmlNode[] =>
  childrenOf(node)
    .filter(isElement)
    .flatMap((child) => (/^TR$/i.test(child.nodeName) ? [child] : /^T(?:HEAD|BODY|FOOT)$/i.test(child.nodeName) ? rowsOf(child) : []));

/** The first row names the columns when it is marked so, or is all bold as people do it in Word. */
function isHead(row: HtmlNode[], words: Inline[][]): boolean {
  if (row.some((cell) => attributeOf(cell, 'colspan') > '1' || attributeOf(cell, 'rowspan') > '1')) return false;
  if (words.some((cell) => cell.length === 0)) return false;
  return row.every((cell) => /^TH$/i.test(cell.nodeName)) || words.flat().every((node) => ('text' in node ? node.bold === true : node.children.every((leaf) => leaf.bold)));
}

/** What stands in a cell, in one line. */
function inOneLine(blocks: Block[]): Inline[] {
  const lines = textBlocks(blocks.filter(({ type }) => type !== 'shortcode')).map((block) => block.children.filter((child): child is Inline => !isBlock(child)));
  return tidyInline(together(lines, ' '));
}

/** One item: "**first**: second; third", or with two names of columns and more "One: **first**; Two: second; Three: third". */
function itemOf(row: Inline[][], head: Inline[][] | undefined): Inline[] {
  const isNamed = head !== undefined && head.length > 2;
  const told = row.flatMap((cell, index): Inline[][] => {
    if (cell.length === 0) return [];
    const shown = index === 0 ? bold(cell) : cell;
    return [isNamed ? [...unmarked(head[index] ?? []), { text: ': ' }, ...shown] : shown];
  });
  if (isNamed || (row[0] ?? []).length === 0) return tidyInline(together(told, '; '));
  const [first = [], ...others] = told;
  const sign = /[:.?!]$/.test(wordsOf(first)) ? ' ' : ': ';
  return tidyInline(others.length > 0 ? [...first, { text: sign }, ...together(others, '; ')] : first);
}

const together = (lines: Inline[][], sign: string): Inline[] => lines.filter((line) => line.length > 0).flatMap((line, index) => (index === 0 ? line : [{ text: sign }, ...line]));
