import { isDiscreet } from './inline/memory.ts';

/**
 * One text kept on this phone under one name: a trainer's session, a summary, a group's book. Each is plain JSON of counts and numbers, never a name; `erase` takes it away, and so does
 * anything that clears the browser's data for this site.
 *
 *     sttb-nhom      {"v":1,"module":"a1","day":"2026-11-26",…}   written at every tap, gone with "Buổi khác"
 *     sttb-tong-hop  [{"module":"a1",…}]                          written when sessions are added, gone with "Xóa hết"
 *     sttb-so        {"v":1,"members":20,…}                       written at every change, gone with "Xóa sổ"
 *     sttb-tinh      {…}                                          the trade plan's fields
 *
 * Discreet mode, blocked or full storage: everything works until the page is closed; `writeText` says so by `false`.
 */
export function readText(name: string): string | null {
  if (isDiscreet()) return null;
  try {
    return localStorage.getItem(name);
  } catch (_) {
    return null;
  }
}

export function writeText(name: string, text: string): boolean {
  if (isDiscreet()) return false;
  try {
    localStorage.setItem(name, text);
    return true;
  } catch (_) {
    return false;
  }
}

export function eraseText(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch (_) {} // storage that cannot be reached holds nothing of ours
}

/** Lets the reader save a text as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
