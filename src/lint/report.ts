import type { ContentFile, Problem } from './types.ts';

/** A problem as a rule finds it: a place in the file's text instead of a line and a column. */
export interface Finding {
  /** Offset in the file's text (UTF-16 units, from 0). */
  at: number;
  rule: string;
  message: string;
  mend: string;
  /** Nothing more is said by the same rule about the same place, even in other words. */
  once?: true;
  /** An error when left out. */
  severity?: Problem['severity'] | undefined;
}

/** More than anyone reads in one evening; the rest appears when these are mended. */
const MOST = 200;

/** The problems of one file, and the way from offsets to lines. */
export class Report {
  readonly problems: Problem[] = [];
  readonly text: string;
  readonly #path: string;
  readonly #lineStarts: number[] = [0];
  readonly #seen = new Set<string>();

  constructor(file: ContentFile) {
    this.text = file.text;
    this.#path = file.path;
    for (const match of file.text.matchAll(/\r\n|\n|\r/g)) this.#lineStarts.push(match.index + match[0].length);
  }

  /** No more problems are taken: rules with many places to look at may stop. */
  get isFull(): boolean {
    return this.problems.length > MOST;
  }

  /** Adds a problem, unless it is there already. */
  add({ at, rule, message, mend, once, severity = 'error' }: Finding): void {
    const { line, column } = this.place(at);
    const key = `${line}:${column}:${rule}:${once ? '' : message}`;
    if (this.#seen.has(key) || this.isFull) return;
    this.#seen.add(key);
    if (this.problems.length === MOST) {
      this.problems.push({ file: this.#path, line: 1, column: 1, rule: 'too-many-problems', message: `Tệp này có hơn ${MOST} lỗi, chỉ nêu ${MOST} lỗi.`, mend: 'Sửa các lỗi đã nêu rồi kiểm tra lại.', severity: 'error' });
      return;
    }
    this.problems.push({ file: this.#path, line, column, rule, message, mend, severity });
  }

  /** Line and column (from 1) of an offset; outside the text it is the nearest end. */
  place(at: number): { line: number; column: number } {
    const offset = Math.max(0, Math.min(at, this.text.length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }

  /** Offset of a line and column (from 1): the way back, for libraries that only say lines. */
  offsetOf(line: number, column: number): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  /**
   * Does one step of the check. Whatever it throws becomes a problem of this file: a library's crash on strange
   * input must neither hide the other mistakes nor look like a fault of the editor's machine.
   */
  guard(step: () => void): void {
    try {
      step();
    } catch {
      this.add({ at: 0, rule: 'cannot-read', message: 'Máy không đọc nổi tệp này.', mend: 'Thử bỏ phần vừa sửa cuối cùng rồi kiểm tra lại. Nếu vẫn vậy, gửi tệp cho người phụ trách kỹ thuật.' });
    }
  }
}
