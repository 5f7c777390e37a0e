// @ts-check
// Plain JavaScript, built-ins only (see with-node.mjs).
import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runInGroup } from './children.mjs';

const networkTrouble = /npm error network|EAI_AGAIN|ENOTFOUND|ENOTCACHED|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT/;

// Everything here is a development dependency, and NODE_ENV=production would leave those out; engine-strict would
// refuse packages that only ever run on our own newer Node.
const install = ['--include=dev', '--engine-strict=false', '--no-audit', '--no-fund', '--loglevel=error'];

/** @typedef {'done' | 'offline' | 'no npm' | 'failed'} Outcome */

/**
 * Installs exactly what package-lock.json says.
 * @param {string} root the project folder
 * @returns {Promise<Outcome>} after 'failed' npm's own words are on the screen
 */
export async function npmInstall(root) {
  // Without a network npm tries every package for minutes. One question tells; then only what npm has kept can help.
  const asked = await npm(root, ['ping', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=15000']);
  const env = asked.code !== 0 && networkTrouble.test(asked.output) ? { npm_config_offline: 'true' } : {};
  let { code, output } = await npm(root, ['ci', ...install], env);
  if (output.includes('EUSAGE')) {
    // Registries and versions of npm differ in which packages for other machines they want to see in the lock file.
    // `npm install` is content with it, but would also be content with what an earlier install has left half-done.
    rmSync(join(root, 'node_modules'), { recursive: true, force: true });
    ({ code, output } = await npm(root, ['install', '--no-save', ...install], env));
  }
  if (code === 0) return 'done';
  if (code === 127) return 'no npm';
  if (networkTrouble.test(output)) return 'offline';
  process.stderr.write(output);
  return 'failed';
}

/**
 * @param {string} root
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] settings added to the system's
 */
async function npm(root, args, env) {
  let output = '';
  const code = await runInGroup('npm', args, { cwd: root, quiet: true, env: { ...envOfSystem(root), ...env }, heard: (text) => (output += text) });
  return { code, output };
}

/**
 * npm has put node_modules/.bin first on PATH; an install that replaces node_modules must not run on the Node inside it.
 * @param {string} root
 */
export function envOfSystem(root) {
  const bin = join(root, 'node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== bin);
  return { ...process.env, PATH: path.join(delimiter) };
}
