import { loadKnown } from '../check/known.ts';
import { store } from '../safe/state.ts';

/**
 * When the first list is there and nothing else is to be done, the files of the form and what it knows of the content are fetched, so that an entry opens
 * at once, and over a line that has gone dead meanwhile. The page names them; they are not run before they are needed.
 */
export function fetchTheRest(): void {
  const stop = store.subscribe(() => {
    const pages = store.getState().entries?.get('pages') as { toJS(): Record<string, { ids?: unknown }> } | undefined;
    if (!pages || !Object.values(pages.toJS()).some(({ ids }) => ids)) return;
    stop();
    whenIdle(() => {
      for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-later]')) link.rel = 'modulepreload';
      // The form asks for it too, and says so when it does not come.
      loadKnown().catch(() => {});
    });
  });
}

const whenIdle = (act: () => void) => ('requestIdleCallback' in window ? requestIdleCallback(act, { timeout: 5000 }) : setTimeout(act, 1000));
