/** The editors' desk: Decap, made from the schemas, in Vietnamese, and careful with every file. Here is what the lists need; a form brings the rest. */
// First of all: Decap's modules import each other in a circle and must be entered at its door.
import 'decap-cms-core';

import { registerBackend } from 'desk:backend';
import config from 'desk:config';
import { DecapCmsCore as CMS } from 'decap-cms-core';
import { builtTitles } from './lists/titles.ts';
import { forgeHistories, localHistory } from './safe/history.ts';
import { watchBuilding } from './safe/progress.ts';
import { fetchTheRest } from './ui/fetch-the-rest.ts';
import { registerFormats } from './ui/formats.ts';
import { guardPictures } from './ui/pictures.ts';
import { openSide } from './ui/side.ts';
import { deskWords } from './words.ts';

registerBackend(CMS);
registerFormats();
const { contentDir, ...decap } = config;
const { proxy_url: local, name } = config.backend;
const api = typeof local === 'string' ? local.replace(/v1$/, '') : undefined;
CMS.registerLocale('vi', deskWords(api !== undefined));
if (api) watchBuilding(`${api}status`);
else void builtTitles(); // a list at a forge waits for them
// A phone has room for the text or for its preview.
const showTextFirst = () => innerWidth < 800 && localStorage.setItem('cms.right-pane', 'none');
showTextFirst();
addEventListener('hashchange', showTextFirst, true);
// The local back end serves the site too, at whatever address it was given.
const site = new URL('../', location.href.split('#')[0]).href;
CMS.init({ config: api ? { ...decap, site_url: site, display_url: site } : decap });
guardPictures();
openSide(api ? localHistory(api) : forgeHistories[String(name)], contentDir);
fetchTheRest();
