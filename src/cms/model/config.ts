import { lessonComponents } from '../../schemas/components.ts';
import type { DeskField } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { type DeskKind, deskKinds } from './kinds.ts';
import { nameplate } from './nameplate.ts';

/** What differs from one installation to the next; comes from the environment at build. */
export interface DeskSettings {
  /** Decap's own `backend` block. */
  backend: Record<string, unknown>;
  /** The content folder inside the repository. */
  contentDir: string;
  /** The public address of the site. */
  siteUrl: string;
  /** How many seconds to wait for the store to say anything. */
  patience: number;
}

/** The text of a lesson or page: rich text with the authors' components. */
const body: DeskField = {
  name: 'body',
  label: 'Nội dung',
  hint: 'Chọn dấu cộng trên thanh công cụ để thêm tình huống, ý chính, việc làm ngay và các phần khác của bài.',
  widget: 'markdown',
  required: false,
  modes: ['rich_text'],
  editor_components: Object.keys(lessonComponents),
  buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'numbered-list', 'quote'],
};

/** The id of a file whose head does not repeat it; asked for once, when the entry is made. */
const idOfFile: DeskField = { name: 'id', label: 'Mã', hint: 'Thành tên tệp và địa chỉ trang, không bao giờ đổi. Chữ thường không dấu, ví dụ a2-2.', widget: 'code', required: false };

/** The name of a kind's file format, as it is registered. */
export const formatName = (kind: DeskKind): string => `so-tay-${kind.name}`;

/** The whole configuration of the desk: forms from the schemas, nothing written twice. */
export function deskConfig({ backend, contentDir, siteUrl }: Omit<DeskSettings, 'patience'>): Record<string, unknown> {
  return {
    load_config_file: false,
    locale: 'vi',
    site_url: siteUrl,
    display_url: siteUrl,
    logo: { src: nameplate, show_in_header: false },
    search: true,
    publish_mode: 'editorial_workflow',
    show_preview_links: false,
    // Behind the # nothing is sent to any server.
    issue_reports: { url: 'tro-giup.html#' },
    media_folder: `${contentDir}/media`,
    public_folder: '/',
    media_library: { config: { max_file_size: 20_000_000 } },
    media_processing: { enabled: true, format: { enabled: true, default: 'webp' }, quality: 75, strip_metadata: true, width: 1280 },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    backend: { ...backend, commit_messages: commitMessages },
    collections: deskKinds().map((kind) => collectionOf(kind, contentDir, backend['name'] === 'proxy')),
  };
}

const commitMessages = {
  create: 'Thêm {{collection}} “{{slug}}”',
  update: 'Sửa {{collection}} “{{slug}}”',
  delete: 'Xóa {{collection}} “{{slug}}”',
  uploadMedia: 'Thêm tệp “{{path}}”',
  deleteMedia: 'Xóa tệp “{{path}}”',
  openAuthoring: '{{message}}',
};

/** @param mayDelete a forge takes nothing off the published branch that nobody has approved, so there a button for it would only fail */
function collectionOf(kind: DeskKind, contentDir: string, mayDelete: boolean): Record<string, unknown> {
  const common = { name: kind.name, label: kind.label, label_singular: kind.one, format: formatName(kind), editor: { preview: kind.isPage } };
  if (kind.file) return { ...common, files: [{ name: kind.name, label: kind.label, file: `${contentDir}/${kind.file}`, fields: formOf(kind) }] };
  return {
    ...common,
    folder: `${contentDir}/${kind.name}`,
    extension: kind.ending,
    create: true,
    delete: mayDelete,
    slug: '{{fields.id}}',
    identifier_field: kind.title,
    summary: `{{filename}} · {{${kind.title}}}`,
    sortable_fields: [kind.title],
    fields: formOf(kind),
  };
}

/** The form of one kind: its schema's fields, the text below them, and an id that is asked for once. */
export function formOf(kind: DeskKind): DeskField[] {
  const fields = fieldsOf(kind.schema, kind.name).map((field): DeskField => (field.name === 'id' ? { ...field, widget: 'code' } : field));
  return kind.ending === 'mdx' ? [idOfFile, ...fields, body] : fields;
}
