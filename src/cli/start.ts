/** `npm start`: builds what has changed, then serves the finished site, with the editors' desk, until somebody stops it. */
import { openLocalDesk } from '../build/desk/local/index.ts';
import { deskBackend, deskMode } from '../build/desk/settings.ts';
import { buildSiteIfNeeded, rebuildSite } from './build-site.ts';
import { exitWhenStopped } from './children.mjs';
import { command } from './command.ts';
import { say } from './say.mjs';
import { isPortFree, serveSite } from './serve-site.ts';
import { basePath } from './settings.ts';

exitWhenStopped(0);
await command(async () => {
  const hasDesk = deskMode() !== 'off' && deskBackend().name === 'proxy';
  if (!(await isPortFree()) || !(await buildSiteIfNeeded())) return 1;
  const desk = hasDesk ? await openLocalDesk(basePath(), rebuildSite) : undefined;
  if (!(await serveSite(desk?.answer))) return 1;
  if (desk?.trouble) say(`Bàn biên tập ở /admin/ chỉ xem được: ${desk.trouble}`, 'The editors’ desk at /admin/ cannot save anything here.');
  else if (desk) say('Bàn biên tập ở /admin/ (chỉ trên máy này).', 'The editors’ desk is at /admin/ (on this machine only).');
  return undefined;
});
