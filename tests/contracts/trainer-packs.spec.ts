import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Group, ModuleList, ModuleManifest, Root, Scripts, Top } from '../../src/shared/offline.ts';
import { bodies } from '../support/build.ts';
import { pagesOf } from '../support/site.ts';

const out = bodies.specimen.out;
const json = <T>(name: string): T => JSON.parse(readFileSync(join(out, 'goi', `${name}.json`), 'utf8')) as T;
let top: Top;
let manifests: Map<string, ModuleManifest>;
const scriptsOf = (manifest: ModuleManifest | undefined) =>
  Object.keys(manifest?.files ?? {})
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replace(/^\/js\/|-[0-9a-f]+\.js$/g, ''));

// Not while the file is loaded: where nothing was built yet, that comes before the build.
test.beforeAll(() => {
  top = json<Top>(json<Root>('moi').top);
  manifests = new Map(top.groups.flatMap(([, id]) => Object.entries(json<Group>(id))).map(([module, id]) => [module, json<ModuleManifest>(id)]));
});

test('a plan’s pack holds its session from the first page to the last sheet', () => {
  const pack = manifests.get('k-s1');
  expect(Object.keys(pack?.pages ?? {}).sort()).toEqual(['/tap-huan/', '/tap-huan/k-s1/', '/tap-huan/k-s1/bo-in/', '/tap-huan/k-s1/trinh-chieu/', '/tap-huan/ke-chuyen/', '/tap-huan/nhom/', '/tap-huan/nhom/s1/']);
  expect(scriptsOf(pack)).toEqual(expect.arrayContaining(['deck', 'group']));
});

test('the pack of tools holds every page that counts, and its scripts', () => {
  const pack = manifests.get('tap-huan');
  expect(Object.keys(pack?.pages ?? {})).toEqual(expect.arrayContaining(['/tap-huan/tong-hop/', '/tap-huan/so-nhom/', '/tap-huan/tinh-lai/', '/tap-huan/ap-phich/', '/tap-huan/ke-chuyen/']));
  expect(scriptsOf(pack)).toEqual(expect.arrayContaining(['merge', 'savings', 'trade']));
});

test('no reader pays for a trainer’s pages or scripts', () => {
  expect(Object.keys(json<Scripts>(top.scripts)).filter((path) => /\/(deck|group|merge|savings|trade)-/.test(path))).toEqual([]);
  const readers = [...manifests].filter(([id]) => !id.startsWith('k-') && id !== 'tap-huan').map(([, manifest]) => manifest);
  expect(readers.length).toBeGreaterThan(2);
  expect([...readers, json<ModuleManifest>(top.core)].flatMap(({ pages }) => Object.keys(pages)).filter((path) => path.startsWith('/tap-huan/'))).toEqual([]);
});

test('a script that is of use only with a network is not among those that come with a module', () => {
  const online = readdirSync(join(out, 'js')).filter((name) => name.startsWith('tim-xa-'));
  expect(online).toHaveLength(1);
  expect(Object.keys(json<Scripts>(top.scripts))).not.toContain(`/js/${online[0]}`);
});

test('every trainer’s page is in a pack, and is found by one who only reads it', () => {
  const packed = new Set([...manifests.values()].flatMap(({ pages }) => Object.keys(pages)));
  const wing = pagesOf(out).filter((path) => path.startsWith('/tap-huan/'));
  expect(wing.filter((path) => !packed.has(path))).toEqual([]);
  expect(wing.filter((path) => !(path in json<ModuleManifest>(top.rest).pages))).toEqual([]);
});

test('the price of a pack is told before it is fetched', () => {
  expect(json<ModuleList>(top.list)['k-s1']?.bytes).toBeGreaterThan(5000);
});
