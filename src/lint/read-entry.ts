import type { Entry } from './entry.ts';
import { kinds } from './kinds.ts';
import { readLessonText } from './mdx/read-lesson-text.ts';
import { splitFrontMatter } from './mdx/split-front-matter.ts';
import { placeOfFile } from './place-of-file.ts';
import { Report } from './report.ts';
import { checkScenario } from './scenarios.ts';
import { checkSpread } from './spread.ts';
import { checkUnicode } from './text/check-unicode.ts';
import type { ContentFile } from './types.ts';
import { readFields } from './yaml/read-fields.ts';

/** No honest lesson is near it, and beyond it reading takes long. */
const MOST_BYTES = 200_000;

/** A file that was read: its problems, and what it is when it is content. */
export interface ReadFile {
  report: Report;
  entry?: Entry;
}

/** Reads one file and checks everything that can be checked without the others. Never throws. */
export function readFile(file: ContentFile): ReadFile {
  const report = new Report(file);
  const place = placeOfFile(file.path);
  if (!place) return { report };
  if ('message' in place) {
    report.add({ at: 0, rule: 'misplaced-file', ...place });
    return { report };
  }
  const entry: Entry = { kind: place.kind, id: place.id, path: file.path, isDraft: false, references: [], words: [], isWhole: false, locate: () => 0, report };
  report.guard(() => readInto(entry));
  report.guard(() => checkScenario(entry));
  report.guard(() => checkSpread(entry));
  return { report, entry };
}

function readInto(entry: Entry): void {
  const { report } = entry;
  const { text } = report;
  if (text.includes('\0')) return report.add({ at: text.indexOf('\0'), rule: 'not-text', message: 'Đây không phải tệp chữ (có ký tự rỗng).', mend: 'Mở bằng Notepad, lưu lại với mã UTF-8; hoặc xóa tệp nếu đặt nhầm chỗ.' });
  if (isTooBig(text)) return report.add({ at: 0, rule: 'too-big', message: 'Tệp này lớn hơn 200 KB.', mend: 'Chia thành nhiều tệp nhỏ. Hình và tiếng đặt trong media.' });
  if (text.trim() === '') return report.add({ at: 0, rule: 'empty-file', message: 'Tệp này trống.', mend: 'Viết nội dung theo một tệp có sẵn cùng thư mục, hoặc xóa tệp.' });
  const { ending, schema } = kinds[entry.kind];
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  if (schema) checkUnicode(text.slice(bom), (index) => index + bom, report);
  if (ending === 'yaml') return readFields(entry, text.slice(bom), bom);
  const parts = splitFrontMatter(text);
  for (const mistake of parts.mistakes) report.add(mistake);
  if (parts.head !== undefined) readFields(entry, parts.head, parts.headStart);
  if (schema && parts.body !== undefined) readLessonText(entry, parts.body, parts.bodyStart);
}

const isTooBig = (text: string) => text.length > MOST_BYTES || (text.length * 3 > MOST_BYTES && new TextEncoder().encode(text).length > MOST_BYTES);
