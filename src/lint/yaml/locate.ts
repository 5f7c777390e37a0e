import { isMap, isScalar, isSeq } from 'yaml';
import type { YamlText } from './read-yaml.ts';

/**
 * Offset in the file of the key (or list item) that a path names; when the path ends in something missing, of the
 * last thing on the way that is there.
 */
export function locate(yaml: YamlText, path: readonly PropertyKey[]): number {
  let node: unknown = yaml.root;
  let at = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      at = startOf(pair.key) ?? at;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) break;
      at = startOf(item) ?? at;
      node = item;
    } else break;
  }
  return yaml.start + at;
}

const startOf = (node: unknown): number | undefined => (node as { range?: readonly number[] | null } | null)?.range?.[0];
