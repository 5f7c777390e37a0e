import type { Scene } from '../schemas/scenario.ts';
import { type Entry, isOf } from './entry.ts';
import { nearest } from './nearest.ts';
import { list, quote } from './say.ts';

/**
 * The shape of a branching story: every choice leads somewhere, every scene can be reached, from every scene an ending
 * can be reached, and whoever chooses something unsafe finds a way out in the very next scene.
 */
export function checkScenario(entry: Entry): void {
  if (!isOf('scenarios', entry) || !entry.data) return;
  const { scenes } = entry.data;
  const byId = new Map<string, Scene>();
  scenes.forEach((scene, index) => {
    if (byId.has(scene.id)) add(entry, ['scenes', index, 'id'], 'double-scene', `Hai cảnh cùng mã ${quote(scene.id)}.`, 'Mỗi cảnh một mã. Đổi mã một cảnh, rồi sửa các lựa chọn đi tới cảnh ấy.');
    else byId.set(scene.id, scene);
  });
  checkChoices(entry, scenes, byId);
  checkWays(entry, scenes, byId);
  checkEndings(entry, scenes);
}

function checkChoices(entry: Entry, scenes: Scene[], byId: Map<string, Scene>): void {
  scenes.forEach((scene, index) => {
    scene.choices?.forEach(({ to, unsafe }, number) => {
      const target = byId.get(to);
      const at = ['scenes', index, 'choices', number, 'to'];
      if (!target) {
        const guess = nearest(to, byId.keys());
        return add(entry, at, 'missing-scene', `Không có cảnh nào mang mã ${quote(to)}.`, `${guess ? `Có phải là “${guess}”? ` : ''}Các cảnh: ${list([...byId.keys()])}.`);
      }
      if (to === scene.id) add(entry, at, 'missing-scene', 'Lựa chọn này dẫn về chính cảnh đang đọc.', 'Dẫn tới một cảnh khác.');
      if (unsafe && !hasWayOut(target, byId))
        add(
          entry,
          at,
          'no-way-out',
          `Lựa chọn mạo hiểm này đi tới cảnh ${quote(target.title)}, mà ở đó chưa có lối ra.`,
          'Cảnh đi tới phải là kết loại way-out, hoặc có một lựa chọn an toàn đi thẳng tới một kết. Bà con phải thấy lối ra ngay.',
        );
      if (!unsafe && target.ending?.kind === 'way-out' && scene.id === scenes[0]?.id)
        add(entry, at, 'ending-kind', 'Từ cảnh đầu, một lựa chọn an toàn dẫn thẳng tới kết loại way-out.', 'Nếu chưa có chuyện gì thì đổi kết thành safe. Nếu lựa chọn ấy mạo hiểm thì ghi “unsafe: true”.');
    });
  });
}

/** An ending for those who got into trouble, or a safe choice that leads straight to an ending. */
const hasWayOut = (scene: Scene, byId: Map<string, Scene>): boolean => scene.ending?.kind === 'way-out' || (scene.choices ?? []).some(({ to, unsafe }) => !unsafe && byId.get(to)?.ending !== undefined);

function checkWays(entry: Entry, scenes: Scene[], byId: Map<string, Scene>): void {
  const nextOf = (scene: Scene) => (scene.choices ?? []).flatMap(({ to }) => byId.get(to) ?? []);
  const reached = closure(scenes.slice(0, 1), nextOf);
  const canEnd = closure(
    scenes.filter((scene) => scene.ending),
    (end) => scenes.filter((scene) => nextOf(scene).includes(end)),
  );
  scenes.forEach((scene, index) => {
    const at = ['scenes', index, 'id'];
    if (!reached.has(scene)) add(entry, at, 'unreachable-scene', `Không lựa chọn nào dẫn tới cảnh ${quote(scene.title)} (${scene.id}).`, `Thêm một lựa chọn có “to: ${scene.id}”, hoặc xóa cảnh này.`);
    if (!canEnd.has(scene)) add(entry, at, 'dead-end', `Từ cảnh ${quote(scene.title)} (${scene.id}) không đi tới được kết nào.`, 'Thêm một lựa chọn dẫn về phía một kết.');
  });
}

/** Everything that can be reached by going on from some things. */
function closure<T>(from: T[], next: (item: T) => T[]): Set<T> {
  const found = new Set(from);
  for (const item of found) for (const more of next(item)) found.add(more);
  return found;
}

function checkEndings(entry: Entry, scenes: Scene[]): void {
  const kinds = scenes.flatMap(({ ending }) => ending?.kind ?? []);
  for (const [kind, words] of [
    ['safe', 'an toàn (safe)'],
    ['way-out', 'có lối ra (way-out)'],
  ] as const)
    if (!kinds.includes(kind)) add(entry, ['scenes'], 'endings', `Chuyện chưa có kết ${words}.`, 'Mỗi chuyện cần ít nhất một kết safe và một kết way-out: đi đường nào cũng có lối về.');
  if (!scenes.some(({ choices }) => choices?.some(({ unsafe }) => unsafe))) add(entry, ['scenes'], 'endings', 'Chuyện chưa có lựa chọn mạo hiểm nào.', 'Ghi “unsafe: true” ở lựa chọn dễ gặp nguy, để người đọc học được cách gỡ.');
  scenes.forEach(({ ending, facts }, index) => {
    if (ending && facts.length === 0) add(entry, ['scenes', index, 'ending'], 'ending-without-fact', 'Kết này chưa dẫn căn cứ nào.', 'Thêm ô facts của cảnh với mã căn cứ mà lời khuyên dựa vào, ví dụ F4.1.');
  });
}

function add(entry: Entry, path: PropertyKey[], rule: string, message: string, mend: string): void {
  entry.report.add({ at: entry.locate(path), rule, message, mend, severity: entry.isDraft ? 'warning' : 'error' });
}
