import { complain } from './say.mjs';

/**
 * Runs the body of a command and turns its outcome into the exit code. A wrong setting is an error with words for the
 * person who set it: they get the words, not a stack.
 *
 * @param body returns the exit code; undefined keeps the process alive for what it has started (a server)
 */
export async function command(body: () => Promise<number | undefined>): Promise<void> {
  try {
    const code = await body();
    if (code !== undefined) process.exit(code);
  } catch (problem) {
    if (process.env.DEBUG) console.error(problem);
    complain(problem instanceof Error ? problem.message : String(problem), 'Stopped: the reason is just above. DEBUG=1 shows more.');
    process.exit(1);
  }
}
