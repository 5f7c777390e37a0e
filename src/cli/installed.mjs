// @ts-check
// Plain JavaScript, built-ins only (see with-node.mjs).
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules is what package-lock.json asks for. Two proofs are accepted: our stamp, written only after an
 * install of ours went through, or npm's own record of an install somebody made by hand. An install that was cut
 * short leaves neither, so the next command starts it again.
 */

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.install-stamp');

/** @param {string} root */
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * @param {string} root the project folder
 * @returns {boolean}
 */
export function isInstalled(root) {
  return readIfThere(stampFile(root)) === lockHash(root) || npmRecordsAll(root);
}

/** Forgets the proof: to be called before an install touches anything. @param {string} root */
export function forgetInstall(root) {
  rmSync(stampFile(root), { force: true });
}

/** Writes the proof: to be called after an install went through. @param {string} root */
export function rememberInstall(root) {
  writeFileSync(stampFile(root), lockHash(root));
}

/**
 * npm keeps a list of what it installed, and writes it last. Packages for other machines are missing from it, rightly.
 * @param {string} root
 */
function npmRecordsAll(root) {
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  try {
    const have = JSON.parse(record).packages;
    const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    return Object.entries(want).every(([path, { version, integrity, optional }]) => {
      const found = have[path];
      if (path === '' || (!found && optional)) return true;
      return found?.version === version && found.integrity === integrity && existsSync(join(root, path));
    });
  } catch {
    return false;
  }
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
