import { type Document, isAlias, isCollection, isMap, isScalar, visit, type YAMLMap } from 'yaml';
import type { Report } from '../report.ts';
import { quote } from '../say.ts';

type Ranged = { range?: readonly number[] | null | undefined };
type Refuse = (node: Ranged, rule: string, message: string, mend?: string) => void;

const plainMend = 'Chỉ viết các dòng dạng “tên: giá trị” và “- mục”. Chữ bắt đầu bằng & * ! % thì đặt trong dấu nháy kép.';

/**
 * Whether a YAML document is made of plain fields, lists and values only. Everything that makes one text mean another,
 * or that two readers of YAML understand differently, is reported.
 *
 * @param source The YAML, for what the tree does not keep.
 * @param start Its offset in the file.
 */
export function isPlainYaml(document: Document.Parsed, source: string, start: number, report: Report): boolean {
  let isPlain = true;
  const refuse: Refuse = (node, rule, message, mend = plainMend) => {
    isPlain = false;
    report.add({ at: start + (node.range?.[0] ?? 0), rule, message, mend });
  };
  const divider = source.search(/^\.\.\.(?=\s|$)|(?<=[\r\n])(?:\.\.\.|---)(?=\s|$)/);
  if (divider >= 0) refuse({ range: [divider] }, 'yaml-special', 'Dòng “---” hoặc “...” không dùng ở đây.', 'Xóa dòng này.');
  if (document.directives.yaml.explicit || Object.keys(document.directives.tags).length > 1) refuse({}, 'yaml-special', 'Dòng bắt đầu bằng % không dùng ở đây.');
  visit(document.contents, (_, node) => {
    if (isAlias(node)) refuse(node, 'yaml-special', `Dấu * gọi lại chỗ khác (${quote(node.source)}) không dùng ở đây.`);
    else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) refuse(node, 'yaml-special', `Dấu & đặt tên (${quote(node.anchor)}) không dùng ở đây.`);
      if (node.tag !== undefined) refuse(node, 'yaml-special', `Dấu ! chỉ kiểu (${quote(node.tag)}) không dùng ở đây.`);
    }
    if (isMap(node)) checkKeys(node, refuse);
  });
  return isPlain;
}

/** Every field has a name, and every name is there once. */
function checkKeys(map: YAMLMap, refuse: Refuse): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const place = (key ?? map) as Ranged;
    const name = isScalar(key) && key.value !== null ? String(key.value) : undefined;
    if (name === undefined) refuse(place, 'yaml-special', 'Trước dấu hai chấm không có tên ô.');
    else if (name === '<<') refuse(place, 'yaml-special', 'Ô “<<” (gộp) không dùng ở đây.');
    else if (seen.has(name)) refuse(place, 'yaml-double-key', `Ô ${quote(name)} viết hai lần.`, 'Giữ lại một dòng, xóa dòng kia.');
    if (name !== undefined) seen.add(name);
  }
}
