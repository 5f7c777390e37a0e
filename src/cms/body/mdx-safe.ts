/** The parts of a remark tree and of remark-stringify's compiler that are used here. */
interface Node {
  type: string;
  value?: string;
  url?: string;
  title?: string | null;
  children?: Node[];
}
type Visitor = (this: Compiler, node: Node, ...more: unknown[]) => string;
interface Compiler {
  enterLink(): () => void;
  all(node: Node): string[];
}
interface Processor {
  Compiler?: { prototype: { visitors: Record<string, Visitor> } };
}

/**
 * Makes what the rich text editor writes safe for MDX: whatever somebody typed is text, only registered components are
 * tags. A plugin for the editor's own serializer, which uses it both ways: to write, and to read back what was escaped.
 */
export function mdxSafe(this: Processor): ((tree: Node) => void) | undefined {
  const visitors = this.Compiler?.prototype.visitors;
  if (!visitors) return decodeTexts;
  const text: Visitor = (node) => escapeMarks(node.value ?? '');
  visitors['text'] = text;
  visitors['html'] = text;
  // Bare addresses in angle brackets are no links in MDX.
  visitors['link'] = function (node) {
    const leave = this.enterLink();
    const words = this.all(node).join('');
    leave();
    const url = node.url ?? '';
    const title = node.title ? ` "${node.title.replace(/"/g, '\\"')}"` : '';
    return `[${words}](${/[\s<>()]/.test(url) ? `<${url}>` : url}${title})`;
  };
  visitors['thematicBreak'] = () => '---';
  const paragraph = visitors['paragraph'];
  visitors['paragraph'] = function (node, ...more) {
    return escapeLineStarts((paragraph?.call(this, node, ...more) ?? '').trimEnd());
  };
  return undefined;
}

/** How Markdown is written where there is a choice. */
export const markdownSettings = { bullet: '-', rule: '-', ruleSpaces: false, listItemIndent: '1' };

/** An expression, a tag or an entity of MDX would begin here; an odd number of backslashes has escaped it already. */
const escapeMarks = (text: string): string => text.replace(/&(?=#?\w+;)/g, '&amp;').replace(/(\\*)([{<])/g, (whole, slashes: string, sign: string) => (slashes.length % 2 === 0 ? `${slashes}\\${sign}` : whole));

/** At the start of a line "import" and "export" would be code; "- ", "+ ", "1. ", "# ", "> " and the like a list, a heading, a quotation. */
const escapeLineStarts = (text: string): string =>
  text
    .replace(/^(i|e)(?=(?:mport|xport)\b)/gm, (letter) => (letter === 'i' ? '&#105;' : '&#101;'))
    .replace(/^([ \t]*)(?=[-+*](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|\||=+[ \t]*$|[-_*]{2,}[ \t]*$|`{3}|~{3})/gm, '$1\\')
    .replace(/^([ \t]*\d+)(?=[.)](?:[ \t]|$))/gm, '$1\\');

/** The editor's reader leaves entities as they are; those we write are turned back into what was typed. */
function decodeTexts(tree: Node): void {
  if (tree.type === 'text' && tree.value !== undefined) tree.value = tree.value.replace(/&(?:#105|#101|amp|lt|gt|quot|#123|#125);/g, (code) => decoded[code] ?? code);
  tree.children?.forEach(decodeTexts);
}

const decoded: Record<string, string> = { '&#105;': 'i', '&#101;': 'e', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#123;': '{', '&#125;': '}' };
