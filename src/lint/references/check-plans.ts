import { type Entry, isOf } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

/** First parts of addresses under `/tap-huan/` that are not plans. */
const taken = ['nhom', 'tong-hop', 'ke-chuyen', 'so-nhom', 'tinh-lai', 'noi-quy', 'ap-phich'];

/** Session plans together: the module is there, and no plan takes the address of a tool. Steps' lessons are among the plan's, which are followed. */
export function checkPlans(entries: Entry[], known: KnownIds): void {
  for (const entry of entries) {
    if (!isOf('plans', entry)) continue;
    if (taken.includes(entry.id)) say(entry, 0, 'file-name', `Địa chỉ /tap-huan/${entry.id}/ đã là của một phần khác trên trang.`, 'Đổi tên tệp, ví dụ k-a1.mdx.');
    const module = entry.data?.module;
    if (module && !known.modules.has(module)) say(entry, entry.locate(['module']), 'missing-reference', `Không có học phần nào mang mã ${quote(module)}.`, 'Sửa lại mã, hoặc thêm học phần vào khóa học.');
  }
}
