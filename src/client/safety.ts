import { paths } from '../shared/paths.ts';
import { disk, isDiscreet, tab } from './inline/memory.ts';
import { clearBrowserCache, type Left, wipe } from './wipe.ts';
import { fill, show } from './words.ts';

/** The sentences of this script, put in when it is bundled. */
declare const __WORDS__: Record<string, string>;

/** Discreet mode and "Xóa dấu vết". `root` holds the parts, hidden until now, as `data-part`. */
export function start(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => root.querySelector(`[data-part=${name}]`) as T;
  show(part('no-script'), '');
  part('tools').hidden = false;
  switches(part('discreet'), part('remember'));
  eraser(part);
}

function switches(discreet: HTMLInputElement, remember: HTMLInputElement): void {
  const draw = () => {
    discreet.checked = isDiscreet();
    remember.checked = Boolean(disk.kd);
  };
  const keep = (store: typeof tab, isOn: boolean) => {
    if (isOn) store.kd = '1';
    else delete store.kd;
  };
  discreet.addEventListener('change', () => {
    keep(tab, discreet.checked);
    if (!discreet.checked) keep(disk, false);
    draw();
  });
  remember.addEventListener('change', () => {
    keep(disk, remember.checked);
    if (remember.checked) keep(tab, true);
    draw();
  });
  document.addEventListener('wiped', draw);
  draw();
}

/** Two taps, the second on a button that was not there before, so that one slip erases nothing. */
function eraser(part: (name: string) => HTMLElement): void {
  const told = part('told');
  const asking = (isAsking: boolean) => {
    part('ask').hidden = isAsking;
    part('sure').hidden = !isAsking;
    part(isAsking ? 'no' : 'ask').focus();
  };
  part('ask').addEventListener('click', () => {
    told.textContent = '';
    asking(true);
  });
  part('no').addEventListener('click', () => asking(false));
  part('yes').addEventListener('click', async () => {
    asking(false);
    told.textContent = __WORDS__.wiping || '';
    const left = await wipe();
    document.dispatchEvent(new Event('wiped'));
    told.textContent = sayLeft(left);
    const isCleared = await clearBrowserCache(paths.clear);
    told.textContent += ` ${(isCleared ? __WORDS__.cacheGone : __WORDS__.cacheStays) || ''}`;
  });
}

/** That nothing is left, or what. */
function sayLeft(left: Left): string {
  const words: [number, string | undefined][] = [
    [left.caches, __WORDS__.leftKept],
    [left.workers, __WORDS__.leftWorkers],
    [left.databases, __WORDS__.leftDatabases],
    [left.notes, __WORDS__.leftNotes],
  ];
  const what = words.filter(([count]) => count).map(([count, sentence]) => fill(sentence, { count }));
  return what.length ? fill(__WORDS__.wipeLeft, { what: what.join(', ') }) : __WORDS__.wiped || '';
}
