import { forgetBuild, hashInputs, isBuilt, rememberBuild } from './build-stamp.ts';
import { runInGroup } from './children.mjs';
import { complain, say } from './say.mjs';

/**
 * Builds the site into OUT_DIR and remembers from what. What goes wrong is told by Astro and the content check.
 *
 * @returns whether it went through
 */
export async function buildSite(): Promise<boolean> {
  const inputs = hashInputs();
  forgetBuild();
  const code = await runInGroup('node_modules/.bin/astro', ['build'], { env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
  if (code === 0) rememberBuild(inputs);
  else complain('Chưa dựng được trang. Lý do ở ngay phía trên.', 'The site could not be built; the reason is just above.');
  return code === 0;
}

/**
 * Builds the site unless nothing has changed since the last time. `SKIP_BUILD=1` serves what is there, whatever it is.
 *
 * @returns false after the build has told why it failed
 */
export async function buildSiteIfNeeded(): Promise<boolean> {
  if (process.env.SKIP_BUILD === '1') return true;
  if (isBuilt()) {
    say('Không có gì thay đổi: dùng lại trang đã dựng lần trước.', 'Nothing has changed: the site built last time is used again.');
    return true;
  }
  say('Đang dựng trang…', 'Building the site…');
  return buildSite();
}
