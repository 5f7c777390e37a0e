import type { Entry } from '../entry.ts';
import type { Kind } from '../kinds.ts';
import type { Finding } from '../report.ts';
import { quote } from '../say.ts';
import { checkText } from '../text/check-text.ts';
import { flatRun } from '../text/text-run.ts';
import { judgeAddress } from './judge-address.ts';
import { type Node, sourceOf, startOf } from './tree.ts';

/** A link: written with its words, to a place on this site (a page may also lead to another site over https). */
export function checkLink(node: Node, parents: readonly Node[], entry: Entry): void {
  const { report } = entry;
  const at = startOf(node, parents);
  const url = node.url ?? '';
  if (node.title) checkText(flatRun(node.title, at), entry, 'field');
  if (!sourceOf(node, report.text).startsWith('[')) {
    report.add({ at, once: true, ...typedAddress(url, entry.kind) });
    return;
  }
  if (!(node.children ?? []).some(hasWords)) report.add({ at, rule: 'empty-link', message: 'Liên kết không có chữ để chạm.', mend: 'Viết chữ vào giữa ngoặc vuông: [chữ để chạm](/duong-dan/).' });
  const verdict = judgeAddress(url, entry.kind);
  if (verdict === 'route') entry.references.push({ to: 'routes', id: url, form: 'link', at });
  else if (verdict !== 'fine') report.add({ at, rule: 'link-address', ...verdict });
}

/** What to say about an address that stands bare in the text. */
export function typedAddress(url: string, kind: Kind): Pick<Finding, 'rule' | 'message' | 'mend'> {
  const mend = kind === 'lessons' ? 'Xóa địa chỉ. Nguồn của câu này ghi ở căn cứ, rồi dẫn bằng <Fact id="F1.3" />.' : 'Liên kết viết kiểu [chữ để chạm](https://dia-chi.vn/), chữ để chạm là lời thường.';
  return { rule: 'autolink', message: `Địa chỉ gõ thẳng vào bài: ${quote(url)}.`, mend };
}

/** A Markdown picture: one of the files in `media/`, with words for those who do not see it. */
export function checkImage(node: Node, parents: readonly Node[], entry: Entry): void {
  const { report } = entry;
  const at = startOf(node, parents);
  if (node.title) checkText(flatRun(node.title, at), entry, 'field');
  const alt = node.alt?.trim() ?? '';
  if (alt) checkText(flatRun(alt, at), entry, 'field');
  else report.add({ at, rule: 'picture-words', message: 'Hình chưa có lời mô tả cho người không nhìn thấy.', mend: 'Viết mô tả vào giữa ngoặc vuông: ![Chợ phiên buổi sáng](/media/cho-phien.png).' });
  const file = /^\/media\/([a-z0-9][a-z0-9.-]*\.(?:svg|png|jpg|jpeg|webp))$/.exec(node.url ?? '')?.[1];
  if (file === undefined)
    report.add({
      at,
      rule: 'picture-address',
      message: `Hình không nằm trong thư viện: ${quote(node.url ?? '')}.`,
      mend: 'Đưa hình vào thư mục media rồi viết ![Mô tả](/media/ten-tep.png). Tên tệp chỉ gồm chữ thường không dấu, số, gạch ngang.',
    });
  else entry.references.push({ to: 'media', id: file, form: 'link', at });
}

const hasWords = (node: Node): boolean => Boolean(node.value?.trim()) || (node.children ?? []).some(hasWords);
