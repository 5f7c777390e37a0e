import { gainOf } from './gain.ts';
import { hideSmall } from './hide-small.ts';
import { commonItems, type Item, moments, type Round, type Score, type SessionRecord, scoreOf } from './record.ts';

/** One line of a table. A number is written as a number. */
export type Row = (string | number)[];
export type Separator = ';' | ',';

/** What Excel needs to read Vietnamese: the three bytes that say "this is UTF-8". */
const BOM = '\uFEFF';

/**
 * A table as Excel opens it by double-click: BOM, CRLF, quotes where needed. With `;` the decimal sign is a comma, as on a Vietnamese computer. A text that Excel would take
 * for a formula gets an apostrophe before it.
 */
export function toCsv(rows: Row[], separator: Separator): string {
  const cell = (value: string | number) => {
    if (typeof value === 'number') return separator === ';' ? String(value).replace('.', ',') : String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";,\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return BOM + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}

/** Reads a table whatever separates its columns (`;`, `,` or a tab, as the first line has most of), also after Excel has saved it again. */
export function parseCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/, '');
  const first = plain.split(/\r?\n/, 1)[0] || '';
  const separator = [';', ',', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] as string;
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain.charAt(at);
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (plain.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === separator || letter === '\n') {
      (rows[rows.length - 1] as string[]).push(cell.replace(/\r$/, ''));
      cell = '';
      if (letter === '\n') rows.push([]);
    } else cell += letter;
  }
  (rows[rows.length - 1] as string[]).push(cell);
  return rows.filter((row) => row.some((value) => value.trim() !== ''));
}

/** The line of a session's table that stands for all items. */
export const ALL = 'tat-ca';
const NONE: Score = { right: 0, of: 0, items: 0, people: 0 };

/**
 * A session as lines: one for all items, one for each lesson, one for each group of people (groups under five hidden). Columns: code, day, module, commune, number, line, items, then people and
 * right answers before, after and months later, then the normalised gain with two decimals. People of fewer than five leave no figures at all.
 */
export function sessionRows(session: SessionRecord, items: Item[], code: string, heading: Row, hidden: string): Row[] {
  const rounds = moments.map((moment) => session.rounds[moment]);
  const asked = commonItems(rounds.filter((round): round is Round => !!round));
  const lessons = items.map((item) => item.lesson).filter((lesson, index, all) => all.indexOf(lesson) === index);
  const start: Row = [code, session.day, session.module, session.commune, session.number];
  const line = (name: string, ids: string[]): Row => {
    const scores = rounds.map((round) => (round && round.people >= 5 ? scoreOf(round, items, ids) : NONE));
    const before = scores[0] as Score;
    const last = (scores[1] as Score).of ? (scores[1] as Score) : (scores[2] as Score);
    const gain = before.of && last.of ? Math.round(gainOf(before, last).gain * 100) / 100 : '';
    return start.concat([name, ids.length], ...scores.map((score) => (score.of ? [score.people, score.right] : ['', ''])), [gain]);
  };
  const heads = hideSmall(session.heads);
  return [heading, line(ALL, asked)]
    .concat(
      lessons
        .map((lesson) =>
          line(
            lesson,
            items.filter((item) => item.lesson === lesson && asked.indexOf(item.id) >= 0).map((item) => item.id),
          ),
        )
        .filter((row) => (row[6] as number) > 0),
    )
    .concat(Object.keys(heads).map((key) => start.concat([key, '', heads[key] === undefined ? hidden : (heads[key] as number)])));
}
