import { fromBlocks } from '../body/round-trip.ts';
import { knownIds } from '../check/known.ts';
import { writeEntry } from '../model/format.ts';
import { deskKinds } from '../model/kinds.ts';
import { draftKey, keepDraft } from '../safe/drafts.ts';
import { keptNames } from '../safe/pictures.ts';
import { addMedia, store } from '../safe/state.ts';
import { openEntry } from '../safe/store.ts';
import { wantDraft } from '../safe/watch.ts';
import { button, el, openDialog } from '../ui/dom.ts';
import { cleanName } from '../ui/pictures.ts';
import { tell } from '../ui/side.ts';
import type { WordLesson, WordPicture } from './read-word.ts';

/** Asks for a Word file and makes a new lesson of it, which is a draft like any other. */
export function chooseWord(): void {
  const input = el('input', { type: 'file', accept: '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document', id: 'desk-word' });
  const place = el('p', {}, 'Tên bài, tiêu đề, danh sách, chữ đậm, bảng và hình trong tệp sẽ thành một bài nháp mới. Tệp Word không bị thay đổi.');
  place.setAttribute('role', 'status');
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (!file) return;
    place.textContent = `Đang đọc “${file.name}”…`;
    takeIn(file).then(
      (lesson) => showLesson(lesson),
      (problem: Error) => (place.textContent = problem.name === 'NotWord' ? problem.message : 'Chưa tải được phần đọc tệp Word. Kiểm tra mạng rồi chọn lại tệp.'),
    );
    input.value = '';
  });
  openDialog('Đưa tệp Word vào', [el('p', {}, el('label', { htmlFor: 'desk-word' }, 'Chọn tệp .docx'), input), place], 'Thôi');
}

/** The reader of Word files is as large as an eighth of the desk, so it comes when it is needed. */
async function takeIn(file: File): Promise<WordLesson> {
  const { readWord } = await import('./read-word.ts');
  const taken = new Set([...(await knownIds('media')).map(({ id }) => id), ...(await keptNames())]);
  const stem = cleanName(file.name).replace(/\.docx$/, '');
  const free = ['', ...Array.from({ length: 99 }, (_, index) => `-ban-${index + 2}`)].map((more) => `${stem}${more}`).find((name) => ![...taken].some((id) => id.startsWith(`${name}-`))) ?? stem;
  return readWord(new Uint8Array(await file.arrayBuffer()), { name: file.name, parse: (html) => new DOMParser().parseFromString(html, 'text/html').body, pictureName: (index) => `${free}-${index}` });
}

function showLesson(lesson: WordLesson): void {
  const { title, pictures, notes } = lesson;
  const body = fromBlocks(lesson.blocks);
  const open = button('Mở thành bài nháp', () => {
    close();
    openAsDraft(title, body, pictures);
  });
  const words = body.split(/\s+/).filter(Boolean).length;
  const has = [`${words} chữ`, ...(pictures.length > 0 ? [`${pictures.length} hình, đi cùng bài khi bấm “Lưu”`] : [])].join(', ');
  const close = openDialog('Đã đọc xong tệp Word', [el('p', {}, el('strong', {}, title), ` (${has})`), ...(notes.length > 0 ? [el('ul', {}, ...notes.map((note) => el('li', {}, note)))] : []), el('p', {}, open)], 'Thôi');
  open.focus();
}

function openAsDraft(title: string, body: string, pictures: WordPicture[]): void {
  const kind = deskKinds().find(({ name }) => name === 'lessons');
  if (!kind) return;
  const text = writeEntry({ title, draft: true, body }, kind.schema, kind.ending);
  const draft = { collection: kind.name, title, text, at: Date.now() };
  const key = draftKey(kind.name, undefined, crypto.randomUUID());
  if (!keepDraft(key, draft)) tell('Trình duyệt không cho giữ bài trên máy này. Hãy bấm “Lưu” sớm.');
  bring(pictures);
  location.hash = `#/collections/${kind.name}/new`;
  wantDraft(key, draft);
}

let stopBringing = () => {};

/** Lays pictures beside the new entry that shows them, shrunk and cleaned on the way as any other, until it is saved. */
function bring(pictures: WordPicture[]): void {
  stopBringing();
  if (pictures.length === 0) return;
  let isBusy = false;
  const tried = new Map<string, number>();
  const look = async (): Promise<void> => {
    const open = openEntry();
    if (isBusy || !open?.isNew || !String(open.values['body'] ?? '').includes(`src="${pictures[0]?.src}"`)) return;
    const beside = (open.entry.toJS()['mediaFiles'] ?? []) as { path: string }[];
    const missing = pictures.find(({ src }) => !beside.some(({ path }) => path.endsWith(`/${src}`)) && (tried.get(src) ?? 0) < 3);
    if (!missing) return;
    const { src, type, bytes } = missing;
    isBusy = true;
    tried.set(src, (tried.get(src) ?? 0) + 1);
    await addMedia(new File([bytes], src.replace(/\w+$/, type.replace('image/', '')), { type }));
    isBusy = false;
    void look();
  };
  stopBringing = store.subscribe(() => void look());
}
