/** `npm start`: builds what has changed, then serves the finished site until somebody stops it. */
import { buildSiteIfNeeded } from './build-site.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';
import { isPortFree, serveSite } from './serve-site.ts';

exitWhenStopped(0);
await command(async () => {
  if (!(await isPortFree()) || !(await buildSiteIfNeeded())) return 1;
  // The CMS joins here: it answers /admin/ in front of the site, and calls `buildSite` after a publish.
  return (await serveSite()) ? undefined : 1;
});
