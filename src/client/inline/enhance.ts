/**
 * Finds what can be enhanced (`data-enhance="<name>"`) and fetches that script only when it is worth its bytes: a quiz at the
 * first touch or when answers of it are kept, the home page when anything is kept, the offer to keep a module when a worker
 * is there to do it, what says `data-touch` at the first touch or when something
 * was sent to it, the rest at once. A script that does not come changes nothing.
 */
import { disk, isDiscreet } from './memory.ts';
import { startScript } from './scripts.ts';

const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
const isThrifty = connection && connection.saveData;

addEventListener('DOMContentLoaded', () => {
  const kept = disk.sttb || '';
  document.querySelectorAll<HTMLElement>('[data-enhance]').forEach((root) => {
    const name = root.dataset.enhance as string;
    const quiz = root.dataset.quiz;
    const waits = quiz || root.dataset.touch;
    let script: unknown;
    const load = () => {
      if (!script)
        script = startScript(name, root).catch(() => {
          script = 0; // the network failed; the next touch tries again
        });
    };
    if (waits) root.onpointerdown = root.onclick = root.oninput = load;
    const isWorthIt = waits ? (quiz ? kept.includes(quiz + '"') : location.search) : name === 'keep' ? worker && worker.controller && !isThrifty : kept || name !== 'home';
    if (isWorthIt) setTimeout(load);
  });
});

// Discreet mode is asked for before the first link can be tapped. Otherwise the worker comes in, once the page has been read
// and the line is quiet; never for a reader who saves data, or has just left in a hurry or wiped the traces (then the tab has
// a name).
if (isDiscreet()) startScript('discreet');
else if (worker && !worker.controller && !isThrifty) {
  window.onload = () => {
    setTimeout(() => window.name || startScript('offline'), 3000);
  };
}
