// @ts-check
/**
 * The door to every command: `node src/cli/with-node.mjs start` installs what is missing, then runs `src/cli/start.ts`
 * on the project's own Node. This file and the .mjs files beside it are plain JavaScript with built-ins only, because
 * they run before anything is installed, on whatever Node (18 or newer) the machine has.
 */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOfSignal, exitWhenStopped, runInForeground } from './children.mjs';
import { ensureInstalled, findNode } from './install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const [name = '', ...args] = process.argv.slice(2);

process.chdir(root);
// To stop a server is to finish with it; to stop anything else is to leave it unfinished.
const codeWhenStopped = ['start', 'dev', 'preview'].includes(name) ? 0 : undefined;
const letRun = exitWhenStopped(codeWhenStopped);
const node = (await ensureInstalled(root)) && (await findNode(root));
letRun();
if (!node) process.exit(1);
// Tools start with `#!/usr/bin/env node`: the same Node has to be the first one they find.
const PATH = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
const { code, stoppedBy } = await runInForeground(node, [join(here, `${name}.ts`), ...args], { ...process.env, PATH });
const diedOfIt = stoppedBy !== undefined && code === codeOfSignal(stoppedBy);
process.exit(diedOfIt ? (codeWhenStopped ?? code) : code);
