import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetInstall, isInstalled, rememberInstall } from '../../../src/cli/installed.mjs';
import { expect, test, write } from './support/folders.ts';
import { isAtWork, project, slowProgram, startNode } from './support/processes.ts';

const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version }, 'node_modules/for-another-machine': { version, optional: true } } });

/** Stands for npm: answers `ping`, and "installs" a Node. */
const goodNpm = `#!/bin/sh
echo "$1" >> npm.log
[ "$1" = ping ] && exit 0
rm -rf node_modules && mkdir -p node_modules/node/bin && ln -s "${process.execPath}" node_modules/node/bin/node
`;

/** A project with our .mjs files, a command that prints its arguments, and an npm of its own on PATH. */
function smallProject(folder: string, npm: string): void {
  for (const name of readdirSync(join(project, 'src/cli')).filter((file) => file.endsWith('.mjs'))) cpSync(join(project, 'src/cli', name), join(folder, 'src/cli', name));
  write(folder, {
    'package.json': '{ "type": "module" }',
    'package-lock.json': lock('1.0.0'),
    'src/cli/start.ts': 'const words: string[] = process.argv.slice(2);\nconsole.log(["started", ...words].join(" "));\n',
    'src/cli/fail.ts': 'process.exit(7);\n',
    'src/cli/wait.ts': "process.on('SIGINT', () => process.exit(5));\nconsole.log('waiting');\nsetTimeout(() => {}, 60_000);\n",
    'bin/npm': npm,
  });
}

const run = (folder: string, ...args: string[]) => startNode(join(folder, 'src/cli/with-node.mjs'), args, folder, { PATH: `${join(folder, 'bin')}:/usr/bin:/bin` });
const npmCalls = (folder: string) => (existsSync(join(folder, 'npm.log')) ? readFileSync(join(folder, 'npm.log'), 'utf8').trim().split('\n') : []);

test('an install counts only after it went through, and only for the lock file it was made from', ({ folder }) => {
  write(folder, { 'package-lock.json': lock('1.0.0'), 'node_modules/a/index.js': '' });
  expect(isInstalled(folder)).toBe(false);
  rememberInstall(folder);
  expect(isInstalled(folder)).toBe(true);
  write(folder, { 'package-lock.json': lock('1.0.1') });
  expect(isInstalled(folder)).toBe(false);
  write(folder, { 'package-lock.json': lock('1.0.0') });
  forgetInstall(folder);
  expect(isInstalled(folder)).toBe(false);
});

test('an install made by hand counts when npm has recorded every package', ({ folder }) => {
  write(folder, { 'package-lock.json': lock('1.0.0'), 'node_modules/a/index.js': '', 'node_modules/.package-lock.json': JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }) });
  expect(isInstalled(folder)).toBe(true);
  write(folder, { 'package-lock.json': lock('1.0.1') });
  expect(isInstalled(folder)).toBe(false);
  write(folder, { 'package-lock.json': lock('1.0.0'), 'node_modules/.package-lock.json': '{ cut sh' });
  expect(isInstalled(folder)).toBe(false);
});

test('the first start installs and runs; the second only runs', async ({ folder }) => {
  smallProject(folder, goodNpm);
  const first = run(folder, 'start', 'a', 'b');
  expect(await first.ended, first.output()).toBe(0);
  expect(first.output()).toContain('started a b');
  expect(first.output()).toContain('Đang cài');
  expect(first.output()).toContain('Installing');
  const second = run(folder, 'start');
  expect(await second.ended).toBe(0);
  expect(second.output()).toBe('started\n');
  expect(npmCalls(folder)).toEqual(['ping', 'ci']);
});

test('Ctrl-C during an install leaves no process behind, and the next start installs again', async ({ folder }) => {
  smallProject(folder, slowProgram);
  const start = run(folder, 'start');
  await expect.poll(() => existsSync(join(folder, 'worker.pid')) && readFileSync(join(folder, 'worker.pid'), 'utf8')).toBeTruthy();
  start.stop('SIGINT');
  expect(await start.ended).toBe(0);
  await expect.poll(() => isAtWork(join(folder, 'worker.pid'))).toBe(false);
  write(folder, { 'bin/npm': goodNpm });
  expect(await run(folder, 'start').ended).toBe(0);
  expect(npmCalls(folder)).toEqual(['ping', 'ci']);
});

test('without a network one question is asked, and the answer is told in Vietnamese and English', async ({ folder }) => {
  smallProject(folder, '#!/bin/sh\necho "npm error code ENOTFOUND" >&2\nexit 1\n');
  const start = run(folder, 'start');
  expect(await start.ended).toBe(1);
  expect(start.output()).toContain('không vào được mạng');
  expect(start.output()).toContain('the network cannot be reached');
  expect(start.output()).not.toContain('ENOTFOUND');
});

test('any other failure shows what npm said', async ({ folder }) => {
  smallProject(folder, '#!/bin/sh\n[ "$1" = ping ] && exit 0\necho "npm error ENOSPC no space left" >&2\nexit 1\n');
  const start = run(folder, 'start');
  expect(await start.ended).toBe(1);
  expect(start.output()).toContain('no space left');
  expect(start.output()).toContain('Chưa cài được');
  expect(existsSync(join(folder, 'node_modules/.install-stamp'))).toBe(false);
});

test('a lock file that `npm ci` finds incomplete is installed from all the same', async ({ folder }) => {
  smallProject(folder, goodNpm.replace('rm -rf', '[ "$1" = ci ] && { echo "npm error code EUSAGE" >&2; exit 1; }\nrm -rf'));
  expect(await run(folder, 'start').ended).toBe(0);
  expect(npmCalls(folder)).toEqual(['ping', 'ci', 'install']);
});

test('when install scripts are blocked the missing Node is fetched', async ({ folder }) => {
  smallProject(folder, goodNpm.replace(/ && ln -s.*/, ` && echo "require('fs').symlinkSync('${process.execPath}', 'bin/node')" > node_modules/node/installArchSpecificPackage.js && echo '{}' > node_modules/node/package.json`));
  const start = run(folder, 'start');
  expect(await start.ended, start.output()).toBe(0);
  expect(existsSync(join(folder, 'node_modules/node/bin/node'))).toBe(true);
});

test('the exit code of a command is kept, and so is its way of ending', async ({ folder }) => {
  smallProject(folder, goodNpm);
  expect(await run(folder, 'fail').ended).toBe(7);
  const waiting = run(folder, 'wait');
  await waiting.says(/waiting/);
  waiting.stop('SIGINT');
  expect(await waiting.ended).toBe(5);
});
