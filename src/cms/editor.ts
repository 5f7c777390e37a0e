/** The form of an entry, with all that it needs: comes when the first entry is opened. */
// First of all: Decap's modules import each other in a circle and must be entered at its door.
import 'decap-cms-core';

import config from 'desk:config';
import { DecapCmsCore as CMS } from 'decap-cms-core';
import { editorComponents } from './body/components.ts';
import { markdownSettings, mdxSafe } from './body/mdx-safe.ts';
import { loadReader, readAs } from './lists/reader.ts';
import { formatName, formOf } from './model/config.ts';
import { type Values, writeEntry } from './model/format.ts';
import { deskKinds } from './model/kinds.ts';
import { mendPastedFields } from './paste/into-fields.ts';
import { PagePreview } from './preview/template.ts';
import { guardSaving } from './safe/at-save.ts';
import { holdWhileSaving } from './safe/hold-while-saving.ts';
import { offerDraft } from './safe/show-drafts.ts';
import { watchEditor } from './safe/watch.ts';
import Editor from './ui/decap-form.ts';
import { openFormSide } from './ui/form-side.ts';
import { refreshSide } from './ui/side.ts';
import { registerWidgets } from './ui/widgets.ts';

await loadReader();
registerWidgets();
for (const kind of deskKinds()) {
  formOf(kind); // The form itself is in the configuration; this lays down the rules by which its fields are judged.
  if (kind.isPage) CMS.registerPreviewTemplate(kind.name, PagePreview);
  CMS.registerCustomFormat(formatName(kind), kind.ending, {
    fromFile: (text) => readAs(text, kind.ending, kind.title),
    toFile: (values: Values) => writeEntry(values, kind.schema, kind.ending),
  });
}
for (const component of editorComponents()) CMS.registerEditorComponent(component);
CMS.registerRemarkPlugin({ settings: markdownSettings });
CMS.registerRemarkPlugin(mdxSafe);
guardSaving(config.contentDir);
mendPastedFields();
watchEditor(offerDraft, refreshSide);
holdWhileSaving();
openFormSide();

export default Editor;
