import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** One slide: what is on the wall, and what only the trainer reads. */
export interface Slide {
  kind: string;
  title: string;
  /** A further slide of the same part, because it did not fit on one. */
  isContinued: boolean;
  /** Trusted HTML: made by our own components from a checked lesson. */
  html: string;
  /** Plain lines for the notes: legal bases, meanings of words. */
  notes: string[];
}

/** Letters that fit on a line of a 4:3 wall at 5.5 % of its height, and lines below a title of one line. */
const LINE = 42;
const LINES = 9.2;
const TITLE_LINE = 30;

/**
 * Cuts a lesson, rendered with the slides' vocabulary (`<section data-kind data-title>` and loose blocks between), into slides that fit on a wall. What is marked
 * `data-note` leaves the slide and becomes a note. Text is never dropped or shortened: what does not fit goes to a further slide, whole sentences and list items together.
 */
export function cutSlides(html: string, title: string): Slide[] {
  const slides: Slide[] = [];
  let loose: Element[] = [];
  const flush = () => {
    if (loose.length > 0) slides.push(...slidesOf('text', title, loose));
    loose = [];
  };
  for (const node of parseFragment(html).childNodes) {
    if (!isElement(node) || /^h[1-6]$/.test(node.tagName)) continue;
    const kind = attribute(node, 'data-kind');
    if (kind === undefined) loose.push(node);
    else {
      flush();
      slides.push(...slidesOf(kind, attribute(node, 'data-title') ?? title, node.childNodes.filter(isElement)));
    }
  }
  flush();
  return slides;
}

function slidesOf(kind: string, title: string, blocks: Element[]): Slide[] {
  const room = LINES - 1.25 * (Math.ceil(title.length / TITLE_LINE) - 1);
  const pages: { html: string; lines: number; notes: string[] }[] = [];
  for (const { html, lines, notes } of blocks.flatMap((block) => piecesOf(block, room))) {
    const page = pages.at(-1);
    if (page && page.lines + lines <= room) {
      page.html = join(page.html, html);
      page.lines += lines;
      page.notes.push(...notes);
    } else pages.push({ html, lines, notes: [...notes] });
  }
  return pages.map(({ html, notes }, index) => ({ kind, title, isContinued: index > 0, html, notes: [...new Set(notes)] }));
}

interface Piece {
  html: string;
  lines: number;
  notes: string[];
}

/** The parts of a block that may stand on different slides: list items, and sentences of a paragraph that is too long for one. */
function piecesOf(block: Element, room: number): Piece[] {
  const notes = takeNotes(block);
  if (block.tagName === 'ul' || block.tagName === 'ol') {
    const items = block.childNodes.filter(isElement);
    return items.map((item, index) => {
      const start = block.tagName === 'ol' ? ` start="${index + 1}"` : '';
      return { html: `<${block.tagName}${start}><li>${serialize(item)}</li></${block.tagName}>`, lines: linesOf(textOf(item), LINE - 3) + 0.2, notes: index === 0 ? notes : [] };
    });
  }
  const whole = { html: `<${block.tagName}${classOf(block)}>${serialize(block)}</${block.tagName}>`, lines: linesOf(textOf(block), LINE) + 0.4, notes };
  if (textOf(block).trim() === '' && !serialize(block).includes('<img')) return notes.length > 0 ? [{ html: '', lines: 0, notes }] : [];
  if (whole.lines <= room || block.tagName !== 'p') return [whole];
  return sentencesOf(block).map((html, index) => ({ html: `<p>${html}</p>`, lines: linesOf(html.replace(/<[^>]*>/g, ''), LINE) + 0.4, notes: index === 0 ? notes : [] }));
}

/** Two neighbouring pieces of one list are one list again. */
function join(a: string, b: string): string {
  const list = /<\/(ul|ol)>$/.exec(a)?.[1];
  return list && b.startsWith(`<${list}`) ? a.slice(0, -`</${list}>`.length) + b.slice(b.indexOf('>') + 1) : a + b;
}

/** The sentences of a paragraph as HTML. A sentence ends in a text of the paragraph itself, so no tag is ever cut in two. */
function sentencesOf(paragraph: Element): string[] {
  const sentences = [''];
  for (const node of paragraph.childNodes) {
    const parts = node.nodeName === '#text' ? serializeNode(node).split(/(?<=[.?!…:][”"]?)\s+/) : [serializeNode(node)];
    parts.forEach((part, index) => {
      if (index > 0) sentences.push(part);
      else sentences.push((sentences.pop() ?? '') + part);
    });
  }
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}

/** Takes what is for the trainer alone out of a block. */
function takeNotes(element: Element): string[] {
  const notes: string[] = [];
  for (const child of [...element.childNodes]) {
    if (!isElement(child)) continue;
    if (attribute(child, 'data-note') === undefined) notes.push(...takeNotes(child));
    else {
      notes.push(textOf(child).replace(/\s+/g, ' ').trim());
      defaultTreeAdapter.detachNode(child);
    }
  }
  return notes;
}

const linesOf = (text: string, width: number) => Math.max(1, Math.ceil(text.replace(/\s+/g, ' ').trim().length / width));
const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;
const classOf = (element: Element) => (attribute(element, 'class') ? ` class="${attribute(element, 'class')}"` : '');
const textOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '');

function serializeNode(node: Node): string {
  const box = parseFragment('');
  const parent = node.parentNode;
  const copy = { ...node, parentNode: box } as Node;
  box.childNodes = [copy];
  const html = serialize(box);
  if (parent) node.parentNode = parent;
  return html;
}
