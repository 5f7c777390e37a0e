import { expect, test } from '@playwright/test';
import { createEditor, type Descendant, Editor, Node, type Path } from 'slate';
import { type Block, type Inline, isBlock, paragraph } from '../../../src/cms/paste/blocks.ts';
import { insertBlocks } from '../../../src/cms/paste/insert.ts';

const words = (text: string): Block => paragraph([{ text }]);
const item = (...children: Block[]): Block => ({ type: 'list-item', children });
const list = (...children: Block[]): Block => ({ type: 'bulleted-list', children });
const pasted = [list(item(words('Đi với ai'))), list(item(words('Gọi công an')), item(words('Bè mẹ'))), words('Hết.')];

/** The text as an outline: `p:`, `- `, `> `. */
function outline(nodes: (Block | Inline)[], indent = ''): string[] {
  return nodes.filter(isBlock).flatMap((node) => {
    if (node.type === 'bulleted-list') return outline(node.children, indent);
    if (node.type === 'list-item') return outline(node.children, `${indent}- `);
    if (node.type === 'quote') return outline(node.children, `${indent}> `);
    return [`${indent}${node.type === 'heading-two' ? '## ' : ''}${Node.string(node as unknown as Node)}`];
  });
}

/** What becomes of a text when blocks are pasted at a place in it; without a place there is no cursor. */
function paste(text: Block[], at: { path: Path; offset: number } | undefined, blocks = pasted): string[] {
  const editor = createEditor();
  editor.isVoid = (node) => (node as unknown as { type: string }).type === 'image';
  editor.isInline = editor.isVoid;
  editor.children = text as unknown as Descendant[];
  Editor.normalize(editor, { force: true });
  editor.selection = at ? { anchor: at, focus: at } : null;
  insertBlocks(editor, blocks);
  return outline(editor.children as unknown as Block[]);
}

const all = ['- Đi với ai', '- Gọi công an', '- Bè mẹ', 'Hết.'];

test('pasted blocks stand between the words where the cursor was; an empty line gives its place', () => {
  expect(paste([words('Trước sau')], { path: [0, 0], offset: 6 })).toEqual(['Trước ', ...all, 'sau']);
  expect(paste([words('Trước'), words('Sau')], { path: [0, 0], offset: 5 })).toEqual(['Trước', ...all, 'Sau']);
  expect(paste([words('Trước'), words(''), words('Sau')], { path: [1, 0], offset: 0 })).toEqual(['Trước', ...all, 'Sau']);
  expect(paste([{ type: 'heading-two', children: [{ text: 'Đề mục' }] }], { path: [0, 0], offset: 6 })).toEqual(['## Đề mục', ...all]);
  expect(paste([{ type: 'quote', children: [words('Lời')] }], { path: [0, 0, 0], offset: 3 })).toEqual(['> Lời', ...all.map((line) => `> ${line}`)]);
  expect(paste([words('Một dòng')], { path: [0, 0], offset: 3 }, [words(' hai')])).toEqual(['Một hai dòng']);
});

test('in a list they become items of that list, however deep, and none is lost', () => {
  const items = ['- Đi với ai', '- Gọi công an', '- Bè mẹ', '- Hết.'];
  expect(paste([list(item(words('một')), item(words('hai')))], { path: [0, 0, 0, 0], offset: 3 })).toEqual(['- một', ...items, '- hai']);
  expect(paste([list(item(words('một'), list(item(words('trong')), item(words('')))))], { path: [0, 0, 1, 1, 0, 0], offset: 0 })).toEqual(['- một', '- - trong', ...items.map((line) => `- ${line}`)]);
});

test('a line that holds a picture is no empty line', () => {
  const picture = { type: 'paragraph', children: [{ text: '' }, { type: 'image', children: [{ text: '' }] }, { text: '' }] } as unknown as Block;
  expect(paste([picture], { path: [0, 0], offset: 0 }, [list(item(words('a')))])).toEqual(['- a', '']);
});

test('without a cursor they come at the end', () => {
  expect(paste([words('Trước')], undefined)).toEqual(['Trước', ...all]);
});
