// @ts-check
// Plain JavaScript, built-ins only (see with-node.mjs). Two ways to run another program, and what Ctrl-C does to each.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** What a terminal, a supervisor or a closed window sends to end a command. */
export const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * The exit code a shell gives to a program that a signal ended: 130 for Ctrl-C.
 * @param {NodeJS.Signals} signal
 */
export const codeOfSignal = (signal) => 128 + constants.signals[signal];

/**
 * From now on a stop signal ends this process at once with `code` (left out: the shell's code for the signal).
 * Programs started with `runInGroup` end with it.
 * @param {number} [code]
 * @returns {() => void} takes the arrangement back
 */
export function exitWhenStopped(code) {
  /** @param {NodeJS.Signals} signal */
  const exit = (signal) => process.exit(code ?? codeOfSignal(signal));
  for (const signal of stopSignals) process.on(signal, exit);
  return () => {
    for (const signal of stopSignals) process.off(signal, exit);
  };
}

/**
 * @typedef {object} Finished
 * @property {number} code the exit code; 127 when the program could not be started
 * @property {NodeJS.Signals | undefined} stoppedBy the signal that asked us to stop meanwhile
 */

/**
 * Runs a program that looks after its own Ctrl-C (a server, a test runner) in the foreground: every stop signal is
 * passed on, and only the program decides when it ends.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Finished>}
 */
export function runInForeground(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    /** @type {NodeJS.Signals | undefined} */
    let stoppedBy;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    for (const signal of stopSignals) process.on(signal, passOn);
    /** @param {number} code */
    const finish = (code) => {
      for (const signal of stopSignals) process.off(signal, passOn);
      resolve({ code, stoppedBy });
    };
    child.on('error', () => finish(127));
    child.on('exit', (code, signal) => finish(signal ? codeOfSignal(signal) : (code ?? 1)));
  });
}

/**
 * Runs a program that does a piece of work (an install, a build) in a process group of its own. Whatever ends this
 * process ends the whole group with it: the work can be repeated, so nobody has to wait for it to tidy up.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, heard?: (text: string) => void, quiet?: boolean }} [options]
 *   `heard` gets what the program writes, piece by piece; `quiet` keeps that from the screen
 * @returns {Promise<number>} the exit code; 127 when the program could not be started
 */
export function runInGroup(command, args, { env = process.env, cwd, heard, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env, ...(cwd && { cwd }) });
    const endGroup = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group is gone already.
      }
    };
    process.on('exit', endGroup);
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        heard?.(text);
        if (!quiet) to.write(text);
      });
    }
    /** @param {number} code */
    const finish = (code) => {
      process.off('exit', endGroup);
      resolve(code);
    };
    child.on('error', () => finish(127));
    child.on('close', (code, signal) => finish(signal ? codeOfSignal(signal) : (code ?? 1)));
  });
}
