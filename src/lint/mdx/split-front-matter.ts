import type { Finding } from '../report.ts';

/** A lesson or page cut in two. */
export interface FrontMatter {
  /** The YAML between the fences, absent when there is no front matter to read. */
  head?: string;
  headStart: number;
  /** The whole file with the front matter blanked out: same length, same lines, so that offsets stay those of the file. */
  body?: string;
  bodyStart: number;
  mistakes: Finding[];
}

const mend = 'Đầu tệp gồm: dòng 1 chỉ có ---, các dòng “tên: giá trị”, rồi một dòng chỉ có ---.';

/**
 * Cuts off the front matter: `---` alone on line 1, `---` alone on a later line. Anything else is refused, because
 * readers differ on it and some run code (`---js`). The site's own reader ends the front matter at any line that
 * begins with `---` or `+++`, so no such line may stand in between.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const mistakes: Finding[] = [];
  const refuse = (at: number, message: string) => mistakes.push({ at, rule: 'front-matter', message, mend });
  const first = lineAt(text, bom);
  if (!first.text.startsWith('---')) {
    refuse(bom, text.slice(bom).trimStart().startsWith('---') ? 'Có dòng trống hoặc dấu cách trước dòng --- đầu tiên.' : 'Dòng 1 phải là ---.');
    return { headStart: bom, bodyStart: bom, mistakes };
  }
  if (first.text !== '---') refuse(bom, `Dòng 1 chỉ được có ba dấu gạch ---, không có gì theo sau.`);
  for (let line = lineAt(text, first.next); line.start < text.length || line.text !== ''; line = lineAt(text, line.next)) {
    if (line.text.startsWith('---') || line.text.startsWith('+++')) {
      if (line.text !== '---') refuse(line.start, 'Dòng đóng phần đầu chỉ được có ba dấu gạch ---, không có gì theo sau.');
      return { head: text.slice(first.next, line.start), headStart: first.next, body: blank(text.slice(0, line.next)) + text.slice(line.next), bodyStart: line.next, mistakes };
    }
    if (line.next >= text.length) break;
  }
  refuse(bom, 'Phần đầu chưa đóng: không thấy dòng --- thứ hai.');
  return { headStart: first.next, bodyStart: text.length, mistakes };
}

/** The line that begins at an offset, without its ending; `next` is where the following one begins. */
function lineAt(text: string, start: number): { start: number; text: string; next: number } {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = start;
  const found = ending.exec(text);
  return { start, text: text.slice(start, found?.index ?? text.length), next: found ? found.index + found[0].length : text.length };
}

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');
