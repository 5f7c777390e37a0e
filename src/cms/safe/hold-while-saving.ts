import { store } from './state.ts';

/**
 * Nothing can be typed while a save is under way: when it is done the form is drawn anew from what was saved, and words
 * that came in between would be gone.
 */
export function holdWhileSaving(): void {
  let last: HTMLElement | undefined;
  store.subscribe(() => {
    const isSaving = Boolean(store.getState().entryDraft?.getIn(['entry', 'isPersisting']));
    // Decap's own class label, which the stylesheet uses as well.
    const form = document.querySelector<HTMLElement>('[class*="-ControlPaneContainer"]');
    if (!form || form.inert === isSaving) return;
    if (isSaving && form.contains(document.activeElement)) last = document.activeElement as HTMLElement;
    form.inert = isSaving;
    if (!isSaving && document.activeElement === document.body) last?.focus();
    if (!isSaving) last = undefined;
  });
}
