/** `npm run build`: checks the content (the build itself does) and writes the site into OUT_DIR. */
import { buildSite } from './build-site.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';

exitWhenStopped();
await command(async () => ((await buildSite()) ? 0 : 1));
