let holders = 0;
let last: HTMLElement | undefined;

/**
 * Holds the form still until what it gives back is called: while an entry is being saved or published, and until it has
 * been read anew. It is drawn again from what was saved then, and words that came in between would be gone, or stand
 * there and never be saved.
 */
export function holdForm(): () => void {
  holders += 1;
  show();
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    holders -= 1;
    // When Decap has drawn the form.
    setTimeout(show);
  };
}

/** A form that is drawn while another is held is held as well. */
export function holdWhileSaving(): void {
  new MutationObserver(() => holders > 0 && show()).observe(document.body, { childList: true, subtree: true });
}

function show(): void {
  // Decap's own class label, which the stylesheet uses as well.
  const form = document.querySelector<HTMLElement>('[class*="-ControlPaneContainer"]');
  const isHeld = holders > 0;
  if (!form || form.inert === isHeld) return;
  if (isHeld && form.contains(document.activeElement)) last = document.activeElement as HTMLElement;
  form.inert = isHeld;
  if (isHeld) return;
  if (document.activeElement === document.body) (last?.isConnected ? last : document.getElementById(last?.id ?? ''))?.focus();
  last = undefined;
}
