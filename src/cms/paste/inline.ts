import { type Inline, isLink, type Leaf, wordsOf } from './blocks.ts';

/** One space for white space of any kind, none at the ends, and no leaf without words. */
export function tidyInline(nodes: Inline[]): Inline[] {
  let endsInSpace = true;
  const squeeze = (leaf: Leaf): Leaf => {
    const text = leaf.text.replace(/\s+/g, ' ');
    const kept = endsInSpace ? text.replace(/^ /, '') : text;
    if (kept !== '') endsInSpace = kept.endsWith(' ');
    return { ...leaf, text: kept };
  };
  const squeezed = nodes.map((node) => (isLink(node) ? { ...node, children: node.children.map(squeeze).filter(({ text }) => text !== '') } : squeeze(node)));
  const kept = squeezed.filter((node) => wordsOf([node]) !== '');
  const last = kept.at(-1);
  const ends = last && (isLink(last) ? last.children.at(-1) : last);
  if (ends) ends.text = ends.text.trimEnd();
  return joined(kept.filter((node) => wordsOf([node]) !== ''));
}

/** Leaves that look alike as one. Marks on nothing but a space are no marks. */
function joined(nodes: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const before = result.at(-1);
    if (!isLink(node) && before && !isLink(before) && (isAlike(node, before) || node.text.trim() === '')) before.text += node.text;
    else result.push(node);
  }
  return result;
}

const isAlike = (a: Leaf, b: Leaf): boolean => a.bold === b.bold && a.italic === b.italic && a.isCapital === b.isCapital;

/** The same words without bold or italics: a heading is bold already. */
export const unmarked = (nodes: Inline[]): Inline[] => joined(nodes.map((node) => (isLink(node) ? { ...node, children: node.children.map(plain) } : plain(node))));
const plain = ({ text, isCapital }: Leaf): Leaf => ({ text, ...(isCapital && { isCapital }) });
export const bold = (nodes: Inline[]): Inline[] => joined(nodes.map((node) => (isLink(node) ? { ...node, children: node.children.map((leaf) => ({ ...leaf, bold: true as const })) } : { ...node, bold: true as const })));
