import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { applyPatch } from '../../../src/build/desk/harden.ts';
import { patches } from '../../../src/build/desk/patches.ts';

const fileOf = (name: string) => readFileSync(`node_modules/${name}`, 'utf8');

test('every patch fits the file it was made for', () => {
  for (const patch of patches) expect(applyPatch(patch, fileOf(patch.file))).not.toBe(fileOf(patch.file));
});

test('a dependency that has changed under a patch stops the build, saying which and why', () => {
  for (const patch of patches) {
    const [first] = patch.changes ?? [];
    const gone = first ? fileOf(patch.file).replace(first[0], '') : fileOf(patch.file).replaceAll('export', 'exported');
    expect(() => applyPatch(patch, patch.instead?.exports.length === 0 ? '' : gone)).toThrow(patch.why);
  }
});

test('the versions of everything that is patched are pinned', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  const loose = Object.entries(devDependencies).filter(([name, version]) => name.startsWith('decap-') && !/^\d/.test(version));
  expect(loose).toEqual([]);
  expect(patches.map(({ file }) => file.split('/')[0]).filter((name) => name && !devDependencies[name])).toEqual([]);
});
