import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { FaultServer } from '../../lab/fault-server.ts';
import { builds, idOf, readBuild } from './builds.ts';
import type { Kept, Phone } from './phone.ts';

/*
 * What must be true whatever has happened. These look only at what is stored and at what a reader gets to see, never into
 * the worker, so they hold a careless worker to the same rules (see naive-worker.spec.ts).
 */

const known = new Map<string, Set<string>>();

/** Hashes of every file and every object of a finished site. */
export function knownHashes(dir: string): Set<string> {
  let hashes = known.get(dir);
  if (!hashes) {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(dir, name))
      .filter((file) => statSync(file).isFile());
    hashes = new Set([...files.map((file) => idOf(readFileSync(file))), ...readBuild(dir).ids]);
    known.set(dir, hashes);
  }
  return hashes;
}

/** Every stored body is, byte for byte, something that one of the three builds or of these has published, under its right name. */
export async function expectKnownBytes(phone: Phone, dirs: string[] = []): Promise<Kept> {
  const kept = await phone.kept();
  const all = [...Object.values(builds).map(({ out }) => out), ...dirs].map(knownHashes);
  const foreign = Object.entries(kept.objects).filter(([name, hash]) => !all.some((hashes) => hashes.has(hash)) || (/^[0-9a-f]{32}$/.test(name) && name !== hash));
  expect(foreign, 'stored, and published by nobody').toEqual([]);
  return kept;
}

/**
 * What the worker believes to have is there, and belongs to one build, one of these.
 *
 * @param earlier other builds that this phone has seen; what they published may still lie there
 */
export async function expectOneBuild(phone: Phone, dirs: string[], earlier: string[] = []): Promise<Kept> {
  const kept = await expectKnownBytes(phone, [...dirs, ...earlier]);
  const { state } = kept;
  if (!state) return kept;
  const build = dirs.map(readBuild).find(({ root }) => root.top === state.top);
  expect(build, `the state is of build ${state.build}, which nobody has published`).toBeDefined();
  if (!build) return kept;
  expect(state.shell).toBe(build.top.shell);
  const mixed = [...Object.entries(state.pages).filter(([path, id]) => build.pages[path] !== id), ...Object.entries(state.files).filter(([path, id]) => build.files[path] !== id)];
  expect(mixed, `of another build than ${state.build}`).toEqual([]);
  const missing = [state.shell, ...Object.values(state.pages), ...Object.values(state.files)].filter((id) => !(id in kept.objects));
  expect(missing, 'believed to be kept, and not there').toEqual([]);
  return kept;
}

/** Without any network these pages open, each exactly as one and the same build wrote it. */
export async function expectReadable(phone: Phone, server: FaultServer, paths: string[], dirs: string[]): Promise<void> {
  server.rules({ fault: { kind: 'kill' } });
  const seen: Record<string, string> = {};
  for (const path of paths) {
    const response = await phone.page.goto(phone.url + path, { waitUntil: 'domcontentloaded' }).catch(() => null);
    const body = response ? await response.body() : Buffer.from('');
    const sources = dirs.filter((dir) => readFileSync(join(dir, path, 'index.html')).equals(body));
    seen[path] = sources.length > 0 ? sources.join(' ') : `something else: ${body.toString().slice(0, 200)}`;
  }
  server.rules();
  // A page that did not change is in several builds; there must be one build that has them all.
  const isOne = dirs.some((dir) => Object.values(seen).every((sources) => sources.split(' ').includes(dir)));
  expect(isOne, JSON.stringify(seen, null, 1)).toBe(true);
}

/** Nothing by which somebody could tell that the site has been here. */
export async function expectNothingLeft(phone: Phone): Promise<void> {
  expect(await phone.traces()).toEqual({ caches: 0, registrations: 0, databases: 0, keys: 0 });
}

/** The same of a phone on which a first worker may still have been on its way in: the browser takes a moment to turn it away. */
export async function expectNothingLeftSoon(phone: Phone): Promise<void> {
  await expect.poll(() => phone.traces(), { timeout: 20_000 }).toEqual({ caches: 0, registrations: 0, databases: 0, keys: 0 });
}

/** What came over the network whole, and then again: each is a waste, and a fault may cause one, the pack it cut off. */
export function refetched(server: FaultServer): string[] {
  const whole = server.log.filter(({ path, isWhole, fault }) => isWhole && !fault && PARTS.test(path)).map(({ path }) => path);
  return whole.filter((path, index) => whole.indexOf(path) !== index);
}

/** Objects, scripts and pictures: what a phone keeps. The root is not among them, it is asked for afresh. */
export const PARTS = /^\/(goi\/(?!moi)|js\/|anh\/)/;
