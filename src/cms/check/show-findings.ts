import type { Problem } from '../../lint/index.ts';
import { inDeskWords } from '../model/plain-words.ts';
import { button, el, openDialog } from '../ui/dom.ts';
import { goToLine } from '../ui/find-place.ts';
import type { Findings } from './check-entry.ts';

/** Shows what was found, each with how to mend it; a tap takes the editor to the place. */
export function showFindings({ text, stops, later }: Findings): void {
  const groups: [string, Problem[]][] = [
    ['Phải sửa mới lưu được', stops],
    ['Lưu được, nhưng phải xong trước khi đăng', later.filter(({ severity }) => severity === 'error')],
    ['Nên xem lại', later.filter(({ severity }) => severity === 'warning')],
  ];
  const content = groups.flatMap(([title, problems]) => (problems.length > 0 ? [el('h3', {}, `${title} (${problems.length})`), listOf(problems, text)] : []));
  const close = openDialog(stops.length > 0 ? 'Chưa lưu được' : 'Kiểm tra bài', content.length > 0 ? content : [el('p', {}, 'Không thấy lỗi nào.')]);
  for (const link of document.querySelectorAll<HTMLButtonElement>('.desk-finding button')) link.addEventListener('click', close);
}

const listOf = (problems: Problem[], text: string) =>
  el(
    'ul',
    { className: 'desk-finding' },
    ...problems.map(({ line, message, mend }) =>
      el(
        'li',
        {},
        el('strong', {}, inDeskWords(message)),
        ' ',
        inDeskWords(mend),
        ' ',
        button('Tới chỗ ấy', () => setTimeout(() => goToLine(text, line))),
      ),
    ),
  );
