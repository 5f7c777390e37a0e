import type { Entry } from '../entry.ts';
import { kinds } from '../kinds.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import { say } from './say.ts';

/** A quiz that bears a lesson's id is that lesson's own: placed there, and nowhere else. */
export function checkQuizOwners(entries: Entry[], known: KnownIds): void {
  const placed = new Set<string>();
  for (const entry of entries) {
    // In a lesson that cannot be read to its end the quiz may be among what was not read.
    if (entry.kind === 'lessons' && !entry.isWhole) placed.add(entry.id);
    for (const { to, id, form, at } of entry.references) {
      if (to !== 'quizzes' || form !== 'component') continue;
      if (entry.kind === 'lessons' && entry.id === id) placed.add(id);
      else if (known.entries.lessons.has(id))
        say(entry, at, 'quiz-owner', `Trắc nghiệm ${quote(id)} là của bài ${quote(id)}, không đặt ở đây được.`, entry.kind === 'lessons' ? `Dùng trắc nghiệm của bài này: <Quiz id="${entry.id}" />.` : 'Chọn một trắc nghiệm khác.');
    }
  }
  for (const entry of entries) {
    const lesson = entry.kind === 'quizzes' ? known.entries.lessons.get(entry.id) : undefined;
    if (lesson?.data && !lesson.isDraft && !entry.isDraft && !placed.has(entry.id))
      say(entry, 0, 'quiz-owner', `Trắc nghiệm này mang mã của bài ${quote(entry.id)}, nhưng bài ấy không đặt nó.`, `Thêm <Quiz id="${entry.id}" /> ở cuối lessons/${entry.id}.mdx, hoặc đổi mã trắc nghiệm.`);
  }
}

/** Two files may not share an id, not even with other capitals: some disks and some servers do not tell them apart. */
export function checkDoubleIds(entries: Entry[]): void {
  const owners = new Map<string, Entry>();
  for (const entry of entries) {
    const ids = new Set([entry.id.toLowerCase()]);
    const written = (entry.data as { id?: unknown } | undefined)?.id;
    if (typeof written === 'string') ids.add(written.toLowerCase());
    for (const id of ids) {
      const owner = owners.get(`${entry.kind}/${id}`);
      if (owner && owner !== entry)
        entry.report.add({ at: entry.locate(['id']), rule: 'double-id', message: `Hai ${kinds[entry.kind].noun} cùng mã ${quote(id)}: ${owner.path} và ${entry.path}.`, mend: 'Mỗi mã chỉ một tệp. Xóa hoặc đổi mã một tệp.' });
      else owners.set(`${entry.kind}/${id}`, entry);
    }
  }
}
