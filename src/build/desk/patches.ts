import { forgePatches } from './forge-patches.ts';
import type { Patch } from './harden.ts';

/**
 * What is wrong in the pinned versions of Decap and mended at bundling. Every patch holds the line that it changes: when
 * an upgrade takes that line away the build stops, and somebody looks whether the patch is still needed.
 */
export const patches: Patch[] = [
  {
    file: 'decap-cms-core/dist/esm/constants/configSchema.js',
    why: 'it makes code from strings, for which the page would have to allow unsafe-eval; the configuration is generated and tested',
    instead: { exports: ['validateConfig'], text: 'export function validateConfig() {}' },
  },
  {
    file: 'decap-cms-core/dist/esm/formats/frontmatter.js',
    why: 'its reader runs a file that begins with ---js as code, in the browser of everyone who opens the list; the desk has a reader of its own',
    instead: {
      exports: ['frontmatterYAML', 'frontmatterTOML', 'frontmatterJSON', 'FrontmatterInfer', 'getFormatOpts'],
      text: `const refuse = () => { throw new Error('The desk reads files itself.'); };
const none = { fromFile: refuse, toFile: refuse };
export const FrontmatterInfer = none;
export const frontmatterYAML = () => none;
export const frontmatterTOML = () => none;
export const frontmatterJSON = () => none;
export const getFormatOpts = () => undefined;`,
    },
  },
  {
    file: 'decap-cms-core/dist/esm/formats/toml.js',
    why: 'no file of ours is TOML, and its reader is large',
    instead: { exports: ['default'], text: "const refuse = () => { throw new Error('The desk reads files itself.'); };\nexport default { fromFile: refuse, toFile: refuse };" },
  },
  {
    file: 'decap-cms-core/dist/esm/formats/yaml.js',
    why: 'YAML is read by the same reader as in the build, not by an older one',
    instead: { exports: ['default'], text: "const refuse = () => { throw new Error('The desk reads files itself.'); };\nexport default { fromFile: refuse, toFile: refuse };" },
  },
  {
    file: 'decap-cms-core/dist/esm/components/Editor/Editor.js',
    why: 'its own backup gave back the old text and laid the network copy over a restored one; the desk keeps unsaved texts itself (src/cms/safe); and a whole list was fetched with each entry; what could not be opened left nothing to do',
    changes: [
      ['    retrieveLocalBackup(collection, slug);\n', ''],
      ['    if (!prevProps.localBackup && this.props.localBackup) {', '    if (false) {'],
      ['    this.props.persistLocalBackup(entry, collection);\n', ''],
      // What is typed between a save and the reading that follows it would be wiped out, or be shown and never saved.
      ['import { loadEntry, loadEntries,', "import { holdForm } from 'desk:hold';\nimport { loadEntry, loadEntries,"],
      ['    await persistEntry(collection);\n', '    const release = holdForm();\n    try {\n    await persistEntry(collection);\n'],
      ['      loadEntry(collection, slug);\n    }\n  };\n  handlePublishEntry', '      await loadEntry(collection, slug);\n    }\n    } finally {\n      release();\n    }\n  };\n  handlePublishEntry'],
      ["    await publishUnpublishedEntry(collection.get('name'), slug);\n", "    await publishUnpublishedEntry(collection.get('name'), slug).finally(holdForm());\n"],
      [
        '_jsx("div", {\n        children: _jsx("h3", {\n          children: entry.get(\'error\')\n        })\n      });',
        `_jsx('div', {
        className: 'desk-wait',
        children: [_jsx('p', { children: entry.get('error') }, 1), _jsx('button', { type: 'button', onClick: () => location.reload(), children: 'Thử lại' }, 2), ' ', _jsx('a', { href: '#/collections/' + collection.get('name'), children: 'Về danh sách' }, 3)]
      });`,
      ],
      // The list would come over the entry that has just been read; a name that is taken is refused at save.
      ['    if (!collectionEntriesLoaded) {\n      loadEntries(collection);\n    }\n', ''],
    ],
  },
  {
    file: 'decap-cms-core/dist/esm/lib/imageTransformations.js',
    why: 'a small picture was blown up to the greatest width, and every reader paid for it',
    changes: [['const width = config.width ?? undefined;', 'const width = config.width ? Math.min(config.width, sourceWidth) : undefined;']],
  },
  {
    file: 'decap-cms-core/dist/esm/actions/entries.js',
    why: 'an entry that came late was laid over the form of the one that had been opened since',
    changes: [
      ['dispatch(createDraftFromEntry(loadedEntry));', "if (isOpen(collection.get('name'), slug)) dispatch(createDraftFromEntry(loadedEntry));"],
      ["import { fromJS, List, Map, Set } from 'immutable';", "import { isOpen } from 'desk:open';\nimport { fromJS, List, Map, Set } from 'immutable';"],
    ],
  },
  {
    file: 'decap-cms-core/dist/esm/actions/editorialWorkflow.js',
    why: 'a draft that came late was laid over the form of the entry that had been opened since',
    changes: [
      ['dispatch(createDraftFromEntry(entry));', "if (isOpen(collection.get('name'), slug)) dispatch(createDraftFromEntry(entry));"],
      ["import get from 'lodash/get';", "import { isOpen } from 'desk:open';\nimport get from 'lodash/get';"],
    ],
  },
  {
    file: 'decap-cms-ui-default/dist/esm/ListItemTopBar.js',
    why: 'the buttons of a list had no names for those who hear the screen',
    changes: [
      ['      onClick: onCollapseToggle,', '      onClick: onCollapseToggle,\n      "aria-label": collapsed ? "Mở ra" : "Gập lại",\n      "aria-expanded": !collapsed,'],
      ['      onClick: onRemove,', '      onClick: onRemove,\n      "aria-label": "Bỏ mục này",'],
    ],
  },
  {
    file: 'decap-cms-widget-list/dist/esm/ListControl.js',
    why: 'a list could not be put in another order by keyboard, and told of it in English only',
    changes: [
      ['import { DndContext, MouseSensor, TouchSensor,', 'import { DndContext, KeyboardSensor, MouseSensor, TouchSensor,'],
      ['import { SortableContext, useSortable }', 'import { SortableContext, sortableKeyboardCoordinates, useSortable }'],
      ['useSensor(TouchSensor, {\n    activationConstraint\n  }));', 'useSensor(TouchSensor, {\n    activationConstraint\n  }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));'],
      [
        '      onDragEnd: handleSortEnd,',
        `      onDragEnd: handleSortEnd,
      accessibility: {
        screenReaderInstructions: { draggable: 'Nhấn phím cách để nhấc mục lên, phím mũi tên để chuyển, phím cách lần nữa để đặt xuống, Escape để thôi.' },
        announcements: {
          onDragStart: () => 'Đã nhấc mục lên.',
          onDragOver: ({ over }) => over ? 'Đã chuyển sang chỗ ' + (keys.indexOf(over.id) + 1) + '.' : '',
          onDragEnd: ({ over }) => over ? 'Đã đặt ở chỗ ' + (keys.indexOf(over.id) + 1) + '.' : 'Mục ở lại chỗ cũ.',
          onDragCancel: () => 'Thôi. Mục ở lại chỗ cũ.',
        },
      },`,
      ],
      ['    ...listeners,\n    children: children', '    ...listeners,\n    "aria-label": "Xếp lại mục này",\n    "aria-roledescription": "mục xếp được",\n    children: children'],
    ],
  },
  {
    file: 'decap-cms-core/dist/esm/components/App/App.js',
    why: 'an address that led from one entry to another left the first one in the form, under the name of the second; and the form and the board came before anybody had asked for them',
    changes: [
      ["import Workflow from '../Workflow/Workflow';\nimport Editor from '../Editor/Editor';\n", "import { Editor, Workflow } from 'desk:parts';\n"],
      ['              ...props,\n              newRecord: true\n            })', '              ...props,\n              newRecord: true\n            }, props.location.pathname)'],
      ['render: props => _jsx(Editor, {\n              ...props\n            })', 'render: props => _jsx(Editor, {\n              ...props\n            }, props.location.pathname)'],
    ],
  },
  {
    file: 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/Widget.js',
    why: 'while a picture of the entry was on its way every field stood still, and the letters that were typed into it were gone',
    changes: [['    if (this.props.isLoadingAsset && nextProps.isLoadingAsset) return false;\n', '    if (this.props.isLoadingAsset && nextProps.isLoadingAsset && this.props.value === nextProps.value) return false;\n']],
  },
  {
    file: 'decap-cms-core/dist/esm/components/Editor/EditorControlPane/EditorControl.js',
    why: 'a switch and an id that is only shown were said to be optional',
    changes: [["    const isFieldOptional = field.get('required') === false;", "    const isFieldOptional = field.get('required') === false && !['boolean', 'code'].includes(field.get('widget'));"]],
  },
  {
    file: 'decap-cms-core/dist/esm/components/Editor/EditorToolbar.js',
    why: 'it offers to look for a preview on a server, where there is none',
    changes: [['  renderDeployPreviewControls = label => {\n', '  renderDeployPreviewControls = label => {\n    return undefined;\n']],
  },
  {
    file: 'decap-cms-core/dist/esm/components/Editor/EditorPreviewPane/EditorPreviewPane.js',
    why: 'the frame of the preview had neither a name nor a language for those who hear the screen',
    changes: [
      ['        id: "preview-pane",\n        head: styleEls,\n        initialContent', '        id: "preview-pane",\n        title: "Bản xem thử",\n        head: styleEls,\n        initialContent'],
      ['<html>\n  <head><base', '<html lang="vi">\n  <head><base'],
    ],
  },
  {
    file: 'decap-cms-core/dist/esm/components/UI/SettingsDropdown.js',
    why: 'the way to the site was shown as an address, not in words',
    changes: [['children: stripProtocol(displayUrl)', "children: 'Xem trang'"]],
  },
  {
    file: 'decap-cms-core/dist/esm/lib/formatters.js',
    why: 'an id is taken as it is written: F1.3 must not become f1-3',
    changes: [["  return slug.trim()\n  // Convert slug to lower-case\n  .toLocaleLowerCase()\n\n  // Remove single quotes.\n  .replace(/[']/g, '')\n\n  // Replace periods with dashes.\n  .replace(/[.]/g, '-');", '  return slug.trim();']],
  },
  {
    file: 'decap-cms-widget-markdown/dist/esm/MarkdownControl/plugins/html/withHtml.js',
    why: "a pasted picture broke the whole desk; links lost their address, Word's bold, lists and tables were lost, words run together; the desk reads the clipboard itself (src/cms/paste)",
    instead: {
      exports: ['default'],
      text: `import { pasteInto } from 'desk:paste';
export default function withHtml(editor) {
  const { insertData, isInline, isVoid } = editor;
  editor.isInline = element => element.type === 'link' ? true : isInline(element);
  editor.isVoid = element => element.type === 'image' ? true : isVoid(element);
  editor.insertData = data => {
    if (!pasteInto(editor, data)) insertData(data);
  };
  return editor;
}`,
    },
  },
  {
    file: 'decap-cms-lib-util/dist/esm/unsentRequest.js',
    why: 'it waited a minute for a store that had accepted and said nothing, for ever for one that fell silent in mid-answer, and told of neither in Vietnamese',
    changes: [
      ['const timeout = 60;\n', 'const patience = __DESK_PATIENCE__;\n'],
      ['function fetchWithTimeout(input, init) {', 'async function fetchWithTimeout(input, init) {'],
      [
        `  const timeoutId = setTimeout(() => controller.abort(), timeout * 1000);
  return fetch(input, {
    ...init,
    signal: controller.signal
  }).then(res => {
    clearTimeout(timeoutId);
    return res;
  }).catch(e => {
    if (e.name === 'AbortError' || e.name === 'DOMException') {
      throw new Error(\`Request timed out after \${timeout} seconds\`);
    }
    throw e;
  });`,
        `  // A picture needs its time on a slow line: 4 kB a second.
  const seconds = Math.round(patience + (typeof init?.body === 'string' ? init.body.length / 4000 : 0));
  const silent = Object.assign(new Error('Kho bài không trả lời trong ' + seconds + ' giây. Bài vẫn còn nguyên trên máy này. Hãy thử lại.'), { isSilent: true });
  const wait = () => setTimeout(() => controller.abort(), seconds * 1000);
  let timeoutId = wait();
  try {
    const res = await fetch(input, { ...init, signal: controller.signal });
    clearTimeout(timeoutId);
    timeoutId = wait();
    const body = await res.arrayBuffer();
    const { status, statusText, headers } = res;
    return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  } catch (e) {
    if (controller.signal.aborted) throw silent;
    throw e instanceof TypeError ? new Error('Chưa nối được với kho bài, hoặc bị đứt giữa chừng. Bài vẫn còn nguyên trên máy này. Kiểm tra mạng rồi thử lại.') : e;
  } finally {
    clearTimeout(timeoutId);
  }`,
      ],
    ],
  },
  {
    file: 'decap-cms-lib-util/dist/esm/API.js',
    why: 'a store out of reach was asked six times, which took a minute and more before the editor heard of it; and a save that was cut off after it had been done was done again',
    changes: [
      ['      throw new Error(text);\n    } else if (response.status === 403) {', '      throw Object.assign(new Error(text), { resetSeconds: attempt * attempt });\n    } else if (response.status === 403) {'],
      ['    if (attempt > 5 ||', "    const mayRepeat = err.resetSeconds ? attempt <= 5 : attempt <= 2 && !err.isSilent && (req.get?.('method') ?? req.method ?? 'GET') === 'GET';\n    if (!mayRepeat ||"],
    ],
  },
  {
    file: 'decap-cms-lib-util/dist/esm/implementation.js',
    why: 'to list a folder it asked for every file and for the history of every file; the desk knows the titles by the hash of the file (src/cms/lists)',
    changes: [
      ["import { basename } from './path';\n", "import { basename } from './path';\nimport { entriesOf } from 'desk:titles';\n"],
      ['  const files = await listFiles();\n  return fetchFiles(files, readFile, readFileMetadata, apiName);\n', '  return entriesOf(await listFiles(), readFile);\n'],
      // The next page of a list comes with hashes; the single files come without.
      ['  return fetchFiles(files, readFile, readFileMetadata, apiName);\n', '  return files.every(({ id }) => id) ? entriesOf(files, readFile) : fetchFiles(files, readFile, readFileMetadata, apiName);\n'],
      ['  return await fetchFiles(files, readFile, readFileMetadata, apiName);\n', '  return entriesOf(files, readFile);\n'],
    ],
  },
  {
    file: 'decap-cms-widget-markdown/dist/esm/serializers/remarkEscapeMarkdownEntities.js',
    why: 'a backslash that somebody typed, and signs inside what looks like a tag, were not kept as typed',
    changes: [
      ['  return replaceWhen(nonEscapeExpression, escapeAll, text, true);', '  return escapeAll(text);'],
      [
        '      const value = index === 0 ? escapeAllChars(node.value) : escapeCommonChars(node.value);',
        '      const typed = node.value.replace(/\\\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\\\\\");\n      const value = index === 0 ? escapeAllChars(typed) : escapeCommonChars(typed);',
      ],
    ],
  },
  ...forgePatches,
];

/** The patches that concern the serializer alone. */
export const serializerPatches = patches.filter(({ file }) => file.includes('/serializers/'));
