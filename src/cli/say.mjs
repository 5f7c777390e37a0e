// @ts-check
// Plain JavaScript, built-ins only: it runs before anything is installed, on the Node the machine happens to have.

/**
 * Tells the person at the keyboard something, in Vietnamese and then in English.
 * @param {string} vi
 * @param {string} en
 */
export function say(vi, en) {
  process.stdout.write(`${vi}\n${en}\n`);
}

/**
 * The same for trouble: it goes to stderr, with a blank line before it so that it stands out below a tool's own output.
 * @param {string} vi
 * @param {string} en
 */
export function complain(vi, en) {
  process.stderr.write(`\n${vi}\n${en}\n`);
}
