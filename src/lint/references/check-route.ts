import type { Entry, Reference } from '../entry.ts';
import type { Kind } from '../kinds.ts';
import type { KnownIds } from '../known.ts';
import { nearest } from '../nearest.ts';
import { list, quote } from '../say.ts';
import { say } from './say.ts';

/** Addresses that always exist. */
const fixed = [
  '/',
  '/khoa-hoc/',
  '/trac-nghiem/',
  '/tinh-huong/',
  '/kiem-tra-loi-moi/',
  '/the-di-duong/',
  '/goi-giup/',
  '/tim-kiem/',
  '/tu-kho/',
  '/can-cu/',
  '/cua-toi/',
  '/tai-ve/',
  '/tap-huan/',
  '/tap-huan/nhom/',
  '/tap-huan/tong-hop/',
  '/gioi-thieu/',
  '/rieng-tu/',
  '/nong-lich/',
];
/** Addresses made from entries: what stands around the id. */
const made: { before: string; after?: string; to: Kind | 'modules' }[] = [
  { before: '/khoa-hoc/', to: 'courses' },
  { before: '/hoc-phan/', to: 'modules' },
  { before: '/bai-hoc/', to: 'lessons' },
  { before: '/trac-nghiem/', to: 'quizzes' },
  { before: '/tinh-huong/', to: 'scenarios' },
  { before: '/tap-huan/', to: 'plans' },
  { before: '/tap-huan/', after: 'trinh-chieu/', to: 'plans' },
  { before: '/', to: 'pages' },
];
/** Pages whose anchors are ids. */
const anchors: Record<string, Kind> = { '/tu-kho/': 'glossary', '/can-cu/': 'facts' };

/** A link to a place on this site must lead to a page that will be there. */
export function checkRoute({ id: url, at }: Reference, entry: Entry, known: KnownIds): void {
  const [address = '', anchor] = url.split('#', 2);
  const [path = '', query] = address.split('?', 2);
  if (!path.endsWith('/')) return say(entry, at, 'link-address', `Liên kết ${quote(url)} thiếu dấu / ở cuối.`, `Viết ${path}/${anchor === undefined ? '' : `#${anchor}`}.`);
  if (query !== undefined && path !== '/tim-kiem/') return say(entry, at, 'link-address', `Liên kết ${quote(url)} có phần sau dấu ?.`, `Chỉ viết ${path}.`);
  const target = findPage(path, known);
  if (!target) return say(entry, at, 'dead-link', `Không có trang ${quote(path)}.`, suggest(path, known));
  if (target.isDraft) say(entry, at, 'draft-reference', `Liên kết tới ${quote(path)}, mà phần ấy còn là bản nháp.`, 'Bỏ “draft: true” ở phần ấy nếu đã xong, hoặc đừng dẫn tới.');
  const kind = Object.hasOwn(anchors, path) ? anchors[path] : undefined;
  if (kind && anchor !== undefined && !known.entries[kind].has(anchor)) say(entry, at, 'dead-link', `Trang ${path} không có mục ${quote(anchor)}.`, 'Sửa lại mã sau dấu #.');
}

function findPage(path: string, known: KnownIds): { isDraft: boolean } | undefined {
  if (fixed.includes(path)) return { isDraft: false };
  for (const { before, after = '', to } of made) {
    if (!path.startsWith(before) || !path.endsWith(`/${after}`)) continue;
    const id = path.slice(before.length, path.length - after.length - 1);
    const target = to === 'modules' ? known.modules.get(id) : known.entries[to].get(id);
    if (target) return target;
  }
  return undefined;
}

function suggest(path: string, known: KnownIds): string {
  const pages = [...fixed];
  for (const { before, after = '', to } of made) for (const id of to === 'modules' ? known.modules.keys() : known.entries[to].keys()) pages.push(`${before}${id}/${after}`);
  const guess = nearest(path, pages);
  return guess ? `Có phải là ${guess}?` : `Các trang hay dùng: ${list(['/goi-giup/', '/kiem-tra-loi-moi/', '/tu-kho/', '/can-cu/', '/bai-hoc/a1-1/'])}.`;
}
