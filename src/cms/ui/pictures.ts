import { el, openDialog } from './dom.ts';

/** Kinds of picture that may be sent; all but drawings are drawn anew as WebP, which leaves place and camera behind. */
const allowed = /\.(jpe?g|png|webp|svg)$/i;
const MOST_BYTES = 20_000_000;
const checked = new WeakSet<FileList>();

/** Looks at every file before Decap takes it (not at those for the desk itself): wrong kinds are refused in words, names are made clean. */
export function guardPictures(): void {
  document.addEventListener('change', look, true);
}

function look(event: Event): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file' || !input.files?.length || checked.has(input.files) || input.closest('.desk-dialog')) return;
  event.stopImmediatePropagation();
  const files = [...input.files];
  Promise.all(files.map(refusal)).then((refusals) => {
    const words = refusals.filter((one) => one !== undefined);
    if (words.length > 0) openDialog('Chưa đưa lên được', [el('ul', {}, ...words.map((one) => el('li', {}, one)))]);
    const good = files.filter((_, index) => refusals[index] === undefined);
    if (good.length === 0) {
      input.value = '';
      return;
    }
    const clean = new DataTransfer();
    for (const file of good) clean.items.add(new File([file], cleanName(file.name), { type: file.type }));
    input.files = clean.files;
    checked.add(input.files);
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Why a file cannot be used, in words; undefined when it can. */
async function refusal(file: File): Promise<string | undefined> {
  if (/\.hei[cf]$/i.test(file.name)) return `“${file.name}” là ảnh HEIC của iPhone. Mở ảnh, chọn chia sẻ hoặc lưu thành JPEG rồi đưa lên lại.`;
  if (file.type.startsWith('video/')) return `“${file.name}” là phim. Trang này không phát phim: bà con tốn tiền mạng. Chụp một hình trong phim rồi đưa hình lên.`;
  if (!allowed.test(file.name)) return `“${file.name}” không phải hình. Chỉ nhận JPEG, PNG, WebP và SVG.`;
  if (file.size > MOST_BYTES) return `“${file.name}” nặng hơn 20 MB. Thu nhỏ hình rồi đưa lên lại.`;
  if (/\.svg$/i.test(file.name) && hasCode(await file.text())) return `“${file.name}” là hình SVG có mã bên trong, không an toàn. Lưu thành PNG rồi đưa lên lại.`;
  return undefined;
}

/** A drawing that could do something, or fetch something from elsewhere. */
export const hasCode = (svg: string): boolean => /<script|<foreignObject|<(?:animate|set)\b|<!ENTITY|\son\w+\s*=|javascript:|(?:href|src)\s*=(?!\s*["']?\s*(?:#|data:image\/(?:png|jpeg|webp)))/i.test(svg);

/** `Ảnh chụp (1).JPG` → `anh-chup-1.jpg`: a name that can stand in an address. */
export function cleanName(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = name.slice(0, dot).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return `${stem.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'hinh'}${name.slice(dot).toLowerCase()}`;
}
