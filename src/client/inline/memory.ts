/**
 * Storage as plain fields, read and written live: of this tab (`tab`) and of this browser (`disk`). Where it is blocked or
 * missing, an object that lasts as long as the page. Fields, all with names that say nothing:
 *
 * - `tab.nl`            the mark of quick exit: see `exit.ts`
 * - `tab.kd`, `disk.kd` discreet mode, for this tab or, if the reader asked, remembered
 * - `disk.sttb`         progress (`progress-store.ts`)
 */
export let tab: Record<string, string | undefined> = {};
export let disk: Record<string, string | undefined> = {};
try {
  tab = (sessionStorage as Storage | null) || tab;
  disk = (localStorage as Storage | null) || disk;
} catch (_) {} // as if nothing were kept

/** One switch: nothing more is kept, the site has one place in the history, the tab shows the site's name alone. */
export const isDiscreet = () => Boolean(tab.kd || disk.kd);
