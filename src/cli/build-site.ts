import { renameSync, rmSync } from 'node:fs';
import { outDir } from '../shared/settings.ts';
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

/**
 * Builds the site anew beside the one that is being served, and puts it in its place when it is whole: readers never
 * meet half a site, and a build that fails leaves them the old one.
 *
 * @returns what went wrong, for an editor; undefined when the new site is there
 */
export async function rebuildSite(): Promise<string | undefined> {
  const out = outDir().replace(/[\\/]+$/, '');
  const [next, old] = [`${out}.next`, `${out}.old`];
  const inputs = hashInputs();
  let heard = '';
  say('Có bài vừa đăng: đang dựng lại trang…', 'Something was published: building the site anew…');
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', OUT_DIR: next };
  const code = await runInGroup('node_modules/.bin/astro', ['build'], { env, quiet: true, heard: (text) => (heard += text) });
  if (code !== 0) {
    rmSync(next, { recursive: true, force: true });
    complain(`${heard.trim().slice(-3000)}\nChưa dựng lại được trang: bà con vẫn thấy trang cũ.`, 'The site could not be built anew; the old one is still served.');
    return 'Chưa dựng lại được trang. Bà con vẫn thấy trang cũ. Lý do ở cửa sổ đang chạy “npm start”.';
  }
  forgetBuild();
  rmSync(old, { recursive: true, force: true });
  renameSync(out, old);
  renameSync(next, out);
  rmSync(old, { recursive: true, force: true });
  rememberBuild(inputs);
  say('Trang mới đã lên.', 'The new site is up.');
  return undefined;
}
