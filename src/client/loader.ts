/**
 * The one script inside every page, so it must stay tiny (800 bytes). It finds what can be enhanced
 * (`data-enhance="<name>"`) and fetches that script only when it is worth its bytes: a quiz at the first touch or when
 * answers of it are kept, the search field of the home page at the first touch too (it bears a `data-quiz` that no quiz has), the home page when anything is kept, the offer to keep a module when a worker is there to do it, the rest at once. A script that does not come changes nothing.
 */
/** What stands before and after a script's name in its address, put in when this is bundled. */
declare const __JS__: [before: string, after: string];

const fetchScript = (name: string) => import(__JS__[0] + name + __JS__[1]);

const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;

let kept = '';
try {
  kept = localStorage.sttb || '';
} catch (_) {} // blocked storage: as if nothing were kept

document.querySelectorAll<HTMLElement>('[data-enhance]').forEach((root) => {
  const name = root.dataset.enhance as string;
  const quiz = root.dataset.quiz;
  let script: Promise<unknown> | 0;
  const load = () => {
    if (!script)
      script = fetchScript(name).then(
        (module) => module.start(root),
        () => {
          script = 0; // the network failed; the next touch tries again
        },
      );
  };
  if (quiz) for (const touch of ['pointerdown', 'focusin', 'change']) root.addEventListener(touch, load);
  const isWorthIt = quiz ? kept.includes(quiz + '"') : name === 'keep' ? worker && worker.controller : kept || name !== 'home';
  if (isWorthIt) setTimeout(load);
});

// The worker comes in once the page has been read and the line is quiet, and never for a reader who saves data.
const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
if (worker && !worker.controller && !(connection && connection.saveData)) {
  addEventListener('load', () => setTimeout(() => fetchScript('offline').then((module) => module.start()), 3000));
}
