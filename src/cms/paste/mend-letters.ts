import { type Block, type Inline, isBlock, type Leaf, textBlocks, wordsOf } from './blocks.ts';
import { fromOldEncoding, type OldEncoding, oldEncodings } from './old-letters.ts';

/** Letters nobody sees, and Word's private signs for bullets. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFC\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Co}]/gu;
const cleaned = (text: string): string => text.normalize('NFC').replace(unseen, '');

/**
 * Blocks with their letters as the site wants them: Unicode with marks put together, nothing invisible.
 *
 * @returns also the old encodings that were found, each once
 */
export function mendLetters(blocks: Block[], keepOld = false): { blocks: Block[]; found: OldEncoding[] } {
  const texts = textBlocks(blocks);
  const encodings = new Map(keepOld ? [] : oldEncodings(texts.map((block) => wordsOf(block.children))).map((encoding, index) => [texts[index], encoding] as const));
  const mendLeaf = ({ isCapital, ...leaf }: Leaf, encoding: OldEncoding | undefined): Leaf => ({ ...leaf, text: cleaned(encoding ? fromOldEncoding(leaf.text, encoding, isCapital) : leaf.text) });
  const mendInline = (node: Inline, encoding: OldEncoding | undefined): Inline => ('text' in node ? mendLeaf(node, encoding) : { ...node, children: node.children.map((leaf) => mendLeaf(leaf, encoding)) });
  const mendBlock = (block: Block): Block => ({ ...block, children: block.children.map((child) => (isBlock(child) ? mendBlock(child) : mendInline(child, encodings.get(block)))) });
  return { blocks: blocks.map(mendBlock), found: [...new Set([...encodings.values()].filter((one) => one !== undefined))] };
}

/** The same for plain text, line by line. */
export function mendText(text: string): { text: string; found: OldEncoding[] } {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const encodings = oldEncodings(lines);
  const mended = lines.map((line, index) => cleaned(encodings[index] ? fromOldEncoding(line, encodings[index]) : line));
  return { text: mended.join('\n'), found: [...new Set(encodings.filter((one) => one !== undefined))] };
}
