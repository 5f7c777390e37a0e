/** The editors' desk: Decap, made from the schemas, in Vietnamese, and careful with every file. */
// First of all: Decap's modules import each other in a circle and must be entered at its door.
import 'decap-cms-core';

import { registerBackend } from 'desk:backend';
import { DecapCmsCore as CMS } from 'decap-cms-core';
import { editorComponents } from './body/components.ts';
import { markdownSettings, mdxSafe } from './body/mdx-safe.ts';
import { type DeskSettings, deskConfig } from './model/config.ts';
import { deskKinds } from './model/kinds.ts';
import { mendPastedFields } from './paste/into-fields.ts';
import { PagePreview } from './preview/template.ts';
import { guardSaving } from './safe/at-save.ts';
import { forgejoHistory, localHistory } from './safe/history.ts';
import { holdWhileSaving } from './safe/hold-while-saving.ts';
import { watchBuilding } from './safe/progress.ts';
import { offerDraft } from './safe/show-drafts.ts';
import { watchEditor } from './safe/watch.ts';
import { registerFormats } from './ui/formats.ts';
import { guardPictures } from './ui/pictures.ts';
import { openSide, refreshSide } from './ui/side.ts';
import { registerWidgets } from './ui/widgets.ts';
import { deskWords } from './words.ts';

declare const __DESK__: DeskSettings;

registerBackend(CMS);
registerWidgets();
registerFormats();
for (const component of editorComponents()) CMS.registerEditorComponent(component);
CMS.registerRemarkPlugin({ settings: markdownSettings });
CMS.registerRemarkPlugin(mdxSafe);
for (const { name, isPage } of deskKinds()) if (isPage) CMS.registerPreviewTemplate(name, PagePreview);
guardSaving(__DESK__.contentDir);
const { proxy_url: local, name } = __DESK__.backend;
const api = typeof local === 'string' ? local.replace(/v1$/, '') : undefined;
CMS.registerLocale('vi', deskWords(api !== undefined));
if (api) watchBuilding(`${api}status`);
// A phone has room for the text or for its preview.
const showTextFirst = () => innerWidth < 800 && localStorage.setItem('cms.right-pane', 'none');
showTextFirst();
addEventListener('hashchange', showTextFirst, true);
// The local back end serves the site too, at whatever address it was given.
CMS.init({ config: deskConfig(api ? { ...__DESK__, siteUrl: new URL('../', location.href.split('#')[0]).href } : __DESK__) });
guardPictures();
mendPastedFields();
watchEditor(offerDraft, refreshSide);
holdWhileSaving();
openSide(api ? localHistory(api) : name === 'forgejo' ? forgejoHistory() : undefined, __DESK__.contentDir);
