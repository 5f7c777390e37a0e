import config from 'desk:config';
import type { History } from '../safe/history.ts';
import { waitingEntries } from '../safe/state.ts';
import { el, openDialog, writeMoment } from './dom.ts';

interface Concern {
  collection: string;
  slug: string;
  title: string;
  why: string;
}
type Health = Record<'due' | 'unsigned' | 'unfinished' | 'heavy', Concern[]>;

/** How the content is: what falls due, waits, is unfinished or heavy, and what was published when. */
export async function showHealth(history: History | undefined, contentDir: string): Promise<void> {
  const [health, waiting, published] = await Promise.all([
    fetch('health.json', { cache: 'no-cache' }).then((answer) => answer.json() as Promise<Health>),
    waitingEntries().catch(() => []),
    history?.versions(contentDir).catch(() => []) ?? [],
  ]);
  const content = [
    ...part('Cần kiểm tra lại trong tháng', health.due.map(asLink), 'Không có căn cứ hay số gọi nào đến hạn.'),
    ...part(
      'Đang chờ duyệt',
      waiting.map(({ collection, slug, at, by, step }) => asLink({ collection, slug, title: labelOf(collection), why: [step, by, at && sinceWhen(at)].filter(Boolean).join(', ') })),
      'Không có bài nào đang chờ.',
    ),
    ...part('Chưa có người duyệt pháp lý', health.unsigned.map(asLink), 'Mọi bài đều đã được duyệt.'),
    ...part('Chưa xong', health.unfinished.map(asLink), 'Không có bản nháp hay số nào chờ xác nhận.'),
    ...part('Nặng quá 8 KB', health.heavy.map(asLink), 'Không có bài nào nặng quá.'),
    ...part(
      'Mới đăng',
      published.slice(0, 15).map(({ at, by, subject }) => el('li', {}, `${writeMoment(at)}, ${by}: ${subject}`)),
      'Chưa có gì, hoặc kho này không cho xem.',
    ),
  ];
  const close = openDialog('Sức khỏe nội dung', content);
  for (const link of document.querySelectorAll('.desk-health a')) link.addEventListener('click', close);
}

const part = (title: string, items: HTMLElement[], none: string) => [el('h3', {}, `${title} (${items.length})`), items.length > 0 ? el('ul', { className: 'desk-health' }, ...items) : el('p', {}, none)];

const labelOf = (collection: string) => config.collections.find(({ name }) => name === collection)?.label ?? '';

const asLink = ({ collection, slug, title, why }: Concern) => el('li', {}, el('a', { href: `#/collections/${collection}/entries/${slug}` }, `${slug}${title && ` · ${title}`}`), why && `: ${why}`);

const sinceWhen = (at: string) => {
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(at)) / 86_400_000));
  return days === 0 ? 'từ hôm nay' : `từ ${days} ngày trước`;
};
