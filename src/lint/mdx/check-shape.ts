import type { Entry } from '../entry.ts';
import { type Node, startOf } from './tree.ts';

/**
 * The parts every lesson has: one opening situation first, three to five key messages, one thing to do now, one quiz
 * last. In a draft, which may be half written, what is missing is only a warning.
 *
 * @param start Offset at which the text begins: where a missing part is reported.
 */
export function checkShape(tree: Node, entry: Entry, start: number): void {
  const blocks = tree.children ?? [];
  const severity = entry.isDraft ? 'warning' : 'error';
  const say = (at: number, message: string, mend: string) => entry.report.add({ at, rule: 'lesson-shape', message, mend, severity });
  const all = (name: string) => blocks.filter((block) => block.type === 'mdxJsxFlowElement' && block.name === name);

  const one = (name: string, what: string, place: string) => {
    const [first, second] = all(name);
    if (!first) say(start, `Bài chưa có ${what} <${name}>.`, `Thêm <${name}> ${place}.`);
    else if (second) say(startOf(second), `Bài có hơn một ${what} <${name}>.`, `Chỉ giữ một <${name}>.`);
    return first;
  };
  const situation = one('Situation', 'tình huống mở đầu', 'ở đầu bài');
  if (situation && blocks[0] !== situation) say(startOf(situation), 'Tình huống mở đầu phải đứng đầu bài.', 'Đưa <Situation> lên trên hết, ngay sau phần đầu.');
  one('DoNow', 'việc làm ngay', 'sau các ý chính');
  const quiz = one('Quiz', 'trắc nghiệm', `ở cuối bài: <Quiz id="${entry.id}" />`);
  if (quiz && blocks.at(-1) !== quiz) say(startOf(quiz), 'Trắc nghiệm phải đứng cuối bài.', 'Đưa <Quiz> xuống dưới cùng.');

  const messages = all('KeyMessage');
  const sixth = messages[5];
  if (sixth) say(startOf(sixth), `Bài có ${messages.length} ý chính <KeyMessage>, nhiều nhất là 5.`, 'Gộp hoặc bớt ý, hoặc chia thành hai bài.');
  else if (messages.length < 3) say(messages[0] ? startOf(messages[0]) : start, `Bài có ${messages.length} ý chính <KeyMessage>, cần từ 3 đến 5.`, 'Thêm <KeyMessage title="…"> cho đủ 3 ý.');
}
