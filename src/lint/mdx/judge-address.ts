import type { Kind } from '../kinds.ts';
import { quote } from '../say.ts';

const inside = 'Liên kết trong trang bắt đầu bằng dấu /, ví dụ /goi-giup/ hoặc /bai-hoc/a1-1/.';

/**
 * Decides where a link may lead. What is written is compared with the few shapes that are allowed; there is no list of
 * bad addresses to slip past.
 *
 * @param url The address with Markdown's escapes and entities already resolved.
 * @returns `route`: to a place on this site, still to be found; `fine`: nothing more to look at; else what is wrong.
 */
export function judgeAddress(url: string, kind: Kind): 'route' | 'fine' | { message: string; mend: string } {
  if (/^#[\p{L}\p{N}._-]+$/u.test(url)) return 'fine';
  if (/^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*\/?)?(?:\?[a-z0-9=&+-]*)?(?:#[A-Za-z0-9._-]+)?$/.test(url)) return 'route';
  if (/^https:/i.test(url)) {
    if (kind === 'lessons') return { message: `Liên kết ra trang khác: ${quote(url)}. Bài học không dẫn bà con ra ngoài.`, mend: 'Nguồn thì ghi ở căn cứ rồi dẫn bằng <Fact id="F1.3" />. Điều bà con cần thì viết luôn trong bài.' };
    return isPlainWebAddress(url) ? 'fine' : { message: `Địa chỉ web viết lạ: ${quote(url)}.`, mend: 'Chép lại địa chỉ từ trang ấy: https:// rồi tên miền chữ thường không dấu, không có @, không có số cổng.' };
  }
  if (/^http:/i.test(url)) return { message: `Địa chỉ không an toàn (http): ${quote(url)}.`, mend: kind === 'lessons' ? inside : 'Dùng địa chỉ bắt đầu bằng https://.' };
  if (/^tel:/i.test(url)) return { message: `Số gọi viết thẳng vào liên kết: ${quote(url)}.`, mend: 'Số gọi lấy từ danh bạ: <Contact id="111" />.' };
  if (/^mailto:/i.test(url)) return { message: `Địa chỉ thư viết thẳng vào liên kết: ${quote(url)}.`, mend: 'Ghi địa chỉ thư ở tệp liên hệ trong contacts.' };
  return { message: `Liên kết này không dùng được: ${quote(url)}.`, mend: inside };
}

/** A web address people can read: https, a name with plain letters, no user name, port or disguise. */
function isPlainWebAddress(url: string): boolean {
  return /^https:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,}(?:[/?#][!-~]*)?$/.test(url) && !/[\\"'<>`{}|^]/.test(url);
}
