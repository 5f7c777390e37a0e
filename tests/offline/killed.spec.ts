import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type BrowserContext, chromium } from '@playwright/test';
import { LONG } from './support/bodies.ts';
import { V1 } from './support/builds.ts';
import { expectKnownBytes, expectOneBuild, expectReadable } from './support/invariants.ts';
import { test } from './support/offline.ts';
import { Phone } from './support/phone.ts';

const lessons = LONG.lessons.map((lesson) => `/bai-hoc/${lesson}/`);

/** A phone whose browser keeps its profile on disk, so that it can die and be started again. */
async function turnOn(profile: string, url: string): Promise<{ phone: Phone; context: BrowserContext }> {
  const { launchOptions } = test.info().project.use;
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, viewport: { width: 360, height: 640 } });
  return { context, phone: await Phone.switchOn(context, url) };
}

/** Kills, without a word, the browser that was started on this profile and no other. */
function kill(profile: string): void {
  const rows = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  for (const row of rows) {
    const pid = Number(row.trim().split(' ')[0]);
    if (row.includes(`--user-data-dir=${profile}`) && pid !== process.pid) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with its parent.
      }
    }
  }
}

for (const [name, share] of [
  ['early', 0.2],
  ['half way', 0.5],
  ['late', 0.9],
] as const) {
  test(`a browser that is killed ${name} in a download keeps nothing wrong and goes on from there`, async ({ server }, info) => {
    const profile = info.outputPath('profile');
    const first = await turnOn(profile, server.url);
    await first.phone.install();
    server.rules({ path: /^\/goi\/[0-9a-f]+\.json$/, fault: { kind: 'drip', bytes: 6000, everyMs: 30 } });
    server.forget();
    await first.phone.tell({ ask: 'download', modules: [LONG.id] });
    await new Promise((later) => setTimeout(later, 1500 * share));
    kill(profile);
    await first.context.close().catch(() => {});
    server.rules();

    const again = await turnOn(profile, server.url);
    await expectKnownBytes(again.phone);
    await expectOneBuild(again.phone, [V1]);
    await again.phone.install();
    // What was wished for before the end is wished for still: opening a page is enough.
    await again.phone.open('/');
    await again.phone.ask({ ask: 'download', modules: [LONG.id] });
    await expectReadable(again.phone, server, lessons, [V1]);
    await again.context.close();
    rmSync(profile, { recursive: true, force: true });
  });
}
