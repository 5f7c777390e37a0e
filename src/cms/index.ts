/** The editors' desk: Decap, made from the schemas, in Vietnamese, and careful with every file. */
import { DecapCmsCore as CMS } from 'decap-cms-core';
import { backendName, registerBackend } from 'desk:backend';
import vi from 'decap-cms-locales/dist/esm/vi';
import { editorComponents } from './body/components.ts';
import { markdownSettings, mdxSafe } from './body/mdx-safe.ts';
import { deskConfig, type DeskSettings } from './model/config.ts';
import { registerFormats } from './ui/formats.ts';
import { registerWidgets } from './ui/widgets.ts';

declare const __DESK__: DeskSettings;

registerBackend(CMS);
registerWidgets();
registerFormats();
for (const component of editorComponents()) CMS.registerEditorComponent(component);
CMS.registerRemarkPlugin({ settings: markdownSettings });
CMS.registerRemarkPlugin(mdxSafe);
CMS.registerLocale('vi', vi);
CMS.init({ config: deskConfig(__DESK__) });
console.info(backendName);
