// @ts-check
// Plain JavaScript, built-ins only (see with-node.mjs).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runInGroup } from './children.mjs';
import { forgetInstall, isInstalled, rememberInstall } from './installed.mjs';
import { envOfSystem, npmInstall } from './npm.mjs';
import { complain, say } from './say.mjs';

/**
 * What to say when an install has not gone through: Vietnamese, English.
 * @type {Record<Exclude<import('./npm.mjs').Outcome, 'done'>, [vi: string, en: string]>}
 */
const reasons = {
  offline: ['Chưa cài được vì không vào được mạng. Hãy kiểm tra mạng rồi chạy lại lệnh này.', 'Could not install: the network cannot be reached. Check the connection, then run this command again.'],
  'no npm': ['Máy này chưa có npm. Hãy cài Node.js bản 20 trở lên (https://nodejs.org).', 'npm was not found. Please install Node.js 20 or newer (https://nodejs.org).'],
  failed: ['Chưa cài được. Lý do ở ngay phía trên. Sửa xong, hãy chạy lại lệnh này.', 'Could not install; the reason is just above. When it is solved, run this command again.'],
};

/**
 * Makes node_modules what package-lock.json asks for, if it is not so already.
 * @param {string} root the project folder
 * @returns {Promise<boolean>} false after the reason has been told
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return true;
  say('Đang cài các thư viện cần dùng (chỉ lần đầu, khoảng một phút)…', 'Installing what is needed (first time only, about a minute)…');
  forgetInstall(root);
  const outcome = await npmInstall(root);
  if (outcome !== 'done') {
    complain(...reasons[outcome]);
    return false;
  }
  rememberInstall(root);
  return true;
}

/**
 * The Node that runs everything after the install: the one from the `node` package, because Astro needs a newer Node
 * than Debian brings. Its package places the binary with an install script, which npm may have been told to block.
 * @param {string} root the project folder
 * @returns {Promise<string | undefined>} the path of the binary; undefined after the reason has been told
 */
export async function findNode(root) {
  const home = join(root, 'node_modules', 'node');
  const own = join(home, 'bin', 'node');
  if (works(own)) return own;
  const code = await runInGroup(process.execPath, ['installArchSpecificPackage.js'], { cwd: home, env: envOfSystem(root), quiet: true });
  if (code === 0 && works(own)) return own;
  if (runsTypeScript(process.versions.node)) return process.execPath;
  complain(
    'Thiếu Node.js bản 24. Có thể npm đã chặn bước cài của gói "node". Hãy chạy: cd node_modules/node && node installArchSpecificPackage',
    'Node.js 24 is missing. npm may have blocked the install script of the package "node". Run: cd node_modules/node && node installArchSpecificPackage',
  );
  return undefined;
}

/** @param {string} node */
const works = (node) => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;

/** From 22.18 on Node runs TypeScript without a flag. @param {string} version */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}
