import { expect, test } from '@playwright/test';
import { branch } from '../../../src/build/offline/branch.ts';
import { idOf, wireBytes } from '../../../src/build/offline/objects.ts';
import { type Branch, branchOf, type Group } from '../../../src/shared/offline.ts';

/** A library of so many modules, its lists in memory, and the ids of the lists on the way to one of them. */
function library(count: number) {
  const modules: Branch = Array.from({ length: count }, (_, at): [string, string] => [`m${at + 1}`, idOf(`m${at}`)]).sort(([one], [other]) => (one < other ? -1 : 1));
  const lists = new Map<string, string>();
  const weights = new Map<string, number>();
  const weigh = (text: string) => {
    const weight = weights.get(text) ?? wireBytes(text);
    weights.set(text, weight);
    return weight;
  };
  const top = branch(modules, {
    putJson(value) {
      const text = JSON.stringify(value);
      lists.set(idOf(text), text);
      return idOf(text);
    },
  });
  const wayTo = (module: string) => {
    const texts = [JSON.stringify(top)];
    let way: Branch | Group = top;
    while (Array.isArray(way)) {
      const text: string = lists.get(branchOf(way, module) ?? '') ?? '{}';
      texts.push(text);
      way = JSON.parse(text) as Branch | Group;
    }
    return { id: way[module], texts };
  };
  return { modules, wayTo, weigh };
}

for (const count of [1, 2, 20, 200, 512, 513, 2_000]) {
  test(`every one of ${count} modules is found, and what leads to it weighs at most 1.3 KB`, () => {
    const { modules, wayTo, weigh } = library(count);
    for (const [module, id] of modules) expect(wayTo(module).id, module).toBe(id);
    const dearest = Math.max(...modules.map(([module]) => wayTo(module).texts.reduce((sum, text) => sum + weigh(text), 0)));
    test.info().annotations.push({ type: 'way', description: `${dearest} bytes` });
    expect(dearest).toBeLessThanOrEqual(1_300);
  });
}

test('a module that nobody has is not found', () => {
  const { wayTo } = library(600);
  expect(wayTo('a').id).toBeUndefined();
  expect(wayTo('zz').id).toBeUndefined();
});

test('an empty library has no way', () => {
  expect(library(0).wayTo('m1').texts).toEqual(['[]', '{}']);
});
