/** `npm run preview`: serves the site as it was last built, and builds nothing. */
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';
import { serveSite } from './serve-site.ts';

exitWhenStopped(0);
await command(async () => ((await serveSite()) ? undefined : 1));
