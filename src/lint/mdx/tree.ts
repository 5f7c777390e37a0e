/** A node of the syntax tree, as far as it is looked at here. Anything not named below is refused by its type. */
export interface Node {
  type: string;
  position?: { start: Point; end: Point };
  children?: Node[];
  /** Text, code. */
  value?: string;
  /** Headings, from 1. */
  depth?: number;
  /** List items of a task list. */
  checked?: boolean | null;
  /** Links and pictures. */
  url?: string;
  title?: string | null;
  alt?: string | null;
  /** Components: null for a fragment (`<>`). */
  name?: string | null;
  attributes?: Attribute[];
}

/** An attribute of a component; anything but a literal text value is refused. */
export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
  position?: { start: Point; end: Point };
}

interface Point {
  line: number;
  column: number;
  offset?: number;
}

/** Offset at which a node begins; a library's generated node lies where its parent does. */
export const startOf = (node: Node | Attribute, parents: readonly Node[] = []): number => node.position?.start.offset ?? parents.findLast((parent) => parent.position)?.position?.start.offset ?? 0;

/** Offset after a node's last letter. */
export const endOf = (node: Node | Attribute): number => node.position?.end.offset ?? startOf(node);

/** What is written in the file for a node. */
export const sourceOf = (node: Node | Attribute, text: string): string => (node.position ? text.slice(startOf(node), endOf(node)) : '');

/** Component on lines of its own, or inside a sentence. */
export const isComponent = (node: Node): boolean => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
