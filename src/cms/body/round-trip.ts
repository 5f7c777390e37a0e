import { markdownToSlate, slateToMarkdown } from 'decap-cms-widget-markdown/dist/esm/serializers';
import type { Block } from '../paste/blocks.ts';
import { editorComponents } from './components.ts';
import { markdownSettings, mdxSafe } from './mdx-safe.ts';

const components = editorComponents();
const remarkPlugins = [{ settings: markdownSettings }, mdxSafe];

/** The components for the editor's serializer, which asks for them by this name (see the bundler's aliases). */
export const getEditorComponents = () => ({
  get: (id: string) => components.find((component) => component.id === id),
  find: (test: (component: (typeof components)[number]) => boolean) => components.find(test),
  forEach: (act: (component: (typeof components)[number]) => void) => components.forEach(act),
});

/**
 * A lesson's text as the rich text editor would write it after opening it: the canonical form.
 * Texts inside components go the same way.
 */
export function canonicalBody(body: string): string {
  const slate = markdownToSlate(body, { remarkPlugins });
  for (const node of slate) {
    const data = node.data?.shortcodeData;
    if (node.type === 'shortcode' && data?.children) data.children = canonicalBody(data.children);
  }
  return slateToMarkdown(slate, { remarkPlugins });
}

/** Pasted or imported blocks as the editor would write them. Parts of a lesson are written here: the serializer knows them only once an editor is open. */
export function fromBlocks(blocks: Block[]): string {
  const written: string[] = [];
  let between: Block[] = [];
  const write = () => {
    if (between.length > 0) written.push(slateToMarkdown(between, { remarkPlugins }));
    between = [];
  };
  for (const block of blocks) {
    const { shortcode, shortcodeData = {} } = (block.data ?? {}) as { shortcode?: string; shortcodeData?: Record<string, string> };
    const part = block.type === 'shortcode' ? components.find(({ id }) => id === shortcode) : undefined;
    if (!part) {
      between.push(block);
      continue;
    }
    write();
    written.push(part.toBlock(shortcodeData));
  }
  write();
  return written.join('\n\n');
}

/** What somebody typed as the words of one paragraph, as the editor writes it. */
export const fromText = (text: string): string => slateToMarkdown([{ type: 'paragraph', children: [{ text }] }], { remarkPlugins });
