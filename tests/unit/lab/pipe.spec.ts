import { expect, test } from '@playwright/test';
import { Bottleneck, HEADERS, SEGMENT } from '../../lab/bottleneck.ts';
import { toyClock } from '../../lab/clock.ts';
import { type Ending, Pipe } from '../../lab/pipe.ts';
import { type LinkProfile, profiles } from '../../lab/profiles.ts';
import { seeded } from '../../lab/random.ts';
import { transferMs } from '../../lab/transfer-time.ts';

/** A line with nothing on it, and a way to lay pipes; time passes only when it is told to. */
function lay(profile: LinkProfile, seed = 1) {
  const clock = toyClock();
  const weather = { profile, since: 0 };
  const bottleneck = new Bottleneck(clock, weather, 'down');
  const random = seeded(seed);
  const pipe = () => {
    const arrivals: { at: number; data: Buffer }[] = [];
    const endings: Ending[] = [];
    const made = new Pipe({ clock, weather, bottleneck, random, deliver: (data) => arrivals.push({ at: clock.now(), data }), finish: (ending) => endings.push(ending) });
    return { pipe: made, arrivals, endings, bytes: () => Buffer.concat(arrivals.map(({ data }) => data)), last: () => arrivals.at(-1)?.at ?? 0 };
  };
  return { clock, weather, bottleneck, pipe };
}

const noise = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255));

/** What the formula says of the answer alone: without the call and the question. */
const answerMs = (profile: LinkProfile, bytes: number) => transferMs(profile, 0, bytes) - transferMs(profile, 0, 0) + profile.rtt / 2 + (HEADERS * 8) / profile.down;

for (const name of ['crawl', 'edge', 'slow3g', 'slow4g'] as const) {
  for (const length of [100, 4_000, 14_600, 60_000, 300_000]) {
    test(`${length} bytes over ${name} take what the formula says`, () => {
      const profile = profiles[name];
      const { clock, pipe } = lay(profile);
      const one = pipe();
      one.pipe.push(noise(length));
      clock.run();
      expect(one.bytes().equals(noise(length))).toBe(true);
      expect(one.last()).toBeCloseTo(answerMs(profile, length), 6);
    });
  }
}

test('two connections share one line, and every byte is counted', () => {
  const { clock, bottleneck, pipe } = lay(profiles.crawl);
  const [one, two] = [pipe(), pipe()];
  one.pipe.push(noise(SEGMENT * 5));
  two.pipe.push(noise(SEGMENT * 5));
  clock.run();
  expect(bottleneck.bytes).toBe(10 * (SEGMENT + HEADERS));
  expect(Math.max(one.last(), two.last())).toBeCloseTo((10 * 1500 * 8) / 50 + 200, 6);
});

test('a bad line loses segments and no bytes', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const { clock, bottleneck, pipe } = lay({ ...profiles.slow3g, loss: 0.2 }, seed);
    const one = pipe();
    one.pipe.push(noise(100_000));
    one.pipe.close('end');
    clock.run();
    expect(one.bytes().equals(noise(100_000)), `seed ${seed}`).toBe(true);
    expect(one.endings).toEqual(['end']);
    expect(bottleneck.bytes, `seed ${seed}`).toBeGreaterThan(105_000);
    expect(one.last(), `seed ${seed}`).toBeGreaterThan(answerMs(profiles.slow3g, 100_000));
  }
});

test('the same seed loses the same segments, another seed others', () => {
  const run = (seed: number) => {
    const { clock, pipe } = lay({ ...profiles.lossy }, seed);
    const one = pipe();
    one.pipe.push(noise(100_000));
    clock.run();
    return one.arrivals.map(({ at }) => at);
  };
  expect(run(7)).toEqual(run(7));
  expect(run(7)).not.toEqual(run(8));
});

test('nothing moves in a stall, and nothing is lost in it', () => {
  const { clock, pipe } = lay({ down: 50, up: 50, rtt: 0, stalls: { up: 1000, down: 2000 } });
  const one = pipe();
  // 12,000 bytes on the wire are 1.92 seconds of work: one second before the silence, 0.92 after it.
  one.pipe.push(noise(SEGMENT * 8));
  clock.run();
  expect(one.last()).toBeCloseTo(3920, 6);
  expect(one.arrivals.filter(({ at }) => at > 1000 && at < 3000)).toEqual([]);
});

test('a line without credit lets nothing through until it is topped up', () => {
  const { clock, weather, pipe } = lay(profiles.hang);
  const one = pipe();
  one.pipe.push(noise(10));
  clock.run(60_000);
  expect(one.arrivals).toEqual([]);
  weather.profile = profiles.slow3g;
  one.pipe.pump();
  clock.run();
  expect(one.arrivals).toHaveLength(1);
});

test('a polite end comes after the last byte, a break takes along what has not left', () => {
  const { clock, pipe } = lay(profiles.slow3g);
  const [polite, broken] = [pipe(), pipe()];
  polite.pipe.push(noise(SEGMENT * 30));
  polite.pipe.close('end');
  clock.run();
  expect(polite.bytes()).toHaveLength(SEGMENT * 30);
  expect(polite.endings).toEqual(['end']);
  broken.pipe.push(noise(SEGMENT * 30));
  broken.pipe.close('reset');
  clock.run();
  expect(broken.bytes()).toHaveLength(SEGMENT * 10);
  expect(broken.endings).toEqual(['reset']);
});
