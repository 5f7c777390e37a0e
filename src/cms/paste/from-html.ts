import { type Block, type Inline, isBlock, isLink, type Leaf, paragraph, wordsOf } from './blocks.ts';
import { attributeOf, childrenOf, type HtmlNode, isElement, isText, styleOf, textOfNode } from './html-node.ts';
import { tidyInline, unmarked } from './inline.ts';
import { fromTable } from './table.ts';
import { gatherLists, wordItem } from './word-lists.ts';

/** What became of what the site does not show as it was, for telling the editor. */
export interface Changes {
  tables: number;
  pictures: number;
}

/** A text read from HTML. */
export interface Reading extends Changes {
  blocks: Block[];
}

/** Marks that hold for everything inside an element. */
type Marks = Omit<Leaf, 'text'>;

/**
 * Reads HTML as Word, Google Docs and web pages put it on the clipboard into the blocks a lesson may hold: paragraphs,
 * two levels of headings, lists, quotations; bold, italics, links. Of anything else the words stay. Nothing of the HTML
 * itself comes along, so nothing in it can do anything.
 *
 * @param pictureOf makes a block of a picture; without it pictures stay away
 */
export function fromHtml(root: HtmlNode, pictureOf?: (picture: HtmlNode) => Block | undefined): Reading {
  const changes: Changes = { tables: 0, pictures: 0 };
  const levels = headingLevels(root);
  const blocks: Block[] = [];
  let line: Inline[] = [];
  let isOneLine = false;

  const endLine = (make: (words: Inline[]) => Block = paragraph) => {
    const words = tidyInline(line);
    line = [];
    if (words.length > 0) blocks.push(make(words));
  };
  const inOneLine = (act: () => void) => {
    isOneLine = true;
    act();
    isOneLine = false;
  };
  const inside = (node: HtmlNode): Block[] => {
    const inner = fromHtml(node, pictureOf);
    changes.tables += inner.tables;
    changes.pictures += inner.pictures;
    return inner.blocks;
  };

  const read = (node: HtmlNode, marks: Marks, url?: string): void => {
    if (isText(node)) {
      const leaf = { text: node.nodeValue ?? '', ...marks };
      const last = line.at(-1);
      if (url === undefined) line.push(leaf);
      else if (last && isLink(last) && last.data.url === url) last.children.push(leaf);
      else line.push({ type: 'link', data: { url }, children: [leaf] });
      return;
    }
    if (!isElement(node) || isUnseen(node)) return;
    const name = node.nodeName.toUpperCase();
    const into = (more = marks, link = url) => {
      for (const child of childrenOf(node)) read(child, more, link);
    };
    if (name === 'BR') return isOneLine ? void line.push({ text: ' ' }) : endLine();
    if (name === 'IMG') {
      changes.pictures += 1;
      const block = pictureOf?.(node);
      if (!block) return;
      endLine();
      blocks.push(block);
      return;
    }
    if (name === 'TABLE') {
      endLine();
      const rows = fromTable(node, inside);
      if (rows.isTable) changes.tables += 1;
      blocks.push(...rows.blocks);
      return;
    }
    if (name === 'UL' || name === 'OL') {
      endLine();
      blocks.push(...listOf(node, inside));
      return;
    }
    if (/^H[1-6]$/.test(name)) {
      endLine();
      inOneLine(() => into(withMarks(node, marks)));
      return endLine((words) => ({ type: levels(name), children: unmarked(words) }));
    }
    if (name === 'BLOCKQUOTE') {
      endLine();
      const quoted = inside(node);
      if (quoted.length > 0) blocks.push({ type: 'quote', children: quoted });
      return;
    }
    const item = wordItem(node);
    if (item) {
      endLine();
      inOneLine(() => into());
      return endLine((words) => ({ type: 'list-item', data: item, children: [paragraph(words)] }));
    }
    if (blockNames.has(name)) {
      endLine();
      into(withMarks(node, marks));
      return endLine();
    }
    const address = name === 'A' ? safeAddress(attributeOf(node, 'href')) : undefined;
    into(withMarks(node, marks), address ?? url);
  };

  for (const child of childrenOf(root)) read(child, withMarks(root, {}));
  endLine();
  return { ...changes, blocks: gatherLists(blocks).flatMap(partsApart) };
}

const blockNames = new Set('ADDRESS ARTICLE ASIDE BODY CAPTION CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HR LI MAIN NAV P PRE SECTION'.split(' '));

/** What people do not see in the source: comments of Word, its markers of list items, scripts and styles. */
const isUnseen = (node: HtmlNode): boolean =>
  /^(?:SCRIPT|STYLE|HEAD|TITLE|META|LINK|TEMPLATE|NOSCRIPT|OBJECT|IFRAME|SVG|TEXTAREA|SELECT|DEL)$/i.test(node.nodeName) ||
  styleOf(node, 'mso-list') === 'ignore' ||
  styleOf(node, 'display') === 'none' ||
  /^#(?:foot|end)note-ref-/.test(attributeOf(node, 'href'));

function withMarks(node: HtmlNode, marks: Marks): Marks {
  const name = node.nodeName.toUpperCase();
  const [weight, slant, font] = [styleOf(node, 'font-weight'), styleOf(node, 'font-style'), styleOf(node, 'font-family')];
  const { bold, italic, ...rest } = marks;
  // Google Docs wraps everything in a <b> that says it is not bold.
  const isBold = weight === '' ? bold || name === 'B' || name === 'STRONG' : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  const isItalic = slant === '' ? italic || name === 'I' || name === 'EM' : slant !== 'normal';
  const isCapital = rest.isCapital || /^['"]?\.vn[^'",]*h\b/.test(font) || attributeOf(node, 'class') === CAPITALS;
  return { ...(isBold && { bold: true }), ...(isItalic && { italic: true }), ...(isCapital && { isCapital: true }) };
}

/** The class of words in a capital font, where the reader of a file cannot hand on the font itself. */
export const CAPITALS = 'chu-hoa';

/** The address of a link that may stay; links inside the source document and to files of its machine lead nowhere. */
function safeAddress(href: string): string | undefined {
  const address = href.trim();
  const here = typeof location === 'undefined' ? '' : location.origin;
  if (here && address.startsWith(`${here}/`)) return address.slice(here.length);
  return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(address) ? address : undefined;
}

/** The biggest headings of a text become those of a lesson's parts, all smaller ones those below. */
function headingLevels(root: HtmlNode): (name: string) => 'heading-two' | 'heading-three' {
  const used = new Set<string>();
  const look = (node: HtmlNode) => {
    if (/^H[1-6]$/i.test(node.nodeName) && textOfNode(node).trim() !== '') used.add(node.nodeName.toUpperCase());
    childrenOf(node).forEach(look);
  };
  look(root);
  const biggest = [...used].sort()[0];
  return (name) => (name === biggest && name <= 'H2' ? 'heading-two' : 'heading-three');
}

/** A list and the lists in it; Google Docs puts an inner list beside its item, not into it. */
function listOf(list: HtmlNode, inside: (node: HtmlNode) => Block[]): Block[] {
  const items: Block[] = [];
  for (const child of childrenOf(list).filter(isElement)) {
    const content = /^[OU]L$/i.test(child.nodeName) ? listOf(child, inside) : inside(child);
    if (content.length === 0) continue;
    const before = items.at(-1);
    if (/^[OU]L$/i.test(child.nodeName) && before) before.children.push(...content);
    else items.push({ type: 'list-item', children: content.map(asInItem) });
  }
  return items.length > 0 ? [{ type: /^OL$/i.test(list.nodeName) ? 'numbered-list' : 'bulleted-list', children: items }] : [];
}

/** Parts of a lesson stand for themselves: those that were in a list or a quotation follow it. */
function partsApart(block: Block): Block[] {
  const parts: Block[] = [];
  const without = (one: Block): Block => ({
    ...one,
    children: one.children.flatMap((child): (Block | Inline)[] => {
      if (!isBlock(child)) return [child];
      if (child.type === 'shortcode') parts.push(child);
      return child.type === 'shortcode' ? [] : [without(child)];
    }),
  });
  const rest = block.type === 'shortcode' ? block : without(block);
  return rest.children.length > 0 ? [rest, ...parts] : parts;
}

/** Headings do not stand in lists. */
const asInItem = (block: Block): Block => (block.type.startsWith('heading') ? paragraph(block.children.filter((child): child is Inline => !isBlock(child))) : block);

/** Whether there is anything to read in a text. */
export const isEmpty = ({ blocks }: Reading): boolean => wordsOf(blocks).trim() === '' && !blocks.some(({ type }) => type === 'shortcode');
