import { isMap, isScalar, isSeq } from 'yaml';
import { alignRun, type TextRun } from '../text/text-run.ts';
import type { YamlText } from './read-yaml.ts';

/** One piece of text in a YAML file and the names of the fields it lies in. */
export interface YamlString {
  path: PropertyKey[];
  run: TextRun;
}

/** Every string value of a YAML text, in order. */
export function yamlTexts(yaml: YamlText): YamlString[] {
  const found: YamlString[] = [];
  const walk = (node: unknown, path: PropertyKey[]) => {
    if (isMap(node)) for (const pair of node.items) walk(pair.value, [...path, isScalar(pair.key) ? String(pair.key.value) : '']);
    else if (isSeq(node)) node.items.forEach((item, index) => walk(item, [...path, index]));
    else if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const [from, to] = node.range;
      found.push({ path, run: alignRun(yaml.source.slice(from, to), yaml.start + from, node.value) });
    }
  };
  walk(yaml.root, []);
  return found;
}
