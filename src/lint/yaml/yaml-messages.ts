import type { YAMLError } from 'yaml';
import type { Finding } from '../report.ts';
import { quote } from '../say.ts';

type Words = Pick<Finding, 'message' | 'mend'>;

/** The library's error codes in an editor's words; any other code gets the general advice. */
const words: Record<string, Words> = {
  BAD_INDENT: { message: 'Dòng này thụt vào chưa đúng, hoặc thiếu dấu nháy ở dòng trên.', mend: 'Các ô cùng nhóm phải thẳng hàng. Nhóm con thụt vào đúng hai dấu cách.' },
  TAB_AS_INDENT: { message: 'Dòng này thụt vào bằng phím Tab.', mend: 'Xóa Tab, thay bằng hai dấu cách.' },
  MISSING_CHAR: { message: 'Thiếu một dấu: dấu nháy đóng, dấu ngoặc đóng, hoặc dấu cách sau dấu hai chấm.', mend: 'Xem từ chỗ này ngược lên: dấu nháy nào mở mà chưa đóng? Sau dấu hai chấm cần một dấu cách.' },
  BAD_SCALAR_START: { message: 'Giá trị bắt đầu bằng một dấu đặc biệt.', mend: 'Đặt cả giá trị trong dấu nháy kép: "…".' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'Dòng này có hai dấu hai chấm, hoặc dòng dưới thụt vào sai.', mend: 'Giá trị có dấu hai chấm thì đặt trong dấu nháy kép, ví dụ title: "Nhớ: gọi 111". Các ô cùng nhóm phải thẳng hàng.' },
  MULTILINE_IMPLICIT_KEY: { message: 'Dòng này không có dạng “tên: giá trị”.', mend: 'Kiểm tra dấu hai chấm sau tên ô, và dấu nháy của dòng trên.' },
  MULTIPLE_DOCS: { message: 'Giữa tệp có một dòng “---”.', mend: 'Xóa dòng “---” ấy.' },
  BAD_DQ_ESCAPE: { message: 'Trong dấu nháy kép có dấu \\ đứng trước một chữ lạ.', mend: 'Viết \\\\ thay cho \\, hoặc dùng dấu nháy đơn.' },
  KEY_OVER_1024_CHARS: { message: 'Tên ô dài quá: chắc thiếu dấu nháy hoặc dấu hai chấm ở trên.', mend: 'Kiểm tra dấu nháy và dấu hai chấm ở dòng này và dòng trên.' },
  RESOURCE_EXHAUSTION: { message: 'Các nhóm lồng nhau quá sâu.', mend: 'Viết lại theo mẫu của một tệp có sẵn.' },
  TAG_RESOLVE_FAILED: { message: 'Dấu ! ở đầu giá trị có nghĩa riêng trong YAML.', mend: 'Đặt cả giá trị trong dấu nháy kép: "!…".' },
  BAD_ALIAS: { message: 'Dấu * hoặc & ở đầu giá trị có nghĩa riêng trong YAML.', mend: 'Đặt cả giá trị trong dấu nháy kép: "*…".' },
  BAD_DIRECTIVE: { message: 'Dấu % ở đầu dòng có nghĩa riêng trong YAML.', mend: 'Đặt cả giá trị trong dấu nháy kép: "%…".' },
};

const general: Words = { message: 'Máy không đọc được từ dòng này.', mend: 'Mỗi dòng có dạng “tên: giá trị” hoặc “- mục”. Giá trị có dấu : # " { [ thì đặt trong dấu nháy kép.' };

/** What to tell an editor about one failure of the YAML reader; `at` is an offset in the source. */
export function mendYaml(failure: YAMLError, source: string): Finding {
  const at = startOfQuote(failure, source) ?? failure.pos[0];
  const line = source.slice(source.lastIndexOf('\n', at - 1) + 1).split(/[\r\n]/, 1)[0] ?? '';
  const said = (Object.hasOwn(words, failure.code) ? words[failure.code] : undefined) ?? general;
  return { at, rule: 'yaml-syntax', message: line.trim() ? `${said.message} Dòng này là: ${quote(line, 60)}` : said.message, mend: said.mend };
}

/** A quotation mark that is never closed is noticed only at the end of the file; the line to look at is the first one with an odd mark. */
function startOfQuote(failure: YAMLError, source: string): number | undefined {
  const sign = /Missing closing (["'])quote/.exec(failure.message)?.[1];
  if (failure.code !== 'MISSING_CHAR' || sign === undefined) return undefined;
  for (const line of source.matchAll(/[^\r\n]+/g)) {
    const signs = line[0].replace(/\\./g, '  ').split(sign).length - 1;
    if (signs % 2 === 1) return line.index + line[0].search(/\S/);
  }
  return undefined;
}
