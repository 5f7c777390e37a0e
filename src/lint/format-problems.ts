import type { Problem } from './types.ts';

/**
 * Problems for a terminal: by file, each with its place (which editors' programs turn into a link), what is wrong and
 * how to mend it, and a count at the end.
 *
 * @param problems As the check gives them, in order.
 * @param contentDir The content folder as it was given, put before each path.
 */
export function formatProblems(problems: Problem[], contentDir: string): string {
  if (problems.length === 0) return 'Nội dung không có lỗi nào.';
  const folder = contentDir.replace(/[\\/]+$/, '');
  const files = Map.groupBy(problems, (problem) => problem.file);
  const groups = [...files.values()].map((group) => group.map((problem) => formatProblem(problem, folder)).join('\n'));
  return `${groups.join('\n\n')}\n\n${count(problems, files.size)}`;
}

function formatProblem({ file, line, column, message, mend, severity }: Problem, folder: string): string {
  const path = `${folder}/${file}`.replace(/\p{C}/gu, ' ');
  return `${path}:${line}:${column}  ${severity === 'error' ? 'lỗi' : 'cảnh báo'}: ${message}\n    Cách sửa: ${mend}`;
}

function count(problems: Problem[], files: number): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors > 0 && `${errors} lỗi phải sửa`, warnings > 0 && `${warnings} cảnh báo nên xem`].filter(Boolean);
  return `Có ${parts.join(' và ')}, trong ${files} tệp.`;
}
