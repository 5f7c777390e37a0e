import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Report } from '../report.ts';
import { findExcess } from './limits.ts';
import { explainFailure, type Failure } from './syntax-failures.ts';
import type { Node } from './tree.ts';

// The front matter is already cut off (see split-front-matter.ts), stricter than remark-frontmatter would.
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The reader stops at its first failure; the failing sign is covered and it reads on, so that one run shows every mistake. */
const MOST_FAILURES = 12;
const moduleLine = /^[ \t]*(import|export)(?![\p{L}\p{N}_-])/gmu;

/**
 * Reads a lesson's text into a syntax tree and reports what cannot be read.
 *
 * @param body Text with the front matter blanked, as long as the file.
 * @returns The tree, absent when even covering the mistakes did not help; `isWhole` when nothing had to be covered.
 */
export function parseMdx(body: string, report: Report): { tree?: Node; isWhole: boolean } {
  const excess = findExcess(body);
  if (excess) {
    report.add(excess);
    return { isWhole: false };
  }
  let text = body.replace(moduleLine, (found, word: string, index: number) => {
    report.add({ at: index + found.length - word.length, rule: 'import-export', message: `Dòng bắt đầu bằng “${word}”: máy hiểu là lệnh.`, mend: 'Bài học không cần dòng import hay export. Xóa dòng này, hoặc viết chữ khác ở đầu dòng.' });
    return found.replace(word, word.toUpperCase());
  });
  let isWhole = text === body;
  for (let round = 0; round <= MOST_FAILURES; round++) {
    try {
      return { tree: processor.parse(text) as Node, isWhole };
    } catch (error) {
      isWhole = false;
      const { finding, cover } = explainFailure(error as Failure, text, report);
      report.add(finding);
      if (cover.length === 0 || round === MOST_FAILURES) break;
      text = [...cover].reduce((covered, at) => `${covered.slice(0, at)}¤${covered.slice(at + 1)}`, text);
    }
  }
  return { isWhole };
}
