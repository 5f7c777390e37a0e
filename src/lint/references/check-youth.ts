import { type Entry, isOf } from '../entry.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

/** A version for 11 to 15 year-olds is another lesson, and says of itself that it is for them. */
export function checkYouth(entries: Entry[], known: KnownIds): void {
  for (const entry of entries) {
    const version = isOf('lessons', entry) ? entry.data?.youthVersion : undefined;
    if (version === undefined) continue;
    const at = entry.locate(['youthVersion']);
    const target = known.entries.lessons.get(version)?.data;
    if (version === entry.id) say(entry, at, 'youth-version', 'Bản cho các em lại là chính bài này.', 'Ghi mã của bài viết riêng cho 11–15 tuổi. Bài này hợp với các em rồi thì chỉ ghi “youth: true”.');
    else if (target && !target.youth) say(entry, at, 'youth-version', `Bài ${quote(version)} chưa ghi là hợp với 11–15 tuổi.`, `Thêm “youth: true” ở đầu lessons/${version}.mdx.`);
  }
}
