import { execFileSync } from 'node:child_process';
import { buildDate } from '../../shared/settings.ts';

/**
 * The number of this build. It must only ever go up, and the same input must give the same bytes; so it is not a clock:
 * `BUILD_NUMBER` when it is set (publishing an older state again needs a higher one), else the time of the last commit in
 * seconds, else (no git) the day of the build.
 */
export function buildNumber(): number {
  const given = process.env.BUILD_NUMBER;
  if (given) {
    if (!/^\d{1,15}$/.test(given)) throw new Error(`BUILD_NUMBER "${given}" phải là một số nguyên dương.`);
    return Number(given);
  }
  try {
    const seconds = Number(execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
    if (seconds > 0) return seconds;
  } catch {
    // A folder without git, or a machine without it.
  }
  return Date.parse(buildDate()) / 1000;
}
