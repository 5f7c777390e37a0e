/** Makes an element. Texts are texts: nothing here can become markup. */
export function el<K extends keyof HTMLElementTagNameMap>(name: K, props: Partial<HTMLElementTagNameMap[K]> & { [attribute: `data-${string}` | `aria-${string}`]: string } = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (/^(data|aria)-/.test(key)) element.setAttribute(key, String(value));
    else (element as unknown as Record<string, unknown>)[key] = value;
  }
  element.append(...children);
  return element;
}

/** A button that does something. */
export const button = (label: string, act: () => void): HTMLButtonElement => el('button', { type: 'button', onclick: act }, label);

/** Opens a dialog over the desk; Escape and its last button close it. @returns a function that closes it */
export function openDialog(title: string, content: Node[], closeLabel = 'Đóng'): () => void {
  const dialog = el('dialog', { className: 'desk-dialog', 'aria-labelledby': 'desk-dialog-title' });
  const close = () => dialog.close();
  dialog.append(el('h2', { id: 'desk-dialog-title' }, title), ...content, el('p', { className: 'desk-end' }, button(closeLabel, close)));
  dialog.onclose = () => dialog.remove();
  for (const other of document.querySelectorAll<HTMLDialogElement>('dialog.desk-dialog')) other.close();
  document.body.append(dialog);
  dialog.showModal();
  return close;
}

/** A moment, as people here write it. */
export const writeMoment = (at: number | string): string => new Date(at).toLocaleString('vi-VN', { hour: '2-digit', minute: '2-digit', day: 'numeric', month: 'numeric', year: 'numeric' });
