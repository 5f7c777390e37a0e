import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../../../..');

/** A command that has been started. */
export interface Started {
  /** Everything it has written until now, both streams. */
  output: () => string;
  /** Resolves when the output matches; rejects when the command ends before that. */
  says: (words: RegExp) => Promise<void>;
  stop: (signal: NodeJS.Signals) => void;
  /** The exit code, or the signal it died of. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Runs a program of the project with Node in `cwd`. Nothing of the surrounding run's settings gets through but PATH. */
export function startNode(program: string, args: string[], cwd: string, env: Record<string, string> = {}): Started {
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { PATH, HOME: cwd, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | NodeJS.Signals | null>((done) => child.on('close', (code, signal) => done(signal ?? code)));
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const says = (words: RegExp) =>
    new Promise<void>((done, fail) => {
      const look = () => words.test(output) && done();
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      ended.then((code) => fail(new Error(`ended with ${code} before saying ${words}:\n${output}`)));
      look();
    });
  return { output: () => output, says, stop: (signal) => void child.kill(signal), ended };
}

/** Starts one of our commands in a folder that stands for the project. */
export const startCommand = (name: string, cwd: string, env?: Record<string, string>) => startNode(join(project, 'src/cli', `${name}.ts`), [], cwd, env);

/** Whether the process whose number a file holds is still at work. A dead one that nobody has collected is not. */
export function isAtWork(pidFile: string): boolean {
  const stat = `/proc/${readFileSync(pidFile, 'utf8').trim()}/stat`;
  if (!existsSync(stat)) return false;
  return !/^\d+ \(.*\) Z/.test(readFileSync(stat, 'utf8'));
}

/** A shell script that works for a minute and writes down, in `worker.pid`, the process that does the work. */
export const slowProgram = '#!/bin/sh\nsleep 60 & echo $! > worker.pid\necho working\nwait\n';
