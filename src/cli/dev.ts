/** `npm run dev`: the site while writing; a saved file shows at once. Further arguments go to `astro dev`. */
import { runInForeground } from './children.mjs';
import { command } from './command.ts';
import { port } from './settings.ts';

await command(async () => {
  const args = ['dev', '--port', String(port()), ...process.argv.slice(2)];
  const { code, stoppedBy } = await runInForeground('node_modules/.bin/astro', args, { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' });
  return stoppedBy ? 0 : code;
});
