import { readForms } from './group/forms.ts';
import { groupScreen } from './group/screen.tsx';

/**
 * Counts raised hands on one phone. `root` holds the forms as sheets to read aloud from, which are complete without this; a place for the screen
 * (`[data-part=screen]`) and a note for those without scripts (`[data-part=paper]`).
 */
export function start(root: HTMLElement): void {
  const part = (name: string) => root.querySelector(`[data-part=${name}]`) as HTMLElement;
  const forms = readForms(root);
  part('paper').hidden = true;
  part('screen').hidden = false;
  groupScreen(part('screen'), forms, root.dataset.module || '', root.dataset.title || '', (isCounting) => {
    part('forms').hidden = isCounting;
  });
}
