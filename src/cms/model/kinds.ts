import type { z } from 'zod';
import { type Kind, kinds } from '../../lint/kinds.ts';
import { seasonsSchema } from '../../schemas/season.ts';
import { stringsSchema } from '../../schemas/strings.ts';
import { trainerStringsSchema } from '../../schemas/trainer-strings.ts';

/** What the desk needs to know of a kind of content that its schema does not say. */
export interface DeskKind {
  /** The folder, and the name in addresses of the desk. */
  name: string;
  /** The name in the list of kinds. */
  label: string;
  /** One of them: "bài học". */
  one: string;
  schema: z.ZodType;
  ending: 'yaml' | 'mdx';
  /** Whether the page that readers will see can be drawn while it is written. */
  isPage: boolean;
  /** The field by which an entry is known in lists. */
  title: string;
  /** A kind that is one file: its path inside the content folder. */
  file?: string;
}

/** Names for the list of kinds, in its order. A kind with a schema that is not named here comes last, under its noun. */
const labels: Partial<Record<Kind, string>> = {
  lessons: 'Bài học',
  quizzes: 'Trắc nghiệm',
  courses: 'Khóa học',
  scenarios: 'Tình huống',
  checks: 'Bảng hỏi',
  plans: 'Kế hoạch buổi',
  facts: 'Căn cứ',
  contacts: 'Liên hệ',
  glossary: 'Từ khó',
  pages: 'Trang chữ',
  style: 'Lời văn',
};

const titles: Partial<Record<Kind, string>> = { contacts: 'name', glossary: 'term', style: 'id' };

const pages: Kind[] = ['lessons', 'pages', 'quizzes', 'scenarios', 'plans'];

/** Single files with a shape of their own. */
const files: DeskKind[] = [
  { name: 'strings', label: 'Chữ trên trang', one: 'chữ trên trang', schema: stringsSchema, ending: 'yaml', title: 'title', isPage: false, file: 'strings/vi.yaml' },
  { name: 'trainer', label: 'Chữ ở trang Tập huấn', one: 'chữ ở trang Tập huấn', schema: trainerStringsSchema, ending: 'yaml', title: 'title', isPage: false, file: 'strings/tap-huan.yaml' },
  { name: 'seasons', label: 'Việc nhà nông', one: 'việc nhà nông', schema: seasonsSchema, ending: 'yaml', title: 'title', isPage: false, file: 'strings/nong-lich.yaml' },
];

/** Every kind of content an editor can open, in the order of the list. */
export function deskKinds(): DeskKind[] {
  const order = [...Object.keys(labels), ...Object.keys(kinds)] as Kind[];
  const folders = [...new Set(order)].flatMap((name): DeskKind[] => {
    const { schema, ending, noun } = kinds[name];
    return schema ? [{ name, label: labels[name] ?? noun, one: noun, schema, ending, title: titles[name] ?? 'title', isPage: pages.includes(name) }] : [];
  });
  return [...folders, ...files.filter(({ name }) => !folders.some((folder) => folder.name === name))];
}

/** The kind that a file of the content folder belongs to. @param path inside the content folder */
export function kindOfPath(path: string): DeskKind | undefined {
  const all = deskKinds();
  return all.find((kind) => kind.file === path) ?? all.find((kind) => !kind.file && path.startsWith(`${kind.name}/`));
}
