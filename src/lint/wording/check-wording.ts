import type { Style, WordingRule } from '../../schemas/style.ts';
import { type Entry, isOf } from '../entry.ts';
import type { Kind } from '../kinds.ts';
import type { KnownIds } from '../known.ts';
import { quote } from '../say.ts';
import type { Words } from '../text/check-text.ts';
import { findWords, holdsAny } from './find-words.ts';
import { identifying, tracesIn } from './identify.ts';
import { undatedNumbers } from './numbers.ts';
import { checkOldNumbers } from './old-numbers.ts';
import { sentencesOf } from './sentences.ts';

/** Kinds whose words bà con read as ours. Facts say what a source says; contacts what an office is called. */
const read: Kind[] = ['lessons', 'pages', 'quizzes', 'scenarios', 'checks', 'glossary', 'courses'];
/** Fields of them that no reader sees as a sentence. */
const unseen = new Set(['synonyms', 'why', 'sms', 'by']);
/** Below so many sentences a share says nothing. */
const ENOUGH_SENTENCES = 8;

/**
 * The wording of one file. What could give a person away and old numbers are errors; the rest are warnings, because only
 * a reader can judge them. Without a list (a body of content may have none) only the errors are looked for.
 */
export function checkWording(entry: Entry, known: KnownIds): void {
  if (!read.includes(entry.kind)) return;
  const words = entry.words.filter(({ path }) => !path.some((step) => unseen.has(String(step))));
  const style = [...known.entries.style.values()].find(({ data }) => data)?.data;
  checkPeople(entry, words);
  checkOldNumbers(entry, words, known, style);
  if (!style) return;
  checkSentences(entry, words, style);
  checkTerms(entry, words, style, known);
  for (const text of words) if (!entry.report.isFull) checkPhrases(entry, text, words, style);
}

/** Adds a warning about wording. */
function warn(entry: Entry, { run }: Words, index: number, rule: WordingRule, message: string, mend: string): void {
  entry.report.add({ at: run.offsets[index] ?? 0, rule, message, mend, severity: 'warning' });
}

function checkPeople(entry: Entry, words: Words[]): void {
  for (const text of words) {
    const all = tracesIn(text.run.text);
    if (all.length === 0) continue;
    const traces = identifying(text.run.text, all);
    const [first] = traces;
    if (first) {
      entry.report.add({
        at: text.run.offsets[first.at] ?? 0,
        rule: 'identifies',
        message: `Đoạn này có thể làm lộ một người: ${traces.map((trace) => quote(trace.text)).join(', ')}.`,
        mend: 'Chỉ gọi theo vai, ví dụ “một chị ở bản vùng cao”. Bỏ tên, bỏ tên xã bản, hoặc bỏ tuổi. Bản nhỏ là nhận ra ngay.',
      });
      continue;
    }
    for (const name of all.filter(({ kind }) => kind === 'name')) warn(entry, text, name.at, 'personal-name', `${quote(name.text)} giống tên người.`, 'Nhân vật chỉ gọi theo vai, không đặt tên.');
  }
}

function checkSentences(entry: Entry, words: Words[], { sentence }: Style): void {
  const all = words.flatMap((text) => sentencesOf(text.run.text).map((found) => ({ ...found, place: text })));
  for (const { words: count, from, place, text } of all)
    if (count > sentence.longest) warn(entry, place, from, 'long-sentence', `Câu ${count} chữ: ${quote(text, 50)}.`, `Tách thành hai câu, mỗi câu một ý. Câu dễ đọc dưới ${sentence.good} chữ.`);
  const long = all.filter(({ words: count }) => count > sentence.good);
  const share = Math.round((long.length / Math.max(1, all.length)) * 100);
  const [first] = long;
  if (first && all.length >= ENOUGH_SENTENCES && share > sentence.share)
    warn(entry, first.place, first.from, 'many-long-sentences', `${share}% số câu trong tệp dài hơn ${sentence.good} chữ (${long.length} trên ${all.length} câu).`, `Nên dưới ${sentence.share}%. Bắt đầu từ câu dài nhất.`);
}

/** A word of the law is in the list of hard words, and a lesson that uses it explains it once. */
function checkTerms(entry: Entry, words: Words[], style: Style, known: KnownIds): void {
  if (entry.kind === 'glossary') return;
  const explained = new Set(entry.references.filter(({ to }) => to === 'glossary').map(({ id }) => id));
  for (const term of style.lawTerms) {
    const place = words.find((text) => holdsAny(text.run.text, [term]));
    const found = place && findWords(place.run.text, [term])[0];
    if (!place || !found) continue;
    // Who explains “thị thực du lịch” has explained “thị thực”.
    const entries = [...known.entries.glossary.values()].filter(({ data }) => data && [data.term, ...data.synonyms].some((word) => holdsAny(word, [term])));
    const isExplained = entries.some(({ id }) => explained.has(id));
    if (entries.length === 0) warn(entry, place, found.at, 'law-term', `Từ luật ${quote(term)} chưa có trong danh sách từ khó.`, 'Thêm một tệp ở glossary, hoặc nói bằng lời thường.');
    else if (entry.kind === 'lessons' && !isExplained)
      warn(entry, place, found.at, 'unexplained-term', `Từ luật ${quote(term)} chưa được giải nghĩa trong bài.`, `Ở lần dùng đầu viết <Term id="${entries[0]?.id}">${term}</Term>, hoặc nói bằng lời thường.`);
  }
}

const labels = { blame: 'đổ lỗi cho người bị hại', sensational: 'giật gân', label: 'gán nhãn' };

function checkPhrases(entry: Entry, text: Words, all: Words[], style: Style): void {
  const { text: said } = text.run;
  for (const { words, kind, instead } of style.avoid) for (const { at, phrase } of findWords(said, words)) warn(entry, text, at, 'avoid-word', `${quote(phrase)} là lời ${labels[kind]}.`, `Nên viết: ${instead}.`);
  for (const { words, unless } of style.promises)
    for (const sentence of sentencesOf(said))
      for (const { at, phrase } of holdsAny(sentence.text, unless) ? [] : findWords(sentence.text, words))
        warn(entry, text, sentence.from + at, 'promise', `${quote(phrase)} nghe như hứa thay Nhà nước.`, 'Giữ chữ “có thể”, “được xem xét”, và chỉ nơi hỏi: UBND xã hoặc 111.');
  for (const { words, now } of style.outdated)
    for (const { at, phrase } of findWords(said, words))
      if (!entry.report.isFull && !isSaidOutdated(text, all, style.outdatedMarks)) warn(entry, text, at, 'outdated-name', `${quote(phrase)} là tên cũ.`, `Nay là: ${now}. Cần nhắc tên cũ thì nói rõ là cũ.`);
  for (const { at, text: amount } of undatedNumbers(said)) warn(entry, text, at, 'number-without-year', `Số liệu ${quote(amount)} chưa ghi năm.`, 'Thêm năm của số liệu vào cùng đoạn.');
}

/** The paragraph itself, what follows it closely, or the question it is part of, says that this is no longer so. */
export function isSaidOutdated(text: Words, all: Words[], marks: readonly string[]): boolean {
  const index = all.indexOf(text);
  const near = text.path.length >= 2 ? all.filter(({ path }) => path[0] === text.path[0] && path[1] === text.path[1]) : all.slice(index, index + 3);
  return near.some(({ run }) => holdsAny(run.text, marks));
}

/** The rule that holds warnings about wording to their number. */
const BUDGET = 'wording-budget';

/** Warnings about wording never grow: more of a kind than the list allows is an error of the check, though not of a build. */
export function checkBudget(entries: Entry[]): void {
  const list = entries.find((entry) => isOf('style', entry) && entry.data);
  if (!list || !isOf('style', list) || !list.data) return;
  const problems = entries.flatMap(({ report }) => report.problems);
  for (const [rule, most] of Object.entries(list.data.budget)) {
    const found = problems.filter((problem) => problem.rule === rule);
    const at = list.locate(['budget', rule]);
    if (found.length > most) list.report.add({ at, rule: BUDGET, message: `Có ${found.length} lời nhắc loại ${quote(rule)}, hạn mức là ${most}.`, mend: `Sửa bớt, bắt đầu từ tệp vừa viết: ${found.at(-1)?.file}. Đừng nâng hạn mức.` });
    else if (found.length < most)
      list.report.add({ at, rule: BUDGET, message: `Hạn mức loại ${quote(rule)} là ${most}, nay chỉ còn ${found.length} lời nhắc.`, mend: `Hạ xuống “${rule}: ${found.length}” để không dài trở lại.`, severity: 'warning' });
  }
}
