import type { Entry } from '../entry.ts';
import { checkText } from '../text/check-text.ts';
import { blockRun } from './block-run.ts';
import { checkComponent } from './check-component.ts';
import { checkImage, checkLink, typedAddress } from './check-links.ts';
import { refusedNodes } from './refused-nodes.ts';
import { type Node, sourceOf, startOf } from './tree.ts';

type Check = (node: Node, parents: readonly Node[], entry: Entry) => void;

const fine: Check = () => {};

/** Every type of node that may stand in a text, and what is looked at in it. A type that is not here is refused. */
const allowedNodes: Record<string, Check> = {
  root: fine,
  paragraph: checkWords,
  text: fine,
  emphasis: fine,
  strong: fine,
  inlineCode: fine,
  break: fine,
  blockquote: fine,
  list: fine,
  thematicBreak: fine,
  heading: checkHeading,
  listItem: checkListItem,
  link: checkLink,
  image: checkImage,
  mdxJsxFlowElement: checkComponent,
  mdxJsxTextElement: checkComponent,
};

/** Walks the tree and reports every node that may not be there, and whatever is wrong inside those that may. */
export function checkNodes(node: Node, entry: Entry, parents: readonly Node[] = []): void {
  const check = Object.hasOwn(allowedNodes, node.type) ? allowedNodes[node.type] : undefined;
  if (!check) {
    const words = (Object.hasOwn(refusedNodes, node.type) ? refusedNodes[node.type] : undefined) ?? {
      rule: 'unknown-node',
      message: `Ở đây có một thứ trang không dùng (${node.type}).`,
      mend: 'Viết lại bằng đoạn văn, danh sách, tiêu đề ## và các thẻ của bài học.',
    };
    entry.report.add({ at: startOf(node, parents), ...words });
    return;
  }
  check(node, parents, entry);
  const inside = [...parents, node];
  for (const child of node.children ?? []) checkNodes(child, entry, inside);
}

function checkWords(node: Node, _parents: readonly Node[], entry: Entry): void {
  const run = blockRun(node, entry.report.text);
  checkText(run, entry, 'body');
  const typed = run.text.search(address);
  if (typed >= 0) entry.report.add({ at: run.offsets[typed] ?? startOf(node), once: true, ...typedAddress(run.text.slice(typed).split(/\s/, 1)[0] ?? '', entry.kind) });
  const tab = run.text.indexOf('\t');
  if (tab >= 0)
    entry.report.add({
      at: run.offsets[tab] ?? startOf(node),
      rule: 'tab',
      message: 'Trong câu có dấu Tab, thường do chép bảng từ Word: các cột sẽ dính vào nhau.',
      mend: 'Viết lại thành danh sách: mỗi dòng một gạch đầu dòng.',
      severity: 'warning',
    });
}

/** What one reader of Markdown or another turns into a link by itself: they differ in the details, so words may not even come near. */
const address = /https?:\/\/|www\.|[\p{L}\p{N}._+-]@[\p{L}\p{N}-]+\./iu;

function checkHeading(node: Node, parents: readonly Node[], entry: Entry): void {
  const { report } = entry;
  checkWords(node, parents, entry);
  if (!sourceOf(node, report.text).trimStart().startsWith('#')) {
    report.add({ at: startOf(node, parents), rule: 'underlined-heading', message: 'Dòng --- hoặc === ngay dưới câu này biến nó thành tiêu đề.', mend: 'Muốn đường kẻ thì để một dòng trống trước ---. Muốn tiêu đề thì viết ## ở đầu dòng.' });
  } else if (node.depth !== 2 && node.depth !== 3) {
    report.add({ at: startOf(node, parents), rule: 'heading-level', message: `Tiêu đề ${'#'.repeat(node.depth ?? 1)} không dùng ở đây.`, mend: 'Tên bài đã là tiêu đề lớn nhất. Trong bài chỉ dùng ## và ###.' });
  } else if ((node.children ?? []).length === 0) {
    report.add({ at: startOf(node, parents), rule: 'empty-heading', message: 'Tiêu đề không có chữ.', mend: 'Viết chữ sau dấu #, hoặc xóa dòng này.' });
  }
}

function checkListItem(node: Node, parents: readonly Node[], entry: Entry): void {
  if (typeof node.checked === 'boolean') entry.report.add({ at: startOf(node, parents), rule: 'task-list', message: 'Danh sách có ô đánh dấu [ ] không dùng ở đây.', mend: 'Bỏ dấu [ ], chỉ giữ gạch đầu dòng.' });
}
