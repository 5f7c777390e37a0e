import { checkLesson, type Problem } from '../../lint/index.ts';
import { BROKEN } from '../model/broken.ts';
import { type OpenEntry, textOf } from '../safe/store.ts';
import { loadKnown } from './known.ts';
import { toKnownIds } from './known-ids.ts';

/** What the checker says of the entry that is open. */
export interface Findings {
  /** The file as it would be saved; lines in the problems are lines of it. */
  text: string;
  /** These stop the save: saved so, nobody could open or build it. */
  stops: Problem[];
  /** These must be mended before it can be published, but may wait: what it points at may be written later. */
  later: Problem[];
}

/** Rules about other entries, which may not be there yet. */
const mayWait = new Set(['missing-reference', 'draft-reference', 'dead-link', 'missing-picture', 'quiz-owner', 'unsure-fact', 'unconfirmed-contact', 'unknown-call-number', 'lesson-shape']);

/**
 * Checks an entry with the checker of the site itself.
 *
 * @param path the file's path inside the content folder, for an entry that has none yet
 * @throws {Error} in words when what the desk knows of the rest cannot be fetched
 */
export async function checkEntry(open: OpenEntry, contentPath: string): Promise<Findings> {
  const text = textOf(open);
  if (BROKEN in open.values) return { text, stops: [broken(contentPath)], later: [] };
  // The single files of words are judged field by field, by the same schema.
  if (open.kind.file) return { text, stops: judgeWhole(open, contentPath), later: [] };
  const known = toKnownIds(await loadKnown());
  const problems = checkLesson({ path: contentPath, text }, known);
  const waits = ({ rule, severity }: Problem) => severity === 'warning' || mayWait.has(rule);
  return { text, stops: problems.filter((problem) => !waits(problem)), later: problems.filter(waits) };
}

const broken = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  rule: 'cannot-read',
  message: 'Tệp này có chỗ hỏng nên bàn biên tập không đọc được, và không ghi đè lên.',
  mend: 'Báo cho người phụ trách kỹ thuật.',
  severity: 'error',
});

function judgeWhole({ kind, values }: OpenEntry, file: string): Problem[] {
  const result = kind.schema.safeParse(values);
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ file, line: 1, column: 1, rule: 'bad-field', message: `Ô ${path.join(' › ')}: ${message}`, mend: 'Viết lại ô này.', severity: 'error' as const }));
}
