import type { FaultServer, Rule } from '../lab/fault-server.ts';
import type { Fault } from '../lab/faults.ts';
import { between, pick, type Random, seeded } from '../lab/random.ts';
import { LONG } from './support/bodies.ts';
import { readBuild, V1, V2, V3 } from './support/builds.ts';
import { hurried } from './support/derive.ts';
import { expectKnownBytes, expectNothingLeftSoon, expectOneBuild, expectReadable } from './support/invariants.ts';
import { expect, test } from './support/offline.ts';
import { Phone } from './support/phone.ts';

/*
 * Days in the life of a phone, made up by chance: each schedule is a handful of things that happen, with whatever goes wrong on the
 * line, and after each of them what must always be true is looked at. A failure names its seed; the same seed is the same day:
 *
 *     FUZZ_SEED=17 FUZZ_SCHEDULES=1 npm test -- --project=offline random
 */

const FIRST = Number(process.env.FUZZ_SEED ?? 1);
const SCHEDULES = Number(process.env.FUZZ_SCHEDULES ?? 4);
/** How many times less patient the worker is than on a phone. On a machine that does other things, 2 or 1 keep it from taking a slow answer for none. */
const HURRY = Number(process.env.FUZZ_HURRY ?? 4);
/** Schedules in one test, so that a thousand of them do not become a thousand lines. */
const BATCH = 2;
const STEPS = 7;

const lessons = LONG.lessons.map((lesson) => `/bai-hoc/${lesson}/`);
const pages = ['/', '/goi-giup/', '/nong-lich/', ...lessons];
const download = { ask: 'download', modules: [LONG.id] } as const;
const OBJECTS = /^\/(goi|js|anh|bai-hoc)\/|^\/sw\.js$/;
/** A browser takes a worker over TLS only, where nobody on the way changes a letter; one with a wrong letter that still works cannot be told from a release. */
const LETTERS_CHECKED = /^\/(goi|js|anh|bai-hoc)\//;

/** What is true of a phone so far. */
interface Day {
  phone: Phone;
  server: FaultServer;
  /** Finished sites that have been published, oldest first. */
  published: string[];
  /** Pages that must open without a network from now on. */
  owed: Set<string>;
  /** Builds whose number may never be undercut. */
  build: number;
}

const faults: ((random: Random) => Fault)[] = [
  () => ({ kind: 'kill' }),
  (random) => ({ kind: 'kill', after: between(random, 0, 3000) }),
  (random) => ({ kind: 'status', status: pick(random, [404, 429, 500, 502, 503] as const) }),
  (random) => ({ kind: 'truncate', as: pick(random, ['content-length', 'chunked', 'close'] as const) }),
  () => ({ kind: 'portal' }),
  () => ({ kind: 'redirect' }),
  () => ({ kind: 'alter' }),
  () => ({ kind: 'encoding', encoding: 'br' }),
  () => ({ kind: 'mime', type: 'text/html' }),
  () => ({ kind: 'hang' }),
  (random) => ({ kind: 'hang', after: between(random, 0, 3000) }),
  () => ({ kind: 'from', dir: V1 }),
];

/** Some requests of the kind that the worker makes meet a fault: one, a burst, or every one for a while. */
function weather(random: Random): Rule[] {
  if (random() < 0.25) return [];
  const from = between(random, 1, 8);
  const nth = pick(random, [from, [from, from + 1, from + 2], (n: number) => n >= from, (n: number) => n % 3 === 0]);
  const fault = pick(random, faults)(random);
  return [{ path: fault.kind === 'alter' ? LETTERS_CHECKED : OBJECTS, nth, fault }];
}

const happenings: [string, (day: Day, random: Random) => Promise<void>][] = [
  ['a page is read', async ({ phone }, random) => void (await phone.open(pick(random, pages)))],
  ['a module is asked for', async ({ phone }) => void (await phone.ask(download, 4000))],
  ['a module is asked for and the tab is closed', async ({ phone }) => phone.tell(download)],
  ['news are asked for', async ({ phone }) => void (await phone.ask({ ask: 'check' }, 4000))],
  ['a download is paused', async ({ phone }) => void (await phone.ask({ ask: 'pause' }, 4000))],
  ['the worker is stopped', async ({ phone }) => phone.stopWorker()],
  [
    'something new is published',
    async ({ server, published }) => {
      const next = sites()[published.length];
      if (!next) return;
      published.push(next);
      server.swap(next);
    },
  ],
  [
    'the browser throws something away',
    async (day, random) => {
      await day.phone.evict(Object.keys((await day.phone.kept()).objects).filter(() => random() < 0.2));
      day.owed.clear();
    },
  ],
  [
    'everything is wiped',
    async (day, random) => {
      if (random() < 0.6) return;
      await day.phone.wipe();
      day.owed.clear();
      day.build = 0;
      await expectNothingLeftSoon(day.phone);
      day.server.rules();
      // Somebody who comes back at once would meet the worker that has just been wiped, and which keeps nothing any more.
      await day.phone.stopWorker();
      await day.phone.install();
    },
  ],
];

let made: string[] | undefined;
/** The three builds with a worker that waits less, so that a day takes seconds. */
function sites(): string[] {
  made ??= [V1, V2, V3].map((dir, index) => hurried(dir, `${test.info().project.outputDir}/hurried-${test.info().workerIndex}-${index}`, HURRY));
  return made;
}

async function live(day: Day, random: Random): Promise<string[]> {
  const story: string[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const [name, happen] = pick(random, happenings);
    const rules = weather(random);
    story.push(`${name}${rules[0] ? `, with ${JSON.stringify(rules[0].fault)}` : ''}`);
    day.server.rules(...rules);
    await happen(day, random);
    await look(day, story);
  }
  return story;
}

/** What must be true after whatever happened. */
async function look(day: Day, story: string[]): Promise<void> {
  const { phone, server, published } = day;
  server.rules();
  server.release();
  const said = story.join('\n');
  const { state } = await expectKnownBytes(phone, published);
  if (!state) return;
  expect(state.build, `the build went down after:\n${said}`).toBeGreaterThanOrEqual(day.build);
  day.build = state.build;
  // While a worker is still at it, what it has begun may come to its end; what it owes it owes all the time.
  for (const path of Object.keys(state.pages).filter((path) => pages.includes(path))) if (await isKept(phone, state.pages[path] ?? '', state.shell)) day.owed.add(path);
  server.rules({ fault: { kind: 'kill' } });
  for (const path of day.owed) {
    const seen = await phone.open(path);
    expect(seen.isBrowserError || seen.title.startsWith('Chưa mở được'), `${path} opened before and does not now, after:\n${said}`).toBe(false);
  }
  server.rules();
}

const isKept = async (phone: Phone, ...ids: string[]) => {
  const { objects } = await phone.kept();
  return ids.every((id) => id in objects);
};

for (let first = FIRST; first < FIRST + SCHEDULES; first += BATCH) {
  const seeds = Array.from({ length: Math.min(BATCH, FIRST + SCHEDULES - first) }, (_, i) => first + i);
  test(`days ${seeds[0]} to ${seeds.at(-1)}: whatever happens, nothing wrong is kept and nothing that was there is lost`, async ({ browser, server }) => {
    test.setTimeout(960_000 / HURRY);
    for (const seed of seeds) {
      await test.step(`seed ${seed}`, async () => {
        const random = seeded(seed * 7919);
        const start = sites()[0] ?? V1;
        server.rules();
        server.swap(start);
        const context = await browser.newContext();
        const phone = await Phone.switchOn(context, server.url);
        server.rules(...weather(random));
        // Nobody waits for a worker's script that hangs: reading goes on, and it may still come.
        await Promise.race([phone.install(), new Promise((done) => setTimeout(done, 5000))]);
        const day: Day = { phone, server, published: [start], owed: new Set(), build: 0 };
        const story = await live(day, random);

        // Then the weather clears: within three tries everything that was asked for is there.
        server.rules();
        server.release();
        const newest = day.published.at(-1) ?? start;
        let tries = 0;
        server.forget();
        for (; tries < 3; tries += 1) {
          if (!(await phone.kept()).state) await phone.install();
          await phone.ask({ ask: 'check' });
          await phone.ask(download);
          const { state, objects } = await phone.kept();
          const isWhole = state && [state.shell, ...Object.values(state.pages), ...Object.values(state.files)].every((id) => id in objects);
          if (isWhole && state.top === readBuild(newest).root.top && state.modules[LONG.id]) break;
        }
        expect(tries, `seed ${seed} is not whole after three tries:\n${story.join('\n')}`).toBeLessThan(3);
        const needed = Object.keys(readBuild(newest).pages).length + Object.keys(readBuild(newest).files).length + 20;
        expect(server.log.length, `seed ${seed} asks too often`).toBeLessThanOrEqual(2 * needed);
        await expectOneBuild(phone, [newest], day.published);
        await expectReadable(phone, server, lessons, [newest]);
        await phone.wipe();
        await expectNothingLeftSoon(phone);
        server.release();
        await context.close();
      });
    }
  });
}
