import { alignRun, append, flatRun, type TextRun } from '../text/text-run.ts';
import { isComponent, type Node, sourceOf, startOf } from './tree.ts';

/** Stands for a component or picture between words: parts what is left and right of it. */
const SOMETHING = '¤';

/**
 * The words of a paragraph or heading as one run, through emphasis, links and components: a number does not become
 * two because half of it is bold.
 *
 * @param text The whole file.
 */
export function blockRun(block: Node, text: string): TextRun {
  const run: TextRun = { text: '', offsets: [] };
  const walk = (node: Node, parents: readonly Node[]) => {
    if (node.type === 'text' || node.type === 'inlineCode') append(run, wordsOf(node, parents, text));
    else if (node.type === 'break') append(run, flatRun('\n', startOf(node, parents)));
    else if (node.type === 'image' || (isComponent(node) && !node.children?.length)) append(run, flatRun(SOMETHING, startOf(node, parents)));
    else for (const child of node.children ?? []) walk(child, [...parents, node]);
  };
  walk(block, []);
  return run;
}

function wordsOf(node: Node, parents: readonly Node[], text: string): TextRun {
  const value = node.value ?? '';
  if (!node.position) return flatRun(value, startOf(node, parents));
  return alignRun(sourceOf(node, text), startOf(node), value);
}
