/** What the desk uses of Decap's untyped packages. */
declare module 'desk:backend' {
  export function registerBackend(cms: unknown): void;
}
declare module 'desk:config' {
  interface Collection {
    name: string;
    label: string;
    format: string;
    folder?: string;
    files?: { name: string; file: string }[];
    extension?: 'yaml' | 'mdx';
    identifier_field?: string;
  }
  /** Decap's configuration as the build makes it, and the content folder inside the repository. */
  const config: { backend: Record<string, unknown>; collections: Collection[]; contentDir: string };
  export default config;
}
declare module 'decap-cms-lib-util' {
  export const localForage: { getItem<T>(key: string): Promise<T | null>; setItem(key: string, value: unknown): Promise<unknown>; removeItem(key: string): Promise<void>; keys(): Promise<string[]> };
  export class Cursor {
    static create(cursor: { actions: string[]; meta: Record<string, unknown>; data: Record<string, unknown> }): Cursor;
    meta?: { get(name: string): unknown };
    data?: { get(name: string): { toJS(): unknown } };
  }
  export const CURSOR_COMPATIBILITY_SYMBOL: symbol;
}
declare module 'decap-cms-backend-proxy' {
  export class ProxyBackend {
    branch: string;
    mediaFolder: string;
    getMediaFile(path: string): Promise<{ url: string }>;
    request<T>(asked: { action: string; params: Record<string, unknown> }): Promise<T>;
  }
}
declare module 'decap-cms-core/dist/esm/components/Editor/Editor' {
  const Editor: unknown;
  export default Editor;
}
declare module 'decap-cms-core/dist/esm/components/Workflow/Workflow' {
  const Workflow: unknown;
  export default Workflow;
}
/** What Decap's clients of forges have in common, as far as it is used here. */
declare class ForgeBackEnd {
  api: unknown;
  authenticate(state: { token: string }): Promise<unknown>;
  entriesByFolder(folder: string, extension: string, depth: number): Promise<unknown>;
  updateUnpublishedEntryStatus(collection: string, slug: string, status: string): Promise<unknown>;
  publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  /** What Decap calls each draft by. */
  unpublishedEntries(): Promise<string[]>;
  getEntry(path: string): Promise<{ file: { path: string; id: null }; data: string }>;
  unpublishedEntry(entry: { collection: string; slug: string }): Promise<{ diffs: { path: string; id: string }[] }>;
  unpublishedEntryDataFile(collection: string, slug: string, path: string, id: string): Promise<string>;
}
declare module 'decap-cms-backend-forgejo' {
  export const ForgejoBackend: typeof ForgeBackEnd;
}
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: typeof ForgeBackEnd;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: typeof ForgeBackEnd;
}
declare module 'decap-cms-core' {
  export const DecapCmsCore: {
    init(options: { config: unknown }): void;
    registerWidget(widget: unknown, control?: unknown, preview?: unknown): void;
    registerCustomFormat(name: string, ending: string, format: { fromFile(text: string): unknown; toFile(values: Record<string, unknown>): string }): void;
    registerEditorComponent(component: unknown): void;
    registerRemarkPlugin(plugin: unknown): void;
    registerLocale(name: string, words: unknown): void;
    registerPreviewTemplate(name: string, template: unknown): void;
    registerEventListener(listener: { name: string; handler(event: { entry: import('./ui/props.ts').FormMap }): unknown }): void;
  };
}
declare module 'decap-cms-core/dist/esm/redux' {
  export const store: unknown;
}
declare module 'decap-cms-core/dist/esm/actions/mediaLibrary' {
  export function persistMedia(file: File): unknown;
}
declare module 'decap-cms-core/dist/esm/valueObjects/AssetProxy' {
  export function createAssetProxy(picture: { file: File; path: string }): { url: string };
}
declare module 'decap-cms-core/dist/esm/backend' {
  export function currentBackend(config: unknown): unknown;
}
declare module 'decap-cms-locales/dist/esm/vi/index.js' {
  interface Words {
    [key: string]: string | Words;
  }
  const words: Words;
  export default words;
}
declare module 'decap-cms-locales/dist/esm/en/index.js' {
  export { default } from 'decap-cms-locales/dist/esm/vi/index.js';
}
declare module 'decap-cms-widget-markdown/dist/esm/serializers' {
  interface SlateNode {
    type?: string;
    text?: string;
    data?: { shortcodeData?: { children?: string } };
    children?: SlateNode[];
  }
  interface Options {
    remarkPlugins: unknown[];
  }
  export function markdownToSlate(markdown: string, options: Options): SlateNode[];
  export function slateToMarkdown(nodes: (SlateNode | import('./paste/blocks.ts').Block)[], options: Options): string;
}
declare module 'decap-cms-widget-boolean' {
  export const DecapCmsWidgetBoolean: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-list' {
  export const DecapCmsWidgetList: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-markdown' {
  export const DecapCmsWidgetMarkdown: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-number' {
  export const DecapCmsWidgetNumber: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-object' {
  export const DecapCmsWidgetObject: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-select' {
  export const DecapCmsWidgetSelect: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-string' {
  export const DecapCmsWidgetString: import('./ui/props.ts').WidgetPack;
}
declare module 'decap-cms-widget-text' {
  export const DecapCmsWidgetText: import('./ui/props.ts').WidgetPack;
}
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: unknown): string;
}

/** React's drawing into another place of a document; its own types are a package more for one function. */
declare module 'react-dom' {
  export function createPortal(children: import('react').ReactNode, container: Element): import('react').ReactPortal;
}
