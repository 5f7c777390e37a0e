import { factIdField, idField } from '../../schemas/fields.ts';
import type { Entry, Reference, ReferenceForm } from '../entry.ts';
import { type Kind, kinds } from '../kinds.ts';
import { quote } from '../say.ts';
import { checkText } from '../text/check-text.ts';
import { fit } from './describe-issue.ts';
import { valueAt } from './fields.ts';
import { locate } from './locate.ts';
import { readYaml, type YamlText } from './read-yaml.ts';
import { yamlTexts } from './yaml-texts.ts';

/** Fields that hold ids, addresses and dialled numbers instead of words. */
const notWords = new Set(['id', 'url', 'local', 'international', 'email', 'fact', 'facts', 'lesson', 'lessons', 'module', 'form', 'startWith', 'lighterWay', 'youthVersion', 'contacts', 'to', 'flagWhen', 'icon', 'kind']);
/** Kinds whose words are about words, not for readers. */
const aboutWords = new Set<Kind>(['style']);
/** Fields that point at another entry. Courses are looked at as a whole, elsewhere. */
const pointers: { in: Kind; field: string; to: Reference['to']; form?: ReferenceForm }[] = [
  { in: 'quizzes', field: 'facts', to: 'facts' },
  { in: 'quizzes', field: 'module', to: 'modules' },
  { in: 'quizzes', field: 'lesson', to: 'lessons' },
  { in: 'glossary', field: 'fact', to: 'facts' },
  { in: 'contacts', field: 'fact', to: 'facts' },
  { in: 'lessons', field: 'lighterWay', to: 'lessons' },
  { in: 'lessons', field: 'youthVersion', to: 'lessons' },
  { in: 'scenarios', field: 'facts', to: 'facts' },
  { in: 'scenarios', field: 'lessons', to: 'lessons' },
  { in: 'scenarios', field: 'contacts', to: 'contacts', form: 'card' },
  { in: 'style', field: 'fact', to: 'facts' },
  { in: 'checks', field: 'facts', to: 'facts' },
  { in: 'checks', field: 'contacts', to: 'contacts', form: 'card' },
  { in: 'plans', field: 'lessons', to: 'lessons' },
  { in: 'plans', field: 'facts', to: 'facts' },
];

/**
 * Reads the YAML of an entry (a whole file, or a front matter) and checks its syntax, its schema, its id and its words.
 *
 * @param source The YAML.
 * @param start Its offset in the file.
 */
export function readFields(entry: Entry, source: string, start: number): void {
  const yaml = readYaml(source, start, entry.report);
  entry.locate = (path) => locate(yaml, path);
  entry.isDraft = valueAt(yaml.value, 'draft') === true;
  if (!kinds[entry.kind].schema) return;
  if (yaml.value !== undefined) checkSchema(entry, yaml.value);
  checkWords(entry, yaml);
  checkName(entry, yaml.value);
}

function checkSchema(entry: Entry, value: unknown): void {
  const { schema } = kinds[entry.kind];
  if (!schema) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    entry.report.add({ at: entry.locate([]), rule: 'bad-field', message: 'Không thấy ô nào: mỗi dòng phải có dạng “tên: giá trị”.', mend: 'Viết theo một tệp có sẵn cùng thư mục.' });
    return;
  }
  const result = fit(schema, value);
  if ('data' in result) entry.data = result.data as NonNullable<Entry['data']>;
  else
    for (const { path, ...complaint } of result.complaints) {
      if (entry.report.isFull) return;
      entry.report.add({ at: entry.locate(path), ...complaint });
    }
}

function checkWords(entry: Entry, yaml: YamlText): void {
  for (const { path, run } of yamlTexts(yaml)) {
    const field = path.findLast((step) => typeof step === 'string');
    const pointer = pointers.find((pointer) => pointer.in === entry.kind && pointer.field === field);
    if (pointer) entry.references.push({ to: pointer.to, id: run.text, form: pointer.form ?? 'field', at: run.offsets[0] ?? yaml.start });
    if (aboutWords.has(entry.kind) || (typeof field === 'string' && notWords.has(field))) continue;
    const tag = /<\/?[A-Za-z][^<>]*>/.exec(run.text);
    if (tag)
      entry.report.add({
        at: run.offsets[tag.index] ?? yaml.start,
        rule: 'tag-in-field',
        message: `Ô này chỉ viết chữ, không dùng thẻ: ${quote(tag[0])}.`,
        mend: kinds[entry.kind].hasTokens ? 'Xóa thẻ. Cần một số gọi thì viết [[mã]], ví dụ [[111]].' : 'Xóa thẻ, chỉ giữ chữ.',
      });
    checkText(run, entry, 'field', path);
  }
}

/** The file's name is the id, for life; a file that also says its id must say the same. */
function checkName(entry: Entry, value: unknown): void {
  const { kind, id, report } = entry;
  const isGood = (kind === 'facts' ? factIdField : idField).safeParse(id).success;
  if (!isGood)
    report.add({ at: 0, rule: 'file-name', message: `Tên tệp ${quote(id)} không dùng làm mã được.`, mend: kind === 'facts' ? 'Mã căn cứ có dạng F1.3 hoặc F1.9b.' : 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ a1-1.' });
  if (kinds[kind].ending !== 'yaml') return;
  const written = valueAt(value, 'id');
  if (typeof written === 'string' && written !== id)
    report.add({
      at: entry.locate(['id']),
      rule: 'file-name',
      message: `Mã trong tệp là ${quote(written)}, tên tệp lại là ${quote(id)}.`,
      mend: 'Mã và tên tệp phải giống hệt nhau, kể cả chữ hoa chữ thường. Mã đã dùng thì đừng đổi, hãy đổi tên tệp.',
    });
}
